import OTLP
import Wire

/// What earlier requests said of the same traces, and what later ones will want to know.
extension Desk {
    /// How many spans and conversations of one trace are recalled.
    private static let mostRecalled = 48

    mutating func recall(_ batch: inout Batch, _ interpreter: Interpreter, _ now: UInt64) {
        let present = kinship.sightings.count
        sightingOrder.sort(kinship.sightings) { $0.trace }
        mentionOrder.sort(mentions.list) { $0.trace }
        traces.reset(expecting: present + 1)
        for shard in 0..<TraceMemory.shardCount {
            let range = sightingOrder.range(of: shard)
            guard !range.isEmpty else { continue }
            interpreter.memory.with(shard: shard) { shard in
                var last: UInt64 = 0
                for n in range {
                    let trace = kinship.sightings[sightingOrder[n]].trace
                    // Spans of one trace are neighbours.
                    if trace != last { recallTrace(trace, &batch, &shard, now) }
                    last = trace
                }
            }
        }
        for i in 0..<present where kinship.sightings[i].mayHaveTwins { recallTwins(of: i, interpreter, now) }
        mentions.index()
    }

    /// Once for each trace.
    private mutating func recallTrace(_ key: UInt64, _ batch: inout Batch, _ shard: inout TraceMemory.Shard, _ now: UInt64) {
        guard traces.first(key) < 0 else { return }
        traces.insert(key, 0)
        shard.sightings.forEach(key, most: Desk.mostRecalled, at: now) {
            kinship.sightings.append($0)
            return true
        }
        shard.mentions.forEach(key, most: 8, at: now) { mention in
            guard let text = shard.texts.text(at: mention.offset, Int(mention.length)) else { return true }
            mentions.add(Mention(trace: key, span: mention.span, start: 0, conversation: Value(batch.keep(text)), isPast: true))
            return true
        }
    }

    /// Calls of other traces that may be the same as this one.
    private mutating func recallTwins(of i: Int, _ interpreter: Interpreter, _ now: UInt64) {
        let sighting = kinship.sightings[i]
        twins.removeAll(keep: 64)
        sighting.forEachTwinKey(within: 5_000_000) { key in
            guard traces.first(key) < 0 else { return }
            traces.insert(key, 0)
            interpreter.memory.with(key) { shard in
                shard.twins.forEach(key, most: 8, at: now) {
                    // Its own trace was recalled.
                    if $0.trace != sighting.trace { twins.append($0) }
                    return true
                }
            }
        }
        for n in 0..<twins.count { recallTwin(twins[n], interpreter, now) }
    }

    private mutating func recallTwin(_ twin: TraceMemory.Twin, _ interpreter: Interpreter, _ now: UInt64) {
        guard traces.first(twin.trace) < 0 else { return }
        interpreter.memory.with(twin.trace) { shard in
            shard.sightings.forEach(twin.trace, most: Desk.mostRecalled, at: now) {
                guard $0.span == twin.span else { return true }
                var found = $0
                found.place = found.outside
                kinship.sightings.append(found)
                return false
            }
        }
    }

    /// Keeps candidates and their wrappers, and the conversations that are new for their traces.
    func remember(_ interpreter: Interpreter, _ now: UInt64) {
        for shard in 0..<TraceMemory.shardCount {
            let spans = sightingOrder.range(of: shard)
            let named = mentionOrder.range(of: shard)
            guard !spans.isEmpty || !named.isEmpty else { continue }
            interpreter.memory.with(shard: shard) { shard in
                for n in spans {
                    guard let sighting = kinship.sightings[sightingOrder[n]].forLater else { continue }
                    shard.sightings.note(sighting, under: sighting.trace, at: now)
                }
                for n in named where !mentions.isKnown(mentionOrder[n]) { note(mentions[mentionOrder[n]], &shard, now) }
            }
        }
        rememberTwins(interpreter, now)
    }

    private func rememberTwins(_ interpreter: Interpreter, _ now: UInt64) {
        for i in 0..<kinship.sightings.count where kinship.sightings[i].mayHaveTwins || kinship.sightings[i].marks.contains(.root) {
            guard let sighting = kinship.sightings[i].forLater, sighting.isCandidate else { continue }
            let twin = TraceMemory.Twin(trace: sighting.trace, span: sighting.span)
            sighting.forEachTwinKey(within: 0) { key in interpreter.memory.with(key) { $0.twins.note(twin, under: key, at: now) } }
        }
    }

    private func note(_ mention: Mention, _ shard: inout TraceMemory.Shard, _ now: UInt64) {
        mention.conversation.withIdentifier { id in
            let offset = shard.texts.keep(id)
            shard.mentions.note(
                TraceMemory.Mention(span: mention.span, offset: offset, length: UInt32(truncatingIfNeeded: id.count)),
                under: mention.trace, at: now)
        }
    }
}

extension Sighting {
    /// Whether it may be one call with a span of another trace: only spans that nobody called may.
    var mayHaveTwins: Bool { isCandidate && !isPast && (parent == 0 || standing == .native) }

    /// The keys under which such a span is found: its numbers, its answer or, where it failed, the second in which it began, give or take
    /// `slack` nanoseconds.
    func forEachTwinKey(within slack: UInt64, _ body: (UInt64) -> Void) {
        if input > 0 { body(Mix.pair(outside, UInt64(bitPattern: input))) }
        if uncached > 0 { body(Mix.pair(outside, UInt64(bitPattern: uncached))) }
        if response != 0 { body(Mix.pair(response, 5)) }
        guard failed else { return }
        let (first, last) = ((start &- slack) >> 30, (start &+ slack) >> 30)
        body(Mix.pair(outside, ~first))
        if last != first { body(Mix.pair(outside, ~last)) }
    }

    /// As it will be recalled; nil where nobody will ask.
    var forLater: Sighting? {
        guard !isPast, !marks.contains(.repeated), isCandidate || role == .duplicate && !marks.contains(.record) else { return nil }
        var past = self
        past.marks.insert(.past)
        past.marks.remove(.mated)
        return past
    }
}
