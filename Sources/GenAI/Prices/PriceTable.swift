/// The layers of a table put one over another: built-in, then user files in their order, then inline lines.
///
/// A record without a sign replaces the one below it, `+` adds to it, `-` removes it (`prices.md` 3.1).
package struct PriceTable: Sendable {
    package private(set) var records: [PriceRecord] = []
    private(set) var providers: [PriceProvider] = []
    private(set) var calendars: [String: PriceCalendar] = [:]
    /// Names that users gave to models of lower layers (`+openai/gpt-4o aka prod`), tried before everything else. The names of a whole
    /// record are not among them: a full table of the user's must not take one provider's names from another.
    private(set) var userAliases: [String: String] = [:]
    /// The newest date of any layer, in days since 1970.
    package private(set) var asof: Int?
    package private(set) var sources: [String] = []
    /// A number that two tables share only if they were read from the same text: part of what a past cost was computed with.
    package private(set) var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325

    private var recordIndex: [String: Int] = [:]
    private var providerIndex: [String: Int] = [:]
    /// Who an alias belongs to: a higher layer takes it from a lower one.
    private var aliasOwners: [String: (record: Int, layer: Int)] = [:]
    private var layer = 0
    private var hasDeleted = false
    /// The layer that defined each record last.
    private var recordLayers: [Int] = []
    private var mistakes: [PriceMistake] = []

    /// One without any price.
    package init() {}

    /// Merges `files` in order. The first `builtin` of them are ours; aliases in the others win over every rule of matching.
    package init(_ files: [PriceFile], builtin: Int = 0) throws(PriceMistakes) {
        for (i, file) in files.enumerated() {
            layer = i
            merge(file, isUser: i >= builtin)
        }
        if let last = files.last { resolve(last) }
        guard mistakes.isEmpty else { throw PriceMistakes(mistakes: mistakes) }
        if hasDeleted { records.removeAll { $0.action == .delete } }
        recordIndex = [:]
        aliasOwners = [:]
    }

    private mutating func merge(_ file: PriceFile, isUser: Bool) {
        // FNV-1a.
        for byte in file.text { fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01B3 }
        if let day = file.asof { asof = max(asof ?? day, day) }
        sources += file.sources
        for calendar in file.calendars { calendars[calendar.name] = calendar }
        for provider in file.providers { merge(provider) }
        recordIndex.reserveCapacity(recordIndex.count + file.records.count)
        for record in file.records {
            let key = record.key
            guard providerIndex[record.provider] != nil else {
                let hint = Spelling.nearest(to: record.provider, in: providerIndex.keys).map { "did you mean '\($0)'?" }
                fail(file, record.place, "provider '\(record.provider)' is not known", hint ?? "write 'provider \(record.provider)' above")
                continue
            }
            if record.action == .define, let at = recordIndex[key], recordLayers[at] == layer {
                fail(file, record.place, "'\(record.title)' is here twice", "add to it with '+\(record.title)'")
            }
            merge(record, key, file)
            if isUser, record.action == .extend { for alias in record.aliases { userAliases[alias.lowercased()] = key } }
        }
    }

    private mutating func merge(_ provider: PriceProvider) {
        guard let at = providerIndex[provider.name] else {
            providerIndex[provider.name] = providers.count
            return providers.append(provider)
        }
        providers[at].spellings += provider.spellings
        providers[at].hosts += provider.hosts
        if !provider.via.isEmpty { providers[at].via = provider.via }
        providers[at].free = providers[at].free || provider.free
        providers[at].home = providers[at].home || provider.home
        providers[at].makes += provider.makes
        providers[at].gateway = providers[at].gateway || provider.gateway
        providers[at].tier = provider.tier ?? providers[at].tier
        providers[at].prefer = provider.prefer ?? providers[at].prefer
        providers[at].clock = provider.clock ?? providers[at].clock
        providers[at].place = provider.place
    }

    private mutating func merge(_ record: PriceRecord, _ key: String, _ file: PriceFile) {
        switch record.action {
        case .define:
            var record = record
            if let like = record.like { copy(like, into: &record, file) }
            if let at = recordIndex[key] {
                records[at] = record
                recordLayers[at] = layer
                take(record.aliases, at)
            } else {
                recordIndex[key] = records.count
                recordLayers.append(layer)
                records.append(record)
                take(record.aliases, records.count - 1)
            }
        case .delete:
            guard let at = recordIndex[key] else { return unknown(record, key, file) }
            records[at].action = .delete
            hasDeleted = true
            recordIndex[key] = nil
        case .extend where key.hasSuffix("*"):
            var found = false
            for at in records.indices where records[at].action != .delete && records[at].key.hasPrefix(key.dropLast()) {
                found = true
                extend(at, record, file)
            }
            if !found { fail(file, record.place, "there is no model '\(record.title)'", nil) }
        case .extend:
            guard let at = recordIndex[key] else { return unknown(record, key, file) }
            extend(at, record, file)
        }
    }

    private mutating func extend(_ at: Int, _ record: PriceRecord, _ file: PriceFile) {
        records[at].aliases += record.aliases
        records[at].patterns += record.patterns
        records[at].rules += record.rules
        take(record.aliases, at)
        if records[at].rules.count > PriceBook.maxRules {
            fail(file, record.place, "'\(records[at].title)' now has more than \(PriceBook.maxRules) rules", nil)
        }
    }

    /// Gives aliases to a record, and takes them from records of lower layers that had them.
    private mutating func take(_ aliases: [String], _ at: Int) {
        if aliases.isEmpty { return }
        let provider = records[at].provider
        for alias in aliases {
            let key = provider + "/" + alias.lowercased()
            if let owner = aliasOwners[key], owner.record != at {
                guard owner.layer < layer else { continue }
                records[owner.record].aliases.removeAll { $0.lowercased() == alias.lowercased() }
            }
            aliasOwners[key] = (at, layer)
        }
    }

    private mutating func copy(_ like: String, into record: inout PriceRecord, _ file: PriceFile) {
        guard let at = recordIndex[like] else {
            let hint = Spelling.nearest(to: like, in: recordIndex.keys).map { "did you mean '\($0)'?" }
            return fail(file, record.place, "there is no model '\(like)' to be like", hint ?? "it must stand above")
        }
        if records[at].like != nil {
            fail(file, record.place, "'\(like)' is itself like another", "name that one")
        }
        record.rules = records[at].rules + record.rules
        if record.rules.count > PriceBook.maxRules {
            fail(file, record.place, "'\(record.title)' has more than \(PriceBook.maxRules) rules", nil)
        }
    }

    private mutating func unknown(_ record: PriceRecord, _ key: String, _ file: PriceFile) {
        let hint = Spelling.nearest(to: key, in: recordIndex.keys).map { "did you mean '\($0)'?" }
        fail(file, record.place, "there is no model '\(record.title)' below this file", hint)
    }

    /// What can only be checked once all layers are there.
    private mutating func resolve(_ file: PriceFile) {
        for provider in providers {
            for other in provider.via where providerIndex[other] == nil {
                let hint = Spelling.nearest(to: other, in: providerIndex.keys).map { "did you mean '\($0)'?" }
                fail(file, provider.place, "provider '\(other)' is not known", hint)
            }
        }
        userAliases = userAliases.filter { recordIndex[$0.value] != nil }
    }

    private mutating func fail(_ file: PriceFile, _ place: PricePlace, _ message: String, _ hint: String?) {
        guard mistakes.count < 100 else { return }
        mistakes.append(file.mistake(place, message, hint))
    }
}
