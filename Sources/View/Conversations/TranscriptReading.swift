/// Turns the steps of one turn after another into blocks, remembering what was said before.
struct TranscriptReading {
    private(set) var hasContent = false
    /// The last call of each agent: agents have histories of their own.
    private var last: [String: CallContent] = [:]
    private var blocks: [Transcript.Block] = []
    /// Agents that have spoken in this turn.
    private var begun: Set<String> = []

    mutating func blocks(of steps: [Step]) -> [Transcript.Block] {
        (blocks, begun) = ([], [])
        let steps = Twins.lend(among: steps)
        var attempts: [Step] = []
        for (index, step) in steps.enumerated() {
            switch step.role {
            case .call where step.row.operation == "embeddings": break
            case .call where step.isFailed && Self.isRepeated(step, in: steps[(index + 1)...]): attempts.append(step)
            case .call:
                call(step, after: attempts.filter { $0.row.parent == step.row.parent })
                attempts.removeAll { $0.row.parent == step.row.parent }
            case .tool: tool(step)
            default: break
            }
        }
        return blocks
    }

    /// Whether a later call has the same parent and asks for the same work, at most two minutes on (view.md 3.2, recovered).
    private static func isRepeated(_ step: Step, in later: ArraySlice<Step>) -> Bool {
        later.contains { other in
            other.role == .call && other.row.parent == step.row.parent && other.row.operation == step.row.operation
                && other.start >= step.end
                && Double(other.start) - Double(step.end) <= 120e9
        }
    }

    // MARK: - Calls

    private mutating func call(_ step: Step, after attempts: [Step]) {
        let content = step.content
        if content.hasContent { hasContent = true }
        let lane = step.row.agent ?? ""
        let news = News(content, after: last[lane])
        // A turn that asks the same once more has nothing new, and is a question all the same.
        let isAskedAgain = begun.insert(lane).inserted && news.messages.isEmpty && content.prompt.last?.role == .user
        hear(isAskedAgain ? News(asking: content.prompt) : news)
        let answer = content.answer.first
        let calls = content.answer.flatMap(\.toolCalls)
        let parts = content.answer.flatMap(\.parts).filter { part in
            switch part {
            case .toolCall, .withheld: false
            default: true
            }
        }
        let silence: Transcript.Silence? =
            !parts.isEmpty ? nil : step.isFailed ? .failed : calls.isEmpty || answer == nil ? .contentOff : .onlyTools
        blocks.append(.answered(Transcript.Answer(step: step, attempts: attempts, parts: parts, silence: silence)))
        for call in calls { blocks.append(.tool(Transcript.ToolUse(id: call.id, name: call.name, arguments: call.arguments))) }
        if !content.prompt.isEmpty { last[lane] = content }
    }

    /// What the model had not heard before; results go to the tools they come from.
    private mutating func hear(_ news: News) {
        var earlier = news.earlier
        for message in news.messages where message.hasContent {
            var message = message
            message.parts.removeAll { part in
                guard case .toolResult(let result) = part else { return false }
                return deliver(result)
            }
            message.parts.removeAll { part in
                guard case .toolCall(let call) = part else { return false }
                return place(ofTool: call.id, name: call.name) != nil
            }
            guard !message.parts.isEmpty else { continue }
            blocks.append(.heard(message, earlier: earlier))
            earlier = 0
        }
    }

    // MARK: - Tools

    private mutating func tool(_ step: Step) {
        let run = step.facts.map { ToolRun($0) }
        let name = step.row.tool ?? run?.name ?? step.row.name
        let place = openPlace(ofTool: run?.callID ?? step.row.toolCallID, name: name)
        var use = place.map { tool(at: $0) } ?? nil
        if use == nil { use = Transcript.ToolUse(id: run?.callID ?? step.row.toolCallID, name: name) }
        guard var use else { return }
        use.arguments = use.arguments ?? run?.arguments
        use.result = use.result ?? run?.result
        use.isError = use.isError || step.isFailed
        use.step = step
        if let place { blocks[place] = .tool(use) } else { blocks.append(.tool(use)) }
    }

    private mutating func deliver(_ result: Message.ToolResult) -> Bool {
        guard let place = place(ofTool: result.id, name: result.name), var use = tool(at: place) else { return false }
        if result.id == nil, use.result != nil { return false }
        use.result = result.result ?? use.result
        use.isError = use.isError || result.isError
        blocks[place] = .tool(use)
        return true
    }

    private func tool(at place: Int) -> Transcript.ToolUse? {
        if case .tool(let use) = blocks[place] { use } else { nil }
    }

    /// The use with that id, or where ids are missing the last one of that name.
    private func place(ofTool id: String?, name: String?) -> Int? {
        blocks.indices.last { index in
            guard let use = tool(at: index) else { return false }
            guard let id, let known = use.id else { return name == nil || use.name == name }
            return id == known
        }
    }

    /// The use that a tool's own span belongs to: the one with its id, or the first of its name that has no span yet.
    private func openPlace(ofTool id: String?, name: String) -> Int? {
        if let id, let place = blocks.indices.last(where: { tool(at: $0)?.id == id }) { return place }
        return blocks.indices.first { index in
            guard let use = tool(at: index) else { return false }
            return use.step == nil && use.name == name && (id == nil || use.id == nil)
        }
    }
}
