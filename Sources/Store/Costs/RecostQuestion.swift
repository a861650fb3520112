/// Which costs are to be worked out again, with the prices of now (view.md 4.5).
///
/// Never touched: costs that SDKs or gateways reported, calls whose spans are no longer kept, and calls that still have no price.
package struct RecostQuestion: Sendable {
    /// Of calls that began in it.
    package var range: TimeRange
    /// As reported by the calls: `SpanRow.model`.
    package var model = Choice()
    /// Only calls that have no cost yet: the price was missing and now is there.
    package var unpricedOnly = false
    /// Where an earlier answer ended.
    package var after: RecostPlace?

    package init(range: TimeRange) { self.range = range }
}

/// Up to where costs have been worked out; opaque outside.
package struct RecostPlace: Sendable, Equatable {
    let day: Int64
    let trace: Int64
    let span: Int64

    init(day: Int64, trace: Int64 = .min, span: Int64 = .min) {
        self.day = day
        self.trace = trace
        self.span = span
    }

    package var token: String { "\(day).\(trace).\(span)" }

    package init?(token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map { Int64($0) }
        guard parts.count == 3, let day = parts[0], let trace = parts[1], let span = parts[2] else { return nil }
        self.init(day: day, trace: trace, span: span)
    }
}

/// What became of it.
package struct RecostReport: Sendable, Equatable {
    /// Calls that were looked at, those whose cost changed, and those of them that had none before.
    package var calls: Int64 = 0
    package var changed: Int64 = 0
    package var newlyPriced: Int64 = 0
    /// New costs less old ones.
    package var differenceNano: Int64 = 0
    /// Where to go on, where there was not time enough for all; nil at the end.
    package var next: RecostPlace?

    package init() {}

    package mutating func add(_ other: RecostReport) {
        calls += other.calls
        changed += other.changed
        newlyPriced += other.newlyPriced
        differenceNano &+= other.differenceNano
    }
}

/// What a call costs by a price table.
package struct CallCost: Sendable, Equatable {
    package var nano: Int64
    /// `SpanRecord.costInputNano` and `.costOutputNano`.
    package var inputNano: Int64?
    package var outputNano: Int64?
    /// `SpanRecord.costDetail` and `.price`.
    package var detail: String?
    package var price: String?

    package init(nano: Int64, inputNano: Int64? = nil, outputNano: Int64? = nil, detail: String? = nil, price: String? = nil) {
        self.nano = nano
        self.inputNano = inputNano
        self.outputNano = outputNano
        self.detail = detail
        self.price = price
    }
}

/// Works out costs from what was sent.
package protocol CostReader: Sendable {
    /// Of the calls at these places of a block; nil for those of which no price table says anything.
    func costs(_ block: [UInt8], at places: [Int]) -> [CallCost?]
}
