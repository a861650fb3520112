import Wire

/// A call's cost taken apart, for people: what of which kind was used, at which rate, for how much.
extension PriceBook {
    package struct Item: Equatable, Sendable {
        package let meter: Meter
        package let count: Int64
        /// As a file writes it: `2.5`, dollars per million tokens.
        package let price: String
        /// Pico-dollars, rounded.
        package let amount: Int64
    }

    /// The items of a call's tokens by the rates of its time, none of them zero; nil where the model has no price or its counts make no sense.
    package func items(_ usage: BillableUsage, provider: String, requestModel: String, responseModel: String, at seconds: Int64)
        -> [Item]?
    {
        guard let buckets = Buckets(usage) else { return nil }
        var items: [Item] = []
        let isPriced = withSheet(provider, requestModel, responseModel, at: seconds, prompt: buckets.prompt) { sheet in
            buckets.eachToken(of: usage) { meter, count in
                guard count > 0 else { return }
                var amount = Amount()
                amount.add(count, sheet[meter])
                items.append(Item(meter: meter, count: count, price: sheet[meter].literal(for: meter), amount: amount.rounded))
            }
        }
        return isPriced ? items : nil
    }

    /// What a million cached input tokens cost less than a million plain ones, in dollars; nil where either has no price of its own.
    package func cachedDiscount(provider: String, model: String, at seconds: Int64) -> Double? {
        var discount: Double?
        _ = withSheet(provider, model, model, at: seconds, prompt: 0) { sheet in
            guard sheet.own.contains(.cr), sheet.own.contains(.in) else { return }
            // A pico-dollar a token is a millionth of a dollar a million.
            discount = (sheet[.in].value - sheet[.cr].value) / 1e6
        }
        return discount
    }

    /// The day from which the present rates of a model hold, where its rules say one; its moment as text.
    package func since(_ entry: Int32, at seconds: Int64) -> String? {
        let compiled = entries[Int(entry)]
        let moments = rules[compiled.firstRule..<compiled.endRule].map(\.from).filter { $0 > .min && $0 <= seconds }
        return moments.max().map(Instant.text)
    }

    private func withSheet(
        _ provider: String, _ requestModel: String, _ responseModel: String, at seconds: Int64, prompt: Int64, _ body: (RateSheet) -> Void
    ) -> Bool {
        let (provider, request, response) = (Array(provider.utf8), Array(requestModel.utf8), Array(responseModel.utf8))
        return provider.withUnsafeBytes { provider in
            request.withUnsafeBytes { request in
                response.withUnsafeBytes { response in
                    let names = NameParts(provider: Text(provider), response: Text(response), request: Text(request), host: .empty)
                    let resolution = resolveAnew(names)
                    guard resolution.entry >= 0 else { return false }
                    let nanos = UInt64(max(0, min(seconds, 1 << 33))) &* 1_000_000_000
                    let context = PriceContext(
                        provider: names.provider, requestModel: names.request, responseModel: names.response, startNanos: nanos,
                        endNanos: nanos)
                    var range = RuleRange()
                    let entry = entries[Int(resolution.entry)]
                    body(RateSheet(self, entry, match(entry, prompt, resolution, context, { _ in .empty }, &range)))
                    return true
                }
            }
        }
    }
}

extension Ratio {
    fileprivate var value: Double { Double(numerator) / Double(denominator) }
}
