/// Reads LiteLLM's `model_prices_and_context_window.json` into our form (`prices.md` 3.5).
///
/// A row without any rate, or with zeros only, is left out: it is unknown, not free. LiteLLM writes 0 for many models whose price
/// it does not know.
struct LiteLLMImport {
    let options: PriceImport.Options
    let name: String

    func read(_ json: JSONText) -> PriceImport {
        var result = PriceImport(file: PriceFile(name: name))
        var seen: Set<String> = []
        for member in json.members where member.key != "sample_spec" && member.key != "fallback_generalizations" {
            guard let label = member.value["litellm_provider"]?.string else { continue }
            let provider = LiteLLMImport.provider(label)
            guard options.takes(provider) else { continue }
            guard let record = record(member.key, label, provider, member.value, &result.notes) else { continue }
            guard seen.insert(record.title.lowercased()).inserted else {
                result.notes.append("\(member.key): '\(record.title)' is already there; the first row stays")
                continue
            }
            result.file.records.append(record)
        }
        AliasReview.dropRedundant(&result.file.records)
        let providers = Set(result.file.records.map(\.provider)).sorted()
        result.file.providers = providers.map { PriceProvider(name: $0) }
        return result
    }

    // MARK: - Names

    private static let providers: [String: String] = [
        "bedrock": "aws", "bedrock_converse": "aws", "bedrock_mantle": "aws", "amazon_nova": "aws", "sagemaker": "sagemaker",
        "gemini": "google", "vertex_ai": "google", "xai": "x-ai", "together_ai": "together", "fireworks_ai": "fireworks",
        "fireworks_ai-embedding-models": "fireworks", "cohere_chat": "cohere", "voyage": "voyageai", "moonshot": "moonshotai",
        "dashscope": "alibaba", "text-completion-openai": "openai", "azure_ai": "azure", "azure_text": "azure", "codestral": "mistral",
        "text-completion-codestral": "mistral", "github_copilot": "github-copilot",
    ]

    private static func provider(_ label: String) -> String {
        label.hasPrefix("vertex_ai-") ? "google" : providers[label] ?? label.lowercased()
    }

    /// The key without the parts that only say which provider it is.
    private static func model(_ key: String, _ label: String) -> String {
        var name = key
        let prefixes = [label, "vertex_ai", "bedrock", "converse", "azure", "azure_ai", "text-completion-openai"]
        for prefix in prefixes where name.hasPrefix(prefix + "/") { name.removeFirst(prefix.count + 1) }
        // Resource paths are taken off before a lookup, so only what follows them is a name.
        return ModelName.unwrapped(name).map { name.hasPrefix("accounts/") ? $0.name : name } ?? name
    }

    // MARK: - Rates

    private func record(_ key: String, _ label: String, _ provider: String, _ row: JSONText, _ notes: inout [String]) -> PriceRecord? {
        let name = LiteLLMImport.model(key, label)
        guard PriceParser.isName(name), PriceParser.isName(provider), !provider.contains("/") else {
            notes.append("\(key): cannot be a name")
            return nil
        }
        if name.contains("-commitment/") { return nil }
        var record = PriceRecord(provider: provider, name: name)
        var sheets: [(tier: String, rates: ImportedRates)] = [("", ImportedRates())]
        for member in row.members { take(member, key, provider, row["mode"]?.string ?? "", &sheets, &notes) }
        takeRanges(row["tiered_pricing"], key, &sheets[0].rates, &notes)
        takeSearch(row, key, &sheets[0].rates, &notes)
        let offPeak = offPeak(row["off_peak_pricing"], key, &notes)
        sheets[0].rates.dropUnbelievableZeros()
        guard !sheets[0].rates.isEmpty || sheets.dropFirst().contains(where: { !$0.rates.isAllZero }) else {
            notes.append("\(key): no rate, or only zeros; not taken as free")
            return nil
        }
        let base = sheets[0].rates
        record.rules = base.rules(PriceSelector()) + offPeak
        for sheet in sheets.dropFirst().sorted(by: { $0.tier < $1.tier }) { record.rules += rules(sheet.tier, sheet.rates, base) }
        record.rules += searchContext(row, key) + multipliers(row)
        return record.rules.count <= PriceBook.maxRules ? record : nil
    }

    private func rules(_ tier: String, _ rates: ImportedRates, _ base: ImportedRates) -> [PriceRule] {
        var selector = PriceSelector()
        if tier == "batch" {
            selector.batch = true
        } else {
            selector.conditions = [PriceCondition(kind: .tier, words: tier == "priority" ? ["fast", "priority"] : [tier])]
        }
        guard let factor = rates.factor(over: base) else { return rates.rules(selector) }
        return factor == .one ? [] : [PriceRule(selector: selector, steps: [.scale(factor)])]
    }

    private static let tiers = [
        "_priority": "priority", "_flex": "flex", "_batches": "batch", "_ultrafast": "ultrafast", "_balanced": "balanced",
    ]

