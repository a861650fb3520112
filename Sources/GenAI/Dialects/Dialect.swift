import OTLP
import Wire

/// One instrumentation's way of speaking: how to know it, and where it differs from the general key list.
///
/// A dialect is data plus, at most, a few rules. Adding one is a file with a `static let` and a line in `Dialect.all`.
final class Dialect: Sendable {
    typealias Rule<Answer> = @Sendable (borrowing Facts, borrowing Batch) -> Answer

    /// The word in metrics: `weir_genai_spans_total{dialect="…"}`.
    let name: StaticString
    /// Instrumentation scope names: exact, or a beginning where they end in `*`. The longest that fits wins.
    let scopes: [StaticString]
    /// Attribute keys that give it away under an unknown scope name.
    let probes: [String]
    /// How good its spans are as witnesses of a call that others saw too.
    let standing: Standing
    /// Keys that state a fact here before, or instead of, what they mean in general.
    let keys: [(Fact, [String])]
    /// Keys that do not mean here what they say.
    let ignored: [String]
    /// Vendors whose input count leaves cached tokens out (dialects.md 1.5).
    let exclusiveInput: VendorSet
    /// Vendors whose output count leaves reasoning tokens out.
    let exclusiveOutput: VendorSet
    /// Its total is a sum of its own making: no evidence of what the parts include.
    let addsTotalItself: Bool
    /// Who serves, where the span does not say.
    let vendor: Vendor?
    /// Every span of these scopes is about GenAI; otherwise only those with telling keys.
    let coversScope: Bool
    /// What a span is, where the general order of evidence would be wrong. Nil: ask the general order.
    let sense: Rule<Sense?>?
    /// How good a witness this span is, where that differs within the dialect.
    let standingOf: Rule<Standing>?

    init(
        name: StaticString, scopes: [StaticString] = [], probes: [String] = [], standing: Standing = .client,
        keys: [(Fact, [String])] = [], ignored: [String] = [], exclusiveInput: VendorSet = [], exclusiveOutput: VendorSet = [],
        addsTotalItself: Bool = false, vendor: Vendor? = nil, coversScope: Bool = true, sense: Rule<Sense?>? = nil,
        standingOf: Rule<Standing>? = nil
    ) {
        self.name = name
        self.scopes = scopes
        self.probes = probes
        self.standing = standing
        self.keys = keys
        self.ignored = ignored
        self.exclusiveInput = exclusiveInput
        self.exclusiveOutput = exclusiveOutput
        self.addsTotalItself = addsTotalItself
        self.vendor = vendor
        self.coversScope = coversScope
        self.sense = sense
        self.standingOf = standingOf
    }
}

/// How much a span knows about a call: the better witness stands for it, the others are duplicates.
enum Standing: UInt8, Sendable, Comparable {
    /// Raw request and response blobs.
    case blob
    /// A decorator, or a gateway's note on somebody else's span.
    case wrapper
    /// A framework that calls an SDK.
    case framework
    /// An instrumentation of the provider's SDK.
    case client
    /// The SDK itself.
    case native

    static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
}

/// A set of vendors.
struct VendorSet: OptionSet, Sendable {
    let rawValue: UInt32
    static let all = VendorSet(rawValue: .max)
    static let anthropic = VendorSet(.anthropic)
    static let bedrock = VendorSet(.bedrock)
    static let google: VendorSet = [VendorSet(.gemini), VendorSet(.vertexAI)]

    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ vendor: Vendor) { rawValue = 1 << UInt32(vendor.rawValue) }

    func contains(_ vendor: Vendor?) -> Bool {
        guard let vendor else { return self == .all }
        return rawValue & (1 << UInt32(vendor.rawValue)) != 0
    }
}
