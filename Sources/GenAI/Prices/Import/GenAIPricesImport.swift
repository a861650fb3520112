/// Reads the `data.json` (v2) of pydantic/genai-prices into our form (`prices.md` 3.5).
struct GenAIPricesImport {
    let options: PriceImport.Options
    let name: String

    /// Days on which variants were entered, not days on which they began.
    private static let entryDates: Set<String> = ["2026-10-12", "2026-10-14", "2026-10-15"]

    func read(_ json: JSONText) -> PriceImport {
        var result = PriceImport(file: PriceFile(name: name))
        for provider in json.elements {
            guard let id = provider["id"]?.string, options.takes(id) else { continue }
            var declared = PriceProvider(name: id)
            declared.via = provider["fallback_model_providers"]?.elements.compactMap(\.string).filter(options.takes) ?? []
            result.file.providers.append(declared)
            var records: [PriceRecord] = []
            for model in provider["models"]?.elements ?? [] {
                if let record = record(model, id, &result.notes) { records.append(record) }
            }
            if id == "aws" { records = records.map(BedrockNames.withoutRegional) }
            result.file.records += AliasReview.reviewed(records, provider: id)
        }
        return result
    }

    private func record(_ model: JSONText, _ provider: String, _ notes: inout [String]) -> PriceRecord? {
        guard let id = model["id"]?.string, PriceParser.isName(id) else {
            notes.append("\(provider): a model without a usable id is left out")
            return nil
        }
        var record = PriceRecord(provider: provider, name: id)
        let history = history(model["prices"], record.title, &notes)
        guard let first = history.first else {
            notes.append("\(record.title): no prices are given; not taken as free")
            return nil
        }
        record.rules = first.rates.isEmpty || first.rates.isAllZero ? [PriceRule(steps: [.free])] : first.rates.rules(PriceSelector())
        for later in history.dropFirst() { record.rules += later.rates.rules(later.selector, clears: true) }
        record.rules += variants(model["price_variants"], history, record.title, &notes)
        if let match = model["match"] { collect(match, &record) }
        return record
    }

    // MARK: - Prices

    private struct Period {
        var selector: PriceSelector
        var rates: ImportedRates
        /// Unix seconds of its beginning.
        var start: Int64 { selector.from ?? .min }
    }

    private func history(_ prices: JSONText?, _ title: String, _ notes: inout [String]) -> [Period] {
        guard let prices else { return [] }
        if case .object = prices { return [Period(selector: PriceSelector(), rates: rates(prices, title, &notes))] }
        var periods: [Period] = []
        for element in prices.elements {
            let rates = rates(element["prices"] ?? .null, title, &notes)
            // What comes first holds wherever nothing else does.
            let selector = periods.isEmpty ? PriceSelector() : selector(element["constraint"], keepsEntryDates: true)
            guard let selector else {
                notes.append("\(title): a price with a condition we do not know is left out")
                continue
            }
            periods.append(Period(selector: selector, rates: rates))
        }
        return periods
    }

    /// A start date, or hours of the day.
    private func selector(_ constraint: JSONText?, keepsEntryDates: Bool) -> PriceSelector? {
        var selector = PriceSelector()
        guard let constraint, constraint != .null else { return selector }
        if let date = constraint["start_date"]?.string {
            guard let seconds = Instant.seconds(date) else { return nil }
            if keepsEntryDates || !Self.entryDates.contains(date) { selector.from = seconds }
            return selector
        }
        guard let start = constraint["start_time"]?.string, let end = constraint["end_time"]?.string,
            let from = Instant.minuteOfDay(start.utf8.prefix(5)), let to = Instant.minuteOfDay(end.utf8.prefix(5))
        else { return nil }
        selector.schedule = PriceSchedule(windows: [PriceSchedule.Window(start: from, end: to)])
        return selector
    }

    private static let meters: [String: (Meter, Int64)] = [
        "input_mtok": (.in, 1_000_000), "output_mtok": (.out, 1_000_000), "cache_read_mtok": (.cr, 1_000_000),
        "cache_write_mtok": (.cw, 1_000_000), "cache_write_5m_mtok": (.cw5m, 1_000_000), "cache_write_1h_mtok": (.cw1h, 1_000_000),
        "input_audio_mtok": (.ain, 1_000_000), "output_audio_mtok": (.aout, 1_000_000), "cache_audio_read_mtok": (.acr, 1_000_000),
        "input_image_mtok": (.iin, 1_000_000), "output_image_mtok": (.iout, 1_000_000), "cache_image_read_mtok": (.icr, 1_000_000),
        "input_video_mtok": (.vin, 1_000_000), "output_video_mtok": (.vout, 1_000_000), "output_reasoning_mtok": (.think, 1_000_000),
        "output_citation_mtok": (.cite, 1_000_000), "web_searches_kcount": (.search, 1000), "social_searches_kcount": (.xsearch, 1000),
        "storage_searches_kcount": (.files, 1000), "code_executions_kcount": (.code, 1000), "requests_kcount": (.req, 1000),
        "audio_hours": (.asec, 3600), "input_audio_hours": (.asec, 3600), "input_mchars": (.char, 1_000_000),
        "input_document_kpages": (.page, 1000), "input_annotated_document_kpages": (.apage, 1000),
        "input_text_messages_kcount": (.msg, 1000),
    ]