    private static let meters: [String: (Meter, Int64)] = [
        "input_cost_per_token": (.in, 1), "output_cost_per_token": (.out, 1), "cache_read_input_token_cost": (.cr, 1),
        "cache_creation_input_token_cost": (.cw, 1), "cache_creation_input_token_cost_above_1hr": (.cw1h, 1),
        "cache_creation_input_token_cost_above_12hr": (.cw12h, 1), "input_cost_per_audio_token": (.ain, 1),
        "output_cost_per_audio_token": (.aout, 1), "input_cost_per_image_token": (.iin, 1), "output_cost_per_image_token": (.iout, 1),
        "input_cost_per_video_token": (.vin, 1), "output_cost_per_video_token": (.vout, 1), "cache_read_input_audio_token_cost": (.acr, 1),
        "cache_read_input_image_token_cost": (.icr, 1), "output_cost_per_reasoning_token": (.think, 1),
        "citation_cost_per_token": (.cite, 1), "input_cost_per_character": (.char, 1), "input_cost_per_second": (.asec, 1),
        "input_cost_per_audio_per_second": (.asec, 1), "output_cost_per_image": (.img, 1), "ocr_cost_per_page": (.page, 1),
        "annotation_cost_per_page": (.apage, 1), "output_cost_per_pixel": (.px, 1), "input_cost_per_request": (.req, 1),
        "input_cost_per_query": (.rerank, 1), "input_cost_per_text_message": (.msg, 1), "google_maps_grounding_cost_per_query": (.maps, 1),
        "file_search_cost_per_1k_calls": (.files, 1000), "code_interpreter_cost_per_session": (.code, 1),
        "output_cost_per_video_per_second": (.vsec, 1),
    ]

    private func take(
        _ member: JSONText.Member, _ key: String, _ provider: String, _ mode: String,
        _ sheets: inout [(tier: String, rates: ImportedRates)],
        _ notes: inout [String]
    ) {
        guard member.key.contains("cost"), case .number(let digits) = member.value else { return }
        var field = member.key
        var tier = ""
        for (suffix, word) in Self.tiers where field.hasSuffix(suffix) {
            field.removeLast(suffix.count)
            tier = word
        }
        var over: Int64?
        if let (shorter, tokens) = LiteLLMImport.threshold(field) { (field, over) = (shorter, tokens) }
        if field == "output_cost_per_second", mode == "video_generation" { field = "output_cost_per_video_per_second" }
        guard let (meter, size) = Self.meters[field] else {
            if !Self.ignored.contains(where: field.hasPrefix) { notes.append("\(key): there is no meter for '\(member.key)'") }
            return
        }
        guard let rate = rate(digits, size, key, &notes) else { return }
        // Rows of embeddings carry "output 0" for something that does not exist.
        if meter == .out, rate.numerator == 0, mode == "embedding" || mode == "rerank" { return }
        if provider == "x-ai", let tokens = over { over = tokens - 1 }
        let at = sheets.firstIndex { $0.tier == tier } ?? sheets.count
        if at == sheets.count { sheets.append((tier, ImportedRates())) }
        if let over { sheets[at].rates.tiers[over, default: [:]][meter] = rate } else { sheets[at].rates.base[meter] = rate }
    }

    /// Doubles of other fields, and units no telemetry counts.
    private static let ignored = [
        "input_dbu", "output_dbu", "input_cost_per_token_cache_hit", "output_cost_per_second", "cost_per_second", "search_context",
        "computer_use", "vector_store", "file_search_cost_per_gb", "explicit_cache_read",
    ]

    /// `…_above_272k_tokens` in two.
    private static func threshold(_ field: String) -> (field: String, tokens: Int64)? {
        guard field.hasSuffix("k_tokens") else { return nil }
        let rest = field.dropLast("k_tokens".count)
        let digits = String(rest.reversed().prefix { $0.isNumber }.reversed())
        guard let thousands = Int64(digits), thousands < 1_000_000, rest.dropLast(digits.count).hasSuffix("_above_") else { return nil }
        return (String(rest.dropLast(digits.count + "_above_".count)), thousands * 1000)
    }

    private func rate(_ digits: String, _ size: Int64, _ key: String, _ notes: inout [String]) -> Ratio? {
        guard let (ratio, isRounded) = Ratio.imported(digits, per: size) else {
            notes.append("\(key): '\(digits)' is no price")
            return nil
        }
        if isRounded { notes.append("\(key): \(digits) is rounded to 9 digits") }
        return ratio
    }

    /// `tiered_pricing`: ranges of prompt length, each open below and closed above.
    private func takeRanges(_ ranges: JSONText?, _ key: String, _ rates: inout ImportedRates, _ notes: inout [String]) {
        for range in ranges?.elements ?? [] {
            guard let low = range["range"]?.elements.first?.integer else { continue }
            for member in range.members {
                guard let (meter, size) = Self.meters[member.key], let digits = member.value.digits,
                    let rate = rate(digits, size, key, &notes)
                else { continue }
                if low == 0 { rates.base[meter] = rate } else { rates.tiers[low, default: [:]][meter] = rate }
            }
        }
    }

