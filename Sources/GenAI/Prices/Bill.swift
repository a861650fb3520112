/// One call charged, in pico-dollars; each sum is rounded once.
struct Bill {
    private(set) var total: Int64 = 0
    private(set) var input: Int64 = 0
    private(set) var output: Int64 = 0
    /// Meters with a count above zero.
    private(set) var used = MeterSet()

    @inline(__always)
    init(_ buckets: Buckets, _ usage: BillableUsage, _ sheet: RateSheet) {
        let limit = sheet.quickLimit
        if buckets.prompt <= limit, buckets.generated <= limit, usage.others.bits <= limit, !usage.others.hasSeconds {
            chargeQuickly(buckets, usage, sheet)
        } else {
            charge(buckets, usage, sheet)
        }
    }

    /// Whole rates, and counts too small to overflow: as good as always.
    @inline(__always)
    private mutating func chargeQuickly(_ buckets: Buckets, _ usage: BillableUsage, _ sheet: RateSheet) {
        var used: UInt64 = 0
        var (input, output): (Int64, Int64) = (0, 0)
        buckets.eachToken(of: usage) { meter, count in
            used |= (count == 0 ? 0 : 1) &<< UInt64(meter.rawValue)
            let amount = count &* sheet[meter].numerator
            if meter.side == .input { input &+= amount } else { output &+= amount }
        }
        (self.used, self.input, self.output, total) = (MeterSet(bits: used), input, output, input &+ output)
        if usage.others.bits != 0 || sheet.own.contains(.req) { chargeOthersQuickly(usage, sheet) }
    }

    @inline(never)
    private mutating func chargeOthersQuickly(_ usage: BillableUsage, _ sheet: RateSheet) {
        Bill.eachOther(of: usage, sheet) { meter, count, _ in
            guard count > 0 else { return }
            used.insert(meter)
            let amount = count &* sheet[meter].numerator
            total &+= amount
            if meter.side == .input { input &+= amount } else if meter.side == .output { output &+= amount }
        }
    }

    /// What is charged besides tokens.
    @inline(__always)
    private static func eachOther(of usage: BillableUsage, _ sheet: RateSheet, _ body: (Meter, Int64, _ divisor: Int64) -> Void) {
        // Some providers bill the prompt that was grounded, with however many searches.
        let isGrounded = usage.others.webSearches > 0 && sheet.own.contains(.grounded)
        body(.grounded, isGrounded ? 1 : 0, 1)
        body(.search, isGrounded ? 0 : usage.others.webSearches, 1)
        usage.others.each(body)
        body(.req, sheet.own.contains(.req) ? 1 : 0, 1)
    }

    /// Exactly, whatever the rates and counts.
    @inline(never)
    private mutating func charge(_ buckets: Buckets, _ usage: BillableUsage, _ sheet: RateSheet) {
        var (input, output, all) = (Amount(), Amount(), Amount())
        var used = MeterSet()
        func add(_ meter: Meter, _ count: Int64, over divisor: Int64 = 1) {
            guard count > 0 else { return }
            used.insert(meter)
            var billed = count
            let (least, overflow) = sheet.minimum(meter).multipliedReportingOverflow(by: divisor)
            if !overflow { billed = max(count, least) }
            all.add(billed, sheet[meter], over: divisor)
            switch meter.side {
            case .input: input.add(billed, sheet[meter], over: divisor)
            case .output: output.add(billed, sheet[meter], over: divisor)
            case .fee: break
            }
        }
        buckets.eachToken(of: usage) { add($0, $1) }
        Bill.eachOther(of: usage, sheet) { add($0, $1, over: $2) }
        (self.used, self.input, self.output, total) = (used, input.rounded, output.rounded, all.rounded)
    }
}
