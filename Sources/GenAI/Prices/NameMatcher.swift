/// Finds the model that a name means, by the fixed steps of `prices.md` 3.3: never by prefix, never by "contains".
struct NameMatcher {
    let book: PriceBook

    /// What telemetry said about one call.
    struct Question {
        var provider: String?
        /// In the order to try.
        var models: [String]
        var host: String?
        /// Some name was there but could not be one.
        var rejected = false
    }

    /// The provider asked and what was found.
    struct Answer {
        var provider: Int?
        var match: NameMatch?
        var reason = Unpriced.modelUnknown
    }

    func answer(_ question: Question) -> Answer {
        let (provider, isKnown) = provider(of: question)
        if let provider, let free = book.providers[provider].freeEntry {
            return Answer(provider: provider, match: NameMatch(entry: free, how: .free, name: question.models.first ?? ""))
        }
        guard !question.models.isEmpty else {
            return Answer(provider: provider, reason: question.rejected ? .nameRejected : .modelUnknown)
        }
        for model in question.models {
            guard let entry = book.userAliases[model] else { continue }
            return Answer(provider: provider, match: NameMatch(entry: entry, how: .alias, name: model))
        }
        for model in question.models {
            if let provider {
                if let match = match(model, provider) { return Answer(provider: provider, match: match) }
            } else if !isKnown, let answer = withoutProvider(model) {
                return answer
            }
        }
        return Answer(provider: provider, reason: provider == nil ? .providerUnknown : .modelUnknown)
    }

    // MARK: - Provider

    /// The provider that the telemetry names, if we know it; and whether it named a real one at all.
    private func provider(of question: Question) -> (Int?, named: Bool) {
        var named = false
        if let spelling = question.provider {
            let at = book.spellings[spelling]
            if let at, !book.providers[at].gateway { return (at, true) }
            named = at == nil
        }
        if let host = question.host, let at = provider(ofHost: host) { return (at, true) }
        return (nil, named)
    }

    private func provider(ofHost host: String) -> Int? {
        for (at, provider) in book.providers.enumerated() {
            for end in provider.hosts where host.hasSuffix(end) {
                let rest = host.utf8.dropLast(end.utf8.count)
                if rest.isEmpty || rest.last == UInt8(ascii: ".") || rest.last == UInt8(ascii: "-") { return at }
            }
        }
        return nil
    }

    /// A name alone: the provider is its prefix, or the one maker who has such a model.
    private func withoutProvider(_ model: String) -> Answer? {
        if let (prefix, rest) = ModelName.prefix(model), let at = book.spellings[prefix], !book.providers[at].gateway {
            if let free = book.providers[at].freeEntry {
                return Answer(provider: at, match: NameMatch(entry: free, how: .free, name: rest))
            }
            return match(model, at).map { Answer(provider: at, match: $0) }
        }
        if let (prefix, rest) = ModelName.prefix(model), let at = book.spellings[prefix], book.providers[at].gateway {
            return withoutProvider(rest)
        }
        var found: Answer?
        for (at, provider) in book.providers.enumerated() where provider.home {
            if !provider.makes.isEmpty, !provider.makes.contains(where: model.hasPrefix) { continue }
            guard let match = stripped(model, at, []) else { continue }
            guard found == nil else { return nil }
            found = Answer(provider: at, match: match)
        }
        return found
    }

    // MARK: - Model