    // MARK: - Fees, hours, places

    private static let sizes = ["low", "medium", "high"]

    private func searchPrices(_ row: JSONText, _ key: String, _ notes: inout [String]) -> [Ratio] {
        guard let prices = row["search_context_cost_per_query"] else { return [] }
        let rates = Self.sizes.compactMap { prices["search_context_size_\($0)"]?.digits }.compactMap { rate($0, 1, key, &notes) }
        return rates.count == 3 ? rates : []
    }

    /// Perplexity bills its searches by the request, Gemini 2 by the grounded prompt, others by the query.
    private func searchMeter(_ row: JSONText) -> Meter {
        let provider = row["litellm_provider"]?.string ?? ""
        if provider == "perplexity" { return .req }
        let isGoogle = provider == "gemini" || provider.hasPrefix("vertex_ai-language")
        return isGoogle && row["web_search_billing_unit"]?.string != "per_query" ? .grounded : .search
    }

    private func takeSearch(_ row: JSONText, _ key: String, _ rates: inout ImportedRates, _ notes: inout [String]) {
        if let low = searchPrices(row, key, &notes).first, low.numerator > 0 { rates.base[searchMeter(row)] = low }
    }

    private func searchContext(_ row: JSONText, _ key: String) -> [PriceRule] {
        var notes: [String] = []
        let rates = searchPrices(row, key, &notes)
        guard let low = rates.first, Set(rates.map(\.numerator)).count > 1 else { return [] }
        return zip(Self.sizes, rates).dropFirst().filter { $0.1 != low }.map { size, rate in
            PriceRule(
                selector: PriceSelector(conditions: [PriceCondition(kind: .ctx, words: [size])]), steps: [.set(searchMeter(row), rate)])
        }
    }

    /// Windows in which other rates hold.
    private func offPeak(_ pricing: JSONText?, _ key: String, _ notes: inout [String]) -> [PriceRule] {
        guard let pricing else { return [] }
        var steps: [PriceStep] = []
        for member in pricing.members {
            guard let (meter, size) = Self.meters[member.key], let digits = member.value.digits, let rate = rate(digits, size, key, &notes)
            else { continue }
            steps.append(.set(meter, rate))
        }
        return (pricing["windows"]?.elements ?? []).compactMap { window in
            let hours = window["hours_utc"].map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) } ?? []
            var schedule = PriceSchedule()
            schedule.windows = hours.filter { $0 != "00:00-00:00" }.flatMap { PriceSchedule.windows($0) ?? [] }
            for day in window["weekdays"]?.elements ?? [] {
                if let number = day.integer, (1...7).contains(number) { schedule.days |= 1 << UInt8(number - 1) }
            }
            return steps.isEmpty ? nil : PriceRule(selector: PriceSelector(schedule: schedule), steps: steps)
        }
    }

    private func multipliers(_ row: JSONText) -> [PriceRule] {
        var rules: [PriceRule] = []
        for region in ["eu", "us"] {
            if let factor = factor(row["regional_processing_uplift_multiplier_\(region)"]) {
                rules.append(scaling(PriceCondition(kind: .residency, words: [region]), factor))
            }
        }
        if let factor = factor(row["regional_endpoint_uplift_multiplier"]) {
            rules.append(scaling(PriceCondition(kind: .region, negated: true, words: ["global"]), factor))
        }
        let entry = row["provider_specific_entry"]
        if let factor = factor(entry?["fast"]) { rules.append(scaling(PriceCondition(kind: .speed, words: ["fast"]), factor)) }
        if let factor = factor(entry?["us"]) { rules.append(scaling(PriceCondition(kind: .geo, words: ["us"]), factor)) }
        return rules
    }

    private func factor(_ value: JSONText?) -> Ratio? {
        guard let digits = value?.digits, let factor = DecimalText(digits.utf8)?.ratio(shiftedBy: 0, over: 1) else { return nil }
        return factor == .one ? nil : factor
    }

    private func scaling(_ condition: PriceCondition, _ factor: Ratio) -> PriceRule {
        PriceRule(selector: PriceSelector(conditions: [condition]), steps: [.scale(factor)])
    }
}

extension ImportedRates {
    /// Token prices that are all zero say nothing.
    fileprivate mutating func dropUnbelievableZeros() {
        let isZero = { (rates: [Meter: Ratio]) in rates.allSatisfy { !$0.key.isToken || $0.value.numerator == 0 } }
        guard isZero(base), tiers.values.allSatisfy(isZero) else { return }
        tiers = [:]
        base = base.filter { $0.value.numerator > 0 }
    }
}
