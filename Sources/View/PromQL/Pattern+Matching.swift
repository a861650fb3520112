extension Pattern {
    /// Whether the whole value matches; false too where the budget is spent, which then is below 0.
    func matches(_ value: String, _ budget: inout Int) -> Bool {
        var machine = Machine(steps: steps)
        machine.follow(0, isStart: true, isEnd: value.isEmpty)
        var rest = value.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            budget -= steps.count
            guard budget >= 0 else { return false }
            guard machine.advance(over: scalar.value, isEnd: rest.isEmpty) else { return false }
        }
        return machine.isDone
    }

    /// All places of the program where a match may be (K. Thompson, "Regular expression search algorithm", 1968).
    private struct Machine {
        let steps: [Step]
        private var now: [Int] = []
        /// The round in which a place was entered last.
        private var rounds: [Int]
        private var round = 0
        private var waiting: [Int] = []
        private(set) var isDone = false

        init(steps: [Step]) {
            self.steps = steps
            rounds = Array(repeating: -1, count: steps.count)
        }

        /// False where nothing is left that could match.
        mutating func advance(over scalar: UInt32, isEnd: Bool) -> Bool {
            let before = now
            now.removeAll(keepingCapacity: true)
            round += 1
            isDone = false
            for place in before {
                if case .set(let set) = steps[place], set.contains(scalar) { follow(place + 1, isStart: false, isEnd: isEnd) }
            }
            return isDone || !now.isEmpty
        }

        /// Enters a place and all that can be reached from it without a character.
        mutating func follow(_ place: Int, isStart: Bool, isEnd: Bool) {
            waiting.append(place)
            while let next = waiting.popLast() {
                guard rounds[next] != round else { continue }
                rounds[next] = round
                switch steps[next] {
                case .set: now.append(next)
                case .either(let one, let other):
                    waiting.append(other)
                    waiting.append(one)
                case .jump(let to): waiting.append(to)
                case .start: if isStart { waiting.append(next + 1) }
                case .end: if isEnd { waiting.append(next + 1) }
                case .done: isDone = true
                }
            }
        }
    }
}
