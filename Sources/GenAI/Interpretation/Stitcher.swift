import OTLP
import Synchronization
import Wire

/// Joins calls without a conversation: one whose input messages extend an earlier call's, or that names its response, continues it.
///
/// Only hashes are kept, of whole inputs and of response ids, a bounded number of them; never content.
final class Stitcher: Sendable {
    private static let limit = 1 << 16
    /// How many messages from the end an earlier input may have ended.
    private static let reach = 64

    private let known: Mutex<History<UInt64>>

    init(lifetime: UInt64) { known = Mutex(History(limit: Stitcher.limit, lifetime: lifetime)) }

    /// The conversation of a call as a number: an earlier one it continues, or a new one.
    func conversation(of account: Account, _ sighting: Sighting, at now: UInt64) -> UInt64? {
        let inputs = Stitcher.prefixes(account.messages, seed: sighting.resource)
        guard let whole = inputs.last else { return nil }
        return known.withLock { known in
            var found = Stitcher.find(Mix.pair(account.previousResponse, 9), known, now)
            if account.previousResponse == 0 { found = nil }
            for prefix in inputs.dropLast().suffix(Stitcher.reach).reversed() where found == nil {
                found = Stitcher.find(prefix, known, now)
            }
            let conversation = found ?? Mix.pair(whole, sighting.span)
            known.note(conversation, under: whole, at: now)
            if sighting.response != 0 { known.note(conversation, under: Mix.pair(sighting.response, 9), at: now) }
            return conversation
        }
    }

    private static func find(_ key: UInt64, _ known: borrowing History<UInt64>, _ now: UInt64) -> UInt64? {
        var found: UInt64?
        known.forEach(key, most: 16, at: now) {
            found = $0
            return false
        }
        return found
    }

    /// A hash for each beginning of a JSON list of messages, the whole list's last.
    private static func prefixes(_ messages: Text, seed: UInt64) -> [UInt64] {
        guard let list = JSONView(messages), list.isArray else { return [] }
        var hash = seed
        var prefixes: [UInt64] = []
        list.forEachElement {
            hash = Mix.pair(hash, $0.text.hash(seed: 31))
            prefixes.append(hash)
            return prefixes.count < 4096
        }
        return prefixes
    }
}