    private func rates(_ prices: JSONText, _ title: String, _ notes: inout [String]) -> ImportedRates {
        var rates = ImportedRates()
        for member in prices.members where member.value != .null {
            guard let (meter, size) = Self.meters[member.key] else {
                notes.append("\(title): there is no meter for '\(member.key)'")
                continue
            }
            if member.key == "input_audio_hours", prices["audio_hours"] != nil { continue }
            let base = member.value["base"] ?? member.value
            if let rate = rate(base, size, title, &notes) { rates.base[meter] = rate }
            for tier in member.value["tiers"]?.elements ?? [] {
                guard let start = tier["start"]?.integer, let price = tier["price"], let rate = rate(price, size, title, &notes) else {
                    continue
                }
                rates.tiers[start, default: [:]][meter] = rate
            }
        }
        return rates
    }

    private func rate(_ value: JSONText, _ size: Int64, _ title: String, _ notes: inout [String]) -> Ratio? {
        guard let digits = value.digits, let (ratio, isRounded) = Ratio.imported(digits, per: size) else {
            notes.append("\(title): '\(value.digits ?? "?")' is no price")
            return nil
        }
        if isRounded { notes.append("\(title): \(digits) is rounded to 9 digits") }
        return ratio
    }

    // MARK: - Variants

    private struct Variant {
        var selector: PriceSelector
        var rates: ImportedRates
    }

    /// Theirs: the first that matches wins. Ours: the last. So they come in reverse.
    private func variants(_ list: JSONText?, _ history: [Period], _ title: String, _ notes: inout [String]) -> [PriceRule] {
        var groups: [(when: PriceSelector, variants: [Variant])] = []
        for element in (list?.elements ?? []).reversed() {
            guard var selector = selector(element["constraint"], keepsEntryDates: options.keepsEntryDates) else { continue }
            let from = selector.from
            for member in element["when"]?.members ?? [] { GenAIPricesImport.add(member, &selector) }
            var when = selector
            when.from = nil
            let variant = Variant(selector: selector, rates: rates(element["prices"] ?? .null, title, &notes))
            if let at = groups.firstIndex(where: { $0.when == when }) {
                groups[at].variants.append(variant)
            } else {
                groups.append((when, [variant]))
            }
            _ = from
        }
        return merged(groups.map { ($0.when, rules($0.when, $0.variants, history)) })
    }

    private static func add(_ member: JSONText.Member, _ selector: inout PriceSelector) {
        guard let value = member.value.string else { return }
        switch member.key {
        case "processing" where value == "batch": selector.batch = true
        case "service_tier": selector.conditions.append(PriceCondition(kind: .tier, words: [value.lowercased()]))
        case "speed": selector.conditions.append(PriceCondition(kind: .speed, words: [value.lowercased()]))
        case "route": selector.conditions.append(PriceCondition(kind: .route, words: [value.lowercased()]))
        default: selector.conditions.append(PriceCondition(kind: .attribute, key: member.key, words: [value]))
        }
    }

    /// One factor where every price of the variant is that of its time times the same; the prices themselves otherwise.
    private func rules(_ when: PriceSelector, _ variants: [Variant], _ history: [Period]) -> [PriceRule] {
        let factors = variants.map { variant -> Ratio? in
            let from = variant.selector.from ?? Instant.seconds("2026-10-15") ?? 0
            let standard = history.last { $0.selector.schedule == nil && $0.start <= from } ?? history.first
            return standard.flatMap { variant.rates.factor(over: $0.rates) }
        }
        let hasHours = history.contains { $0.selector.schedule != nil }
        if !options.keepsEntryDates, !hasHours, let factor = factors.first ?? nil, factors.allSatisfy({ $0 == factor }) {
            return factor == .one ? [] : [PriceRule(selector: when, steps: [.scale(factor)])]
        }
        return variants.flatMap { $0.rates.rules($0.selector) }
    }

    /// `tier fast` and `tier priority` with the same rules become `tier fast priority`.
    private func merged(_ groups: [(when: PriceSelector, rules: [PriceRule])]) -> [PriceRule] {
        var rules: [PriceRule] = []
        for group in groups {
            guard group.rules.count == 1, let rule = group.rules.first, rule.selector.conditions.count == 1, let last = rules.last,
                last.steps == rule.steps, last.selector.conditions.count == 1, last.selector.conditions[0].kind == .tier,
                rule.selector.conditions[0].kind == .tier
            else {
                rules += group.rules
                continue
            }
            var both = last.selector
            both.conditions[0].words = (both.conditions[0].words + rule.selector.conditions[0].words).sorted()
            var one = last.selector
            one.conditions[0].words = rule.selector.conditions[0].words
            if one == rule.selector { rules[rules.count - 1].selector = both } else { rules.append(rule) }
        }
        return rules
    }

    // MARK: - Names

    private func collect(_ match: JSONText, _ record: inout PriceRecord) {
        for member in match.members {
            switch member.key {
            case "equals": if let text = member.value.string { record.aliases.append(text) }
            case "or": for part in member.value.elements { collect(part, &record) }
            case "starts_with":
                guard let text = member.value.string else { break }
                record.aliases.append(AliasReview.trimmed(text))
                if options.keepsPatterns, let pattern = NamePattern(text + "*") { record.patterns.append(pattern) }
            case "contains", "ends_with": if let text = member.value.string { record.aliases.append(AliasReview.trimmed(text)) }
            default: break
            }
        }
    }
}

extension ImportedRates {
    var isAllZero: Bool { tiers.isEmpty && base.values.allSatisfy { $0.numerator == 0 } }
}