    /// Steps 3 to 6 for one name of one provider.
    private func match(_ model: String, _ provider: Int) -> NameMatch? {
        if let at = routed(model, provider) { return match(at.model, at.provider) }
        var name = model
        var removed: [String] = []
        var region: String?
        if let match = exact(name, provider, removed) { return match }
        if let unwrapped = unwrap(&name, provider, &removed, &region) { return unwrapped }
        var places: [(name: String, place: String?)] = [(name, nil)]
        let separator: Character = book.providers[provider].name == "azure" ? "/" : "."
        if let place = ModelName.place(name, separator == "/" ? ModelName.azurePlaces : ModelName.bedrockPlaces, separator: separator) {
            places.append((place.rest, place.place))
        }
        for (name, place) in places {
            let taken = place.map { removed + ["\($0)\(separator)"] } ?? removed
            guard var match = stripped(name, provider, taken) ?? via(name, provider, taken) else { continue }
            match.region = place ?? region
            match.ignoresPlace =
                separator == "/" && place?.hasPrefix("global") == false && !book.entries[Int(match.entry)].usesPlace
            return match
        }
        return nil
    }

    /// `meta-llama/x:groq` asked of a router that has a provider of its own for each it routes to.
    private func routed(_ model: String, _ provider: Int) -> (model: String, provider: Int)? {
        guard let colon = model.lastIndex(of: ":") else { return nil }
        let target = "\(book.providers[provider].name)_\(model[model.index(after: colon)...])"
        guard let at = book.spellings[target], at != provider else { return nil }
        return (String(model[..<colon]), at)
    }

    /// Takes wrappers off `name`, looking each result up; what is found on the way is returned.
    private func unwrap(_ name: inout String, _ provider: Int, _ removed: inout [String], _ region: inout String?) -> NameMatch? {
        var prefixes = 0
        for _ in 0..<6 {
            if let unwrapped = ModelName.unwrapped(name) {
                name = unwrapped.name
                region = region ?? unwrapped.region
                removed.append(unwrapped.wrapper)
            } else if let (prefix, rest) = ModelName.prefix(name),
                (prefixes < 3 && book.spellings[prefix] == provider) || (prefixes > 0 && ModelName.isRoute(prefix))
            {
                prefixes += 1
                if ModelName.isCloudRegion(prefix) { region = region ?? prefix }
                name = rest
                removed.append(prefix + "/")
            } else {
                return nil
            }
            if var match = exact(name, provider, removed) {
                match.region = region
                return match
            }
        }
        return nil
    }

    private func exact(_ name: String, _ provider: Int, _ removed: [String]) -> NameMatch? {
        guard let entry = book.providers[provider].names[name] else { return nil }
        let isName = book.titles[Int(entry)].utf8.count == book.providers[provider].name.utf8.count + 1 + name.utf8.count
        return NameMatch(entry: entry, how: isName ? .exact : .alias, name: name, removed: removed)
    }

    /// Steps 4 and 5: the name itself, then without up to three suffixes, then by a pattern.
    private func stripped(_ full: String, _ provider: Int, _ removed: [String]) -> NameMatch? {
        var removed = removed
        var name = full
        for step in 0...3 {
            if var match = exact(name, provider, removed) {
                if step > 0 { match.how = .stripped }
                return match
            }
            if step == 0, let tuned = ModelName.fineTuned(name) {
                removed.append(name.hasPrefix("ft:") ? String(name.dropFirst(tuned.count)) : String(name.dropFirst(tuned.count - 3)))
                name = tuned
            } else if step < 3, let shorter = ModelSuffix.stripped(name) {
                removed.append(shorter.suffix)
                name = shorter.name
            } else {
                break
            }
        }
        for (pattern, entry) in book.providers[provider].patterns where pattern.matches(full) {
            return NameMatch(entry: entry, how: .pattern, name: pattern.text)
        }
        return nil
    }

    /// Step 6: the models of others that this provider sells, one hop. A prefix that names one of them excludes the rest.
    private func via(_ full: String, _ provider: Int, _ removed: [String]) -> NameMatch? {
        var name = full
        var removed = removed
        var others = book.providers[provider].via
        if let (prefix, rest) = ModelName.prefix(name), let at = book.spellings[prefix], others.contains(at) {
            others = [at]
            name = rest
            removed.append(prefix + "/")
        }
        for other in others {
            guard var match = stripped(name, other, removed) else { continue }
            match.via = book.providers[other].name
            return match
        }
        return nil
    }
}
