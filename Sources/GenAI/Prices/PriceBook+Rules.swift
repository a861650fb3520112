import Wire

/// Which rules of a model hold for a call.
extension PriceBook {
    /// One bit for each rule that holds, the first rule lowest. `range` shrinks to the prompts and times of which the same is true.
    func match(
        _ entry: CompiledEntry, _ prompt: Int64, _ resolution: Resolution, _ context: PriceContext, _ attribute: (Int) -> Text,
        _ range: inout RuleRange
    ) -> UInt64 {
        var matched: UInt64 = 0
        let seconds = Int64(nanos(resolution, context) / 1_000_000_000)
        for at in entry.firstRule..<entry.endRule {
            if rules[at].over >= 0 {
                range.cut(prompt, above: rules[at].over)
                if prompt <= rules[at].over { continue }
            }
            if rules[at].batch, !context.batch { continue }
            if !rules[at].isPlain {
                range.cut(seconds, rules[at])
                if !holds(rules[at], seconds, resolution, context, attribute) { continue }
            }
            matched |= 1 << UInt64(truncatingIfNeeded: at &- entry.firstRule)
        }
        return matched
    }

    /// The moment that decides, in Unix nanoseconds.
    @inline(__always)
    func nanos(_ resolution: Resolution, _ context: PriceContext) -> UInt64 {
        resolution.usesEnd && context.endNanos > 0 ? context.endNanos : context.startNanos
    }

    private func holds(
        _ rule: CompiledRule, _ seconds: Int64, _ resolution: Resolution, _ context: PriceContext, _ attribute: (Int) -> Text
    ) -> Bool {
        guard seconds >= rule.from, seconds < rule.to else { return false }
        if rule.schedule >= 0, !schedules[Int(rule.schedule)].contains(seconds) { return false }
        for at in rule.firstCondition..<rule.endCondition where !holds(at, resolution, context, attribute) { return false }
        return true
    }

    private func holds(_ at: Int, _ resolution: Resolution, _ context: PriceContext, _ attribute: (Int) -> Text) -> Bool {
        switch conditions[at].kind {
        case .tier: says(at, tier(resolution, context))
        case .speed: says(at, context.speed)
        case .region: says(at, resolution.region, context.region)
        case .residency: says(at, resolution.residency, context.residency)
        case .geo: says(at, context.geo)
        case .ctx: says(at, context.searchContext)
        case .route: says(at, context.route)
        case .attribute: says(at, attribute(conditions[at].key), exactly: true)
        }
    }

    /// Whether what the request says is among the words. What it does not say is neither among them nor not.
    private func says(_ at: Int, _ text: Text, exactly: Bool = false) -> Bool {
        guard !text.isEmpty else { return false }
        let count = conditions[at].words.count
        for word in 0..<count where equal(conditions[at].words[word], text, exactly) { return !conditions[at].negated }
        return conditions[at].negated
    }

    private func says(_ at: Int, _ place: Int16, _ text: Text) -> Bool {
        if place == -1 { return says(at, text) }
        for word in conditions[at].places where word == place { return !conditions[at].negated }
        return conditions[at].negated
    }

    func equal(_ word: [UInt8], _ text: Text, _ exactly: Bool) -> Bool {
        guard word.count == text.count else { return false }
        for i in 0..<word.count where word[i] != (exactly ? text[i] : Text.lower(text[i])) { return false }
        return true
    }

    // MARK: - Service tier

    /// The tier that decides. "auto" is a wish, not a tier.
    func tier(_ resolution: Resolution, _ context: PriceContext) -> Text {
        let served = context.servedTier.equalsIgnoringCase("auto") ? Text.empty : context.servedTier
        let requested = context.requestedTier.equalsIgnoringCase("auto") ? Text.empty : context.requestedTier
        let choice = resolution.provider >= 0 ? providers[Int(resolution.provider)].tier : .response
        switch choice {
        case .response: return served.isEmpty ? requested : served
        case .request: return requested.isEmpty ? served : requested
        case .max: return served.isEmpty || PriceBook.isDefault(served) && !requested.isEmpty ? requested : served
        }
    }

    private static func isDefault(_ tier: Text) -> Bool { tier.equalsIgnoringCase("default") || tier.equalsIgnoringCase("standard") }
}

extension CompiledSchedule {
    /// Whether an instant falls into the hours, on such a day, and not on one of the excepted.
    func contains(_ seconds: Int64) -> Bool {
        let local = seconds &+ zoneSeconds
        let day = Int(Instant.floorDivide(local, 86_400))
        // 1970-01-01 was a Thursday.
        let weekday = ((day &+ 3) % 7 &+ 7) % 7
        guard days & (1 << UInt8(weekday)) != 0, !except.contains(where: { $0.contains(day) }) else { return false }
        guard !windows.isEmpty else { return true }
        let second = Int(seconds &- Instant.floorDivide(seconds, 86_400) &* 86_400)
        return windows.contains { window in
            let isAfter = second >= window.start &* 60
            let isBefore = second < window.end &* 60
            return window.start < window.end ? isAfter && isBefore : isAfter || isBefore
        }
    }
}
