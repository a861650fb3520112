import OTLP
import Wire

/// Judgements on earlier spans, for those that say the same: an application makes its calls in a few ways, thousands of times.
///
/// Bounded: 256 of them in sets of four. A key is a hash of everything a judgement depends on (`Facts.identity`, the span's name, kind and
/// scope), with a seed that nobody outside knows.
struct Precedents: ~Copyable {
    /// A judgement without its texts, and where in such a span those stand. Nothing of a request is kept.
    struct Precedent: BitwiseCopyable {
        /// 0 where nothing is.
        var key: UInt64
        var judgement: Judgement
        var provider = Facts.Passage()
        var request = Facts.Passage()
        var response = Facts.Passage()
    }

    private static let ways = 4
    private static let sets = 64

    private var kept = Scratch<Precedent>(capacity: Precedents.ways * Precedents.sets)
    /// Where the next one goes in its set.
    private var hand = 0

    init() {}

    /// What was judged of a span that said the same as the selected one; false where there was none.
    @inline(__always)
    func find(_ key: UInt64, _ facts: borrowing Facts, _ batch: borrowing Batch, _ judgement: inout Judgement) -> Bool {
        guard kept.count != 0 else { return false }
        let first = Precedents.set(of: key)
        for at in first..<first &+ Precedents.ways where kept[at].key == key {
            judgement = kept[at].judgement
            kept[at].fill(&judgement, facts, batch.name)
            return true
        }
        return false
    }

    mutating func keep(_ judgement: Judgement, _ key: UInt64, _ facts: borrowing Facts, _ batch: borrowing Batch) {
        guard let precedent = Precedent(judgement, key, facts, batch.name) else { return }
        if kept.count == 0 { kept.refill(precedent.unused, count: Precedents.ways * Precedents.sets) }
        hand &+= 1
        kept[Precedents.set(of: key) &+ hand % Precedents.ways] = precedent
    }

    @inline(__always)
    private static func set(of key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (sets - 1) &* ways }
}

extension Precedents.Precedent {
    /// A place that nothing is found in.
    fileprivate var unused: Self {
        var place = self
        place.key = 0
        return place
    }

    /// Nil where its words cannot be found again.
    fileprivate init?(_ judgement: Judgement, _ key: UInt64, _ facts: borrowing Facts, _ name: Text) {
        guard !judgement.models.isFromTexts, let request = facts.passage(judgement.models.request, name),
            let response = facts.passage(judgement.models.response, name)
        else { return nil }
        self.init(key: key, judgement: judgement, request: request, response: response)
        self.judgement.models = Models()
        // A vendor's name is ours and stays.
        guard judgement.vendor == nil else { return }
        guard let provider = facts.passage(judgement.provider, name) else { return nil }
        self.provider = provider
        self.judgement.provider = .empty
    }

    /// Puts in the texts.
    @inline(__always)
    fileprivate func fill(_ judgement: inout Judgement, _ facts: borrowing Facts, _ name: Text) {
        judgement.models.request = facts.text(request, name)
        judgement.models.response = facts.text(response, name)
        if judgement.vendor == nil { judgement.provider = facts.text(provider, name) }
    }
}
