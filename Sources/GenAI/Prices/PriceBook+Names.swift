import Wire

/// Names to models: through the cache on the hot path, in full for people.
extension PriceBook {
    @inline(never)
    func resolveAnew(_ parts: NameParts) -> Resolution {
        let question = question(parts)
        let answer = NameMatcher(book: self).answer(question)
        guard let match = answer.match else { return .none(answer.reason, provider: answer.provider) }
        let region = match.region ?? question.host.flatMap { PriceBook.cloudRegion(ofHost: $0) }
        return Resolution(
            entry: match.entry, reason: .modelUnknown, region: place(region),
            residency: place(question.host.flatMap { PriceBook.residency(ofHost: $0) }),
            provider: Int16(truncatingIfNeeded: answer.provider ?? -1), ignoresPlace: match.ignoresPlace,
            usesEnd: answer.provider.map { providers[$0].usesEnd } ?? false)
    }

    /// What telemetry said, made comparable.
    private func question(_ parts: NameParts) -> NameMatcher.Question {
        let provider = ModelName.normalized(parts.provider.buffer)
        let host = ModelName.normalized(parts.host.buffer)
        let prefersRequest = provider.flatMap { spellings[$0] }.map { providers[$0].prefersRequest } ?? false
        var question = NameMatcher.Question(provider: provider, models: [], host: host)
        for text in prefersRequest ? [parts.request, parts.response] : [parts.response, parts.request] where !text.isEmpty {
            if let name = ModelName.normalized(text.buffer) {
                if !question.models.contains(name) { question.models.append(name) }
            } else {
                question.rejected = true
            }
        }
        return question
    }

    private func place(_ word: String?) -> Int16 {
        guard let word else { return -1 }
        return places.firstIndex(of: word).map { Int16(truncatingIfNeeded: $0) } ?? -2
    }

    /// `us-east5` of `us-east5-aiplatform.googleapis.com`
    private static func cloudRegion(ofHost host: String) -> String? {
        guard host.hasSuffix("-aiplatform.googleapis.com") else { return nil }
        return String(host.dropLast("-aiplatform.googleapis.com".count))
    }

    /// `eu` of `eu.api.openai.com`
    private static func residency(ofHost host: String) -> String? {
        guard host.hasSuffix(".api.openai.com") else { return nil }
        return String(host.dropLast(".api.openai.com".count))
    }

    // MARK: - For people

    /// What a name means and how that was found; the reason where it means nothing.
    package func find(provider: String, model: String, host: String = "") -> (match: NameMatch?, reason: Unpriced) {
        var question = NameMatcher.Question(
            provider: ModelName.normalized(provider.utf8), models: [], host: ModelName.normalized(host.utf8))
        if let name = ModelName.normalized(model.utf8) { question.models = [name] } else { question.rejected = !model.isEmpty }
        let answer = NameMatcher(book: self).answer(question)
        return (answer.match, answer.reason)
    }

    /// `openai/gpt-4o`
    package func title(_ entry: Int32) -> String { titles[Int(entry)] }

    /// The same without a `String` of its own, for the hot path.
    @inline(__always)
    func withTitle(_ entry: Int32, _ body: (Text) -> Void) {
        titleBytes.withUnsafeBytes { bytes in
            let end = Int(titleEnds[Int(entry)])
            let start = entry == 0 ? 0 : Int(titleEnds[Int(entry) - 1])
            body(Text(bytes).slice(start, end))
        }
    }

    /// The `limit` names most like `model`, as `provider/model`; a hint for people, never a match.
    package func nearest(to model: String, limit: Int = 3) -> [String] {
        guard let wanted = ModelName.normalized(model.utf8), wanted.utf8.count <= 64 else { return [] }
        let bytes = Array(wanted.split(separator: "/").last.map(String.init) ?? wanted).map { $0.utf8.first ?? 0 }
        var ranked: [(distance: Int, title: String)] = []
        for (entry, title) in zip(entries, titles) where title.utf8.count <= 96 {
            let name = title.lowercased().split(separator: "/").last.map { Array($0.utf8) } ?? []
            guard abs(name.count - bytes.count) <= bytes.count / 2 else { continue }
            let distance = Spelling.distance(bytes, name)
            // Of equal names the maker's comes first.
            let rank = distance * 2 + (providers[entry.provider].home ? 0 : 1)
            if distance <= max(2, bytes.count / 3) { ranked.append((rank, title)) }
        }
        ranked.sort { ($0.distance, $0.title) < ($1.distance, $1.title) }
        return ranked.prefix(limit).map(\.title)
    }
}
