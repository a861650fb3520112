import OTLP
import Wire

/// What earlier requests said of the same traces, and what later ones will want to know.
extension Desk {
    /// How many spans and conversations of one trace are recalled.
    private static let mostRecalled = 48

    mutating func recall(_ batch: inout Batch, _ interpreter: Interpreter, _ now: UInt64) {
        traces.reset(expecting: kinship.sightings.count + 1)
        let present = kinship.sightings.count
        for i in 0..<present {
            let sighting = kinship.sightings[i]
            recall(sighting.trace, isTrace: true, &batch, interpreter, now)
            if sighting.isCandidate, sighting.parent == 0 { recall(sighting.resource, isTrace: false, &batch, interpreter, now) }
        }
        mentions.index()
    }

    /// Once for each trace, and for each resource that has calls without a parent.
    private mutating func recall(_ key: UInt64, isTrace: Bool, _ batch: inout Batch, _ interpreter: Interpreter, _ now: UInt64) {
        guard traces.first(key) < 0 else { return }
        traces.insert(key, 0)
        interpreter.memory.with(key) { shard in
            shard.sightings.forEach(key, most: Desk.mostRecalled, at: now) {
                kinship.sightings.append($0)
                return true
            }
            guard isTrace else { return }
            shard.mentions.forEach(key, most: 8, at: now) { mention in
                guard let text = shard.texts.text(at: mention.offset, Int(mention.length)) else { return true }
                mentions.add(Mention(trace: key, span: mention.span, start: 0, conversation: Value(batch.keep(text)), isPast: true))
                return true
            }
        }
    }

    /// Keeps candidates and their wrappers, and the conversations that are new for their traces.
    func remember(_ interpreter: Interpreter, _ now: UInt64) {
        for i in 0..<kinship.sightings.count {
            var sighting = kinship.sightings[i]
            guard !sighting.isPast, !sighting.marks.contains(.repeated), sighting.isCandidate || sighting.role == .duplicate else {
                continue
            }
            sighting.marks.insert(.past)
            sighting.marks.remove(.mated)
            interpreter.memory.with(sighting.trace) { $0.sightings.note(sighting, under: sighting.trace, at: now) }
            if sighting.parent == 0 || sighting.marks.contains(.root) {
                interpreter.memory.with(sighting.resource) { $0.sightings.note(sighting, under: sighting.resource, at: now) }
            }
        }
        for i in 0..<mentions.count { remember(mentions[i], i, interpreter, now) }
    }

    private func remember(_ mention: Mention, _ i: Int, _ interpreter: Interpreter, _ now: UInt64) {
        // What is already known of a trace need not be noted again.
        let known = mentions.best(of: mention.trace) { a, b in a.start < b.start }
        if known >= 0, known != i, mentions[known].conversation.isSame(as: mention.conversation) { return }
        if mention.isPast { return }
        mention.conversation.withIdentifier { id in
            interpreter.memory.with(mention.trace) { shard in
                let offset = shard.texts.keep(id)
                shard.mentions.note(
                    TraceMemory.Mention(span: mention.span, offset: offset, length: UInt32(truncatingIfNeeded: id.count)),
                    under: mention.trace, at: now)
            }
        }
    }
}
