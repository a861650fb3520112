import GenAI
import Pipeline

/// What a shelf says of itself.
extension PriceShelf {
    /// The own telemetry of a processor's prices.
    func samples(processor: String, now: UInt64) -> [Sample] {
        let status = status
        func sample(_ name: String, _ value: Double, _ kind: Sample.Kind, _ help: String, _ labels: [(String, String)] = []) -> Sample {
            Sample(name: name, labels: [("processor", processor)] + labels, value: value, kind: kind, help: help)
        }
        var samples = [
            sample("weir_prices_reloads_total", Double(status.reloads), .counter, "Times that changed price files were taken over."),
            sample(
                "weir_prices_reload_failures_total", Double(status.failures), .counter,
                "Times that changed price files had mistakes and the table stayed."),
        ]
        guard let book = status.book else { return samples }
        samples.append(sample("weir_prices_entries", Double(book.modelCount), .gauge, "Models that have prices."))
        if let day = book.asofDay {
            let age = Double(now) / 1e9 - Double(day) * 86_400
            samples.append(sample("weir_prices_age_seconds", age, .gauge, "Time since the day the price table was true."))
        }
        let names = book.nameCacheCounts
        for (result, count) in [("hit", names.hits), ("miss", names.misses), ("evicted", names.evictions), ("too_long", names.refused)] {
            samples.append(
                sample(
                    "weir_prices_names_total", Double(count), .counter, "Model names by what the memory of names did with them.",
                    [("result", result)]))
        }
        return samples + coverage(sample)
    }

    private func coverage(_ sample: (String, Double, Sample.Kind, String, [(String, String)]) -> Sample) -> [Sample] {
        let seen = coverage.snapshot
        let unknown = seen.unknown + [PriceCoverage.Unknown(provider: "other", model: "other", calls: seen.unknownOthers)]
        return seen.providers.flatMap { provider in
            [("yes", provider.tokens.priced), ("no", provider.tokens.unpriced)].map { priced, tokens in
                sample(
                    "weir_prices_tokens_total", Double(tokens), .counter, "Tokens of model calls by whether they have a price.",
                    [("provider", provider.name), ("priced", priced)])
            }
        }
            + unknown.map { model in
                sample(
                    "weir_prices_unknown_model_calls_total", Double(model.calls), .counter,
                    "Calls to models that have no price, since the table was read.", [("provider", model.provider), ("model", model.model)])
            }
    }

    /// What `/api/v1/status` says.
    var facts: [(String, String)] {
        let status = status
        guard let book = status.book else { return [("prices", "none")] }
        return [
            ("prices", book.basis), ("prices_models", String(book.modelCount)), ("prices_reloads", String(status.reloads)),
            ("prices_mistake", status.mistake ?? ""),
        ]
    }
}
