import Wire

/// A table shown to people.
extension PriceBook {
    /// One rate in force.
    package struct ShownRate: Sendable {
        package let meter: Meter
        /// As a file writes it: `2.5`, `10/k`.
        package let price: String
    }

    /// The rates of a model for a short prompt at a time (Unix seconds) and service tier.
    package func rates(of entry: Int32, at seconds: Int64, tier: String) -> [ShownRate] {
        let compiled = entries[Int(entry)]
        let resolution = Resolution(
            entry: entry, reason: .modelUnknown, region: -1, residency: -1, provider: Int16(truncatingIfNeeded: compiled.provider),
            ignoresPlace: false, usesEnd: providers[compiled.provider].usesEnd)
        let nanos = UInt64(max(0, seconds)) &* 1_000_000_000
        let sheet = Array(tier.utf8).withUnsafeBytes { raw in
            var context = PriceContext(provider: .empty, requestModel: .empty, responseModel: .empty, startNanos: nanos, endNanos: nanos)
            context.servedTier = Text(raw)
            var range = RuleRange()
            return RateSheet(self, compiled, match(compiled, 0, resolution, context, { _ in .empty }, &range))
        }
        return Meter.allCases.compactMap { meter in
            sheet.own.contains(meter) ? ShownRate(meter: meter, price: sheet[meter].literal(for: meter)) : nil
        }
    }

    /// Our name of a provider from any of its spellings; itself where there is none.
    package func providerName(_ spelling: String) -> String {
        spellings[spelling.lowercased()].map { providers[$0].name } ?? spelling
    }
}
