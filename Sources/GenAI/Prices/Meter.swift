/// What a price can be asked for: one kind of token, or one other thing a provider counts.
///
/// The words are those of a `.prices` file (`prices.md` 3.1).
package enum Meter: UInt8, CaseIterable, Sendable {
    case `in`, out, cr, cw, cw5m, cw1h, cw12h, think, ain, aout, acr, iin, iout, icr, vin, vout, cite
    case search, grounded, xsearch, files, code, maps, req, asec, vsec, char, page, apage, img, px, rerank, msg

    /// How a file spells it.
    package var word: String { Meter.words[Int(rawValue)] }

    /// The spellings, by raw value.
    private static let words = allCases.map { "\($0)" }

    private static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.word, $0) })

    init?(word: String) {
        guard let meter = Meter.byWord[word] else { return nil }
        self = meter
    }

    /// Tokens are priced per million unless the line says otherwise, and are what `xN` multiplies.
    @inline(__always)
    package var isToken: Bool { rawValue <= Meter.cite.rawValue }

    /// Seconds are priced per hour, minute or second.
    var isSeconds: Bool { self == .asec || self == .vsec }

    /// Where the rate comes from when this meter has none of its own (`prices.md` 2.2).
    @inline(__always)
    var parent: Meter? {
        switch self {
        case .cw1h, .cw12h, .cw5m: .cw
        case .acr, .icr: .cr
        case .cw, .cr, .ain, .iin, .vin: .in
        case .think, .aout, .iout, .vout, .cite: .out
        default: nil
        }
    }

    /// Sound and pictures priced as text are a guess; a cached or thinking token priced as its parent is not.
    @inline(__always)
    var isModality: Bool {
        switch self {
        case .ain, .aout, .acr, .iin, .iout, .icr, .vin, .vout: true
        default: false
        }
    }

    /// Whether the amount belongs to the input or output share of a cost; fees belong to neither.
    @inline(__always)
    var side: Side {
        switch self {
        case .in, .cr, .cw, .cw5m, .cw1h, .cw12h, .ain, .acr, .iin, .icr, .vin, .asec, .vsec, .char, .page, .apage, .px, .rerank, .msg:
            .input
        case .out, .think, .aout, .iout, .vout, .cite, .img: .output
        default: .fee
        }
    }

    enum Side { case input, output, fee }
}

/// One of each meter, by raw value.
typealias PerMeter<Element> = InlineArray<33, Element>

/// A set of meters in one word.
package struct MeterSet: Equatable, Sendable {
    package private(set) var bits: UInt64 = 0

    package init() {}

    @inline(__always)
    init(bits: UInt64) { self.bits = bits }

    @inline(__always)
    package mutating func insert(_ meter: Meter) { bits |= 1 << UInt64(meter.rawValue) }

    @inline(__always)
    package func contains(_ meter: Meter) -> Bool { bits & (1 << UInt64(meter.rawValue)) != 0 }

    package var isEmpty: Bool { bits == 0 }

    /// Those of this set that are not in another.
    @inline(__always)
    func subtracting(_ other: MeterSet) -> MeterSet { MeterSet(bits: bits & ~other.bits) }

    @inline(__always)
    func intersection(_ other: MeterSet) -> MeterSet { MeterSet(bits: bits & other.bits) }

    /// The words of its meters, in the order of a file.
    package var words: String { Meter.allCases.filter(contains).map(\.word).joined(separator: ",") }
}
