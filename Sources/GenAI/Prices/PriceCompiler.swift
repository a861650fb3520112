/// Turns a merged table into the flat arrays of a `PriceBook`.
struct PriceCompiler {
    var providers: [CompiledProvider] = []
    var spellings: [String: Int] = [:]
    var entries: [CompiledEntry] = []
    var titles: [String] = []
    var rules: [CompiledRule] = []
    var steps: [CompiledStep] = []
    var conditions: [CompiledCondition] = []
    var schedules: [CompiledSchedule] = []
    var places: [String] = []
    var userAliases: [String: Int32] = [:]
    var attributeKeys: [String] = []
    var words = [[[UInt8]]](repeating: [], count: PriceCondition.Kind.allCases.count)

    private var scheduleIndex: [PriceSchedule: Int32] = [:]
    private var calendars: [String: PriceCalendar] = [:]

    mutating func compile(_ table: PriceTable) {
        calendars = table.calendars
        compileProviders(table.providers)
        entries.reserveCapacity(table.records.count)
        titles.reserveCapacity(table.records.count)
        var counts: [String: Int] = [:]
        for record in table.records { counts[record.provider, default: 0] += 1 + record.aliases.count }
        for (name, count) in counts { if let at = spellings[name] { providers[at].names.reserveCapacity(count) } }
        var last = (name: "", at: -1)
        for record in table.records {
            if last.name != record.provider { last = (record.provider, spellings[record.provider] ?? -1) }
            if last.at >= 0 { compile(record, last.at) }
        }
        addAliases(table)
        for at in providers.indices { providers[at].patterns.sort { $0.pattern.weight > $1.pattern.weight } }
    }

    private mutating func compileProviders(_ all: [PriceProvider]) {
        for (at, provider) in all.enumerated() { spellings[provider.name] = at }
        for (at, provider) in all.enumerated() {
            for word in provider.spellings where spellings[word] == nil { spellings[word] = at }
            providers.append(
                CompiledProvider(
                    name: provider.name, hosts: provider.hosts, via: provider.via.compactMap { spellings[$0] }, freeEntry: nil,
                    home: provider.home,
                    makes: provider.makes, gateway: provider.gateway, tier: provider.tier ?? .response,
                    prefersRequest: provider.prefer == .request, usesEnd: provider.clock == .end))
            if provider.free {
                providers[at].freeEntry = Int32(entries.count)
                compile(PriceRecord(provider: provider.name, name: "*", rules: [PriceRule(steps: [.free])]), at)
            }
        }
    }

    // MARK: - Models

    private mutating func compile(_ record: PriceRecord, _ provider: Int) {
        let firstRule = rules.count
        var usesTime = false
        var usesPlace = false
        var usesAttributes = false
        for rule in record.rules {
            let selector = rule.selector
            if selector.from != nil || selector.to != nil || selector.schedule != nil { usesTime = true }
            if selector.conditions.contains(where: { $0.kind == .region }) { usesPlace = true }
            if selector.conditions.contains(where: { $0.kind == .attribute }) { usesAttributes = true }
            add(rule)
        }
        let entry = Int32(entries.count)
        titles.append(record.title)
        entries.append(
            CompiledEntry(
                provider: provider, firstRule: firstRule, endRule: rules.count, usesTime: usesTime, usesAttributes: usesAttributes,
                usesPlace: usesPlace))
        guard record.name != "*" else { return }
        providers[provider].names[record.name.lowercased()] = entry
        for pattern in record.patterns { providers[provider].patterns.append((pattern, entry)) }
    }

    /// Aliases come after all names: a record is never hidden by another's alias, and the first alias wins.
    private mutating func addAliases(_ table: PriceTable) {
        for record in table.records where !record.aliases.isEmpty {
            guard let provider = spellings[record.provider], let entry = providers[provider].names[record.name.lowercased()] else {
                continue
            }
            for alias in record.aliases where providers[provider].names[alias.lowercased()] == nil {
                providers[provider].names[alias.lowercased()] = entry
            }
        }
        for (alias, title) in table.userAliases {
            guard let slash = title.firstIndex(of: "/"), let provider = spellings[String(title[..<slash])] else { continue }
            userAliases[alias] = providers[provider].names[String(title[title.index(after: slash)...])]
        }
    }

    private mutating func add(_ rule: PriceRule) {
        let selector = rule.selector
        let firstCondition = conditions.count
        let firstStep = steps.count
        for condition in selector.conditions { add(condition) }
        for step in rule.steps { add(step) }
        let timed = selector.from != nil || selector.to != nil || selector.schedule != nil
        rules.append(
            CompiledRule(
                over: selector.over ?? -1, from: selector.from ?? .min, to: selector.to ?? .max,
                schedule: selector.schedule.map { index(of: $0) } ?? -1, batch: selector.batch,
                isPlain: !timed && selector.conditions.isEmpty, firstCondition: firstCondition, endCondition: conditions.count,
                firstStep: firstStep, endStep: steps.count))
    }

    private mutating func add(_ condition: PriceCondition) {
        var compiled = CompiledCondition(
            kind: condition.kind, negated: condition.negated, key: 0, words: condition.words.map { Array($0.utf8) }, places: [])
        switch condition.kind {
        case .attribute: compiled.key = PriceCompiler.index(of: condition.key, in: &attributeKeys)
        case .region, .residency: compiled.places = condition.words.map { Int16(PriceCompiler.index(of: $0, in: &places)) }
        default: break
        }
        if condition.kind != .attribute {
            for word in compiled.words where !words[condition.kind.index].contains(word) {
                words[condition.kind.index].append(word)
            }
        }
        conditions.append(compiled)
    }

    private mutating func add(_ step: PriceStep) {
        let compiled =
            switch step {
            case .set(let meter, let rate): CompiledStep(kind: .set, meter: meter, ratio: rate)
            case .remove(let meter): CompiledStep(kind: .remove, meter: meter, ratio: .zero)
            case .clear: CompiledStep(kind: .clear, meter: .in, ratio: .zero)
            case .scale(let ratio): CompiledStep(kind: .scale, meter: .in, ratio: ratio)
            case .scaleAll(let ratio): CompiledStep(kind: .scaleAll, meter: .in, ratio: ratio)
            case .minimum(let meter, let count): CompiledStep(kind: .minimum, meter: meter, ratio: Ratio(whole: count))
            case .free: CompiledStep(kind: .free, meter: .in, ratio: .zero)
            case .unpriced: CompiledStep(kind: .unpriced, meter: .in, ratio: .zero)
            }
        steps.append(compiled)
    }

    private mutating func index(of schedule: PriceSchedule) -> Int32 {
        if let at = scheduleIndex[schedule] { return at }
        let at = Int32(schedules.count)
        schedules.append(
            CompiledSchedule(
                windows: schedule.windows, days: schedule.days == 0 ? 0x7F : schedule.days, zoneSeconds: Int64(schedule.zone) * 60,
                except: schedule.calendars.flatMap { calendars[$0]?.days ?? [] }))
        scheduleIndex[schedule] = at
        return at
    }

    /// The place of `word` in `list`; at most 30,000 words are told apart, which a file cannot reach by honest means.
    private static func index(of word: String, in list: inout [String]) -> Int {
        if let at = list.firstIndex(of: word) { return at }
        guard list.count < 30_000 else { return 0 }
        list.append(word)
        return list.count - 1
    }
}
