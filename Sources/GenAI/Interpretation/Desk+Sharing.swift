/// What one witness of a call knows and the one that stands for it does not.
extension Desk {
    /// Fills the accounts of calls from those of their duplicates. Spans of this request only: their accounts lie beside their sightings.
    mutating func share() {
        for i in 0..<accounts.count where kinship.sightings[i].role == .duplicate {
            let call = kinship.witness(of: i)
            guard call >= 0, call < accounts.count, call != i, kinship.sightings[call].role == .call else { continue }
            let other = accounts[i]
            accounts[call].learn(from: other)
        }
    }
}

extension Account {
    /// Nothing that is known is replaced; parts of counts only where the counts are the same.
    mutating func learn(from other: Account) {
        if requestModel.isEmpty { requestModel = other.requestModel }
        if responseModel.isEmpty { responseModel = other.responseModel }
        if provider.isEmpty {
            provider = other.provider
            hasProvider = false
        }
        priceName = PriceName(NameParts(provider: provider, response: responseModel, request: requestModel, host: host))
        if reported == nil { reported = other.reported }
        guard usage.input == other.usage.input, usage.output == other.usage.output else { return }
        if usage.cacheRead == nil { usage.cacheRead = other.usage.cacheRead }
        if usage.cacheWrite == nil { usage.cacheWrite = other.usage.cacheWrite }
        if usage.cacheWrite1h == nil { usage.cacheWrite1h = other.usage.cacheWrite1h }
        if usage.reasoning == nil { usage.reasoning = other.usage.reasoning }
    }
}
