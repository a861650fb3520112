/// What a call adds to the one before it: each call of a conversation repeats its whole history.
struct News: Sendable, Equatable {
    /// Messages of the prompt that were said before.
    let earlier: Int
    /// The prompt's messages that are new.
    let messages: [Message]

    init(_ call: CallContent, after previous: CallContent?) {
        let known = previous.map { News.overlap(of: call.prompt, with: $0) } ?? 0
        earlier = known
        messages = Array(call.prompt.dropFirst(known))
    }

    /// The last message alone, whatever was said before.
    init(asking prompt: [Message]) {
        messages = Array(prompt.suffix(1))
        earlier = prompt.count - messages.count
    }

    /// How many messages at the start of `prompt` the previous call has heard or said.
    private static func overlap(of prompt: [Message], with previous: CallContent) -> Int {
        let heard = previous.prompt.count
        var count = zip(prompt, previous.prompt).prefix { $0.says(as: $1) }.count
        if count < heard { count = windowed(prompt, after: count, in: previous.prompt) ?? count }
        guard count > 0 || heard == 0 else { return 0 }
        // The answer comes back as history, not always in the words in which it was given.
        guard count >= min(heard, prompt.count) || count > prefixOfSystem(prompt) else { return count }
        let said = prompt.dropFirst(count).prefix(previous.answer.count).prefix { $0.role == .assistant }
        return count + said.count
    }

    /// Histories that are cut at their beginning: where the rest of `prompt` continues what was heard.
    private static func windowed(_ prompt: [Message], after count: Int, in heard: [Message]) -> Int? {
        guard count < prompt.count else { return nil }
        for start in heard.indices.dropFirst(count) where heard[start].says(as: prompt[count]) {
            let rest = heard[start...]
            if zip(prompt[count...], rest).allSatisfy({ $0.says(as: $1) }) { return min(count + rest.count, prompt.count) }
        }
        return nil
    }

    private static func prefixOfSystem(_ prompt: [Message]) -> Int { prompt.prefix { $0.role == .system }.count }
}

extension Message {
    /// Whether both say the same, whatever stands around it.
    fileprivate func says(as other: Message) -> Bool { role == other.role && parts == other.parts }
}
