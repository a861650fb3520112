import Wire

extension JSONError {
    /// Where in `text`, which this error is about, the mistake stands: `resourceSpans[0].scopeSpans[1].spans[3].kind`; empty at the root.
    ///
    /// Found by going through the text once more, so that texts without mistakes pay nothing for it.
    package func path(in text: UnsafeRawBufferPointer) -> String {
        var path = JSONPath()
        path.follow(text, to: offset)
        return path.description
    }

    /// What is wrong, at which byte and in which member.
    package func description(in text: UnsafeRawBufferPointer) -> String {
        let path = path(in: text)
        return path.isEmpty ? description : "\(description), in \(path)"
    }
}

/// The way from the root of a JSON text to one of its places.
struct JSONPath: CustomStringConvertible {
    private enum Step {
        case key(String)
        case index(Int)
    }

    private var steps: [Step] = []
    /// Whether the string that comes next is a key.
    private var awaitsKey = false

    /// Goes through the text up to a place before which it is sound.
    mutating func follow(_ text: UnsafeRawBufferPointer, to end: Int) {
        var reader = JSONReader(text)
        while reader.at < min(end, text.count) {
            if text[reader.at] == 34 {
                guard let string = try? reader.string(), reader.at <= end else { return }
                if awaitsKey { key(string) }
            } else {
                pass(text[reader.at])
                reader.at += 1
            }
        }
    }

    private mutating func pass(_ byte: UInt8) {
        switch byte {
        case 123:
            steps.append(.key(""))
            awaitsKey = true
        case 91:
            steps.append(.index(0))
            awaitsKey = false
        case 93, 125:
            _ = steps.popLast()
            awaitsKey = false
        case 44: next()
        default: break
        }
    }

    /// A comma: the list's next element, or the object's next member, whose key is still to come.
    private mutating func next() {
        switch steps.popLast() {
        case .index(let index): steps.append(.index(index + 1))
        case .key:
            steps.append(.key(""))
            awaitsKey = true
        case nil: break
        }
    }

    private mutating func key(_ text: Text) {
        guard steps.popLast() != nil else { return }
        // It goes into messages and logs: short, and nothing that breaks a line.
        let letters = text.prefix(64).buffer.map { $0 > 32 && $0 < 127 ? $0 : 63 }
        steps.append(.key(String(decoding: letters, as: UTF8.self)))
        awaitsKey = false
    }

    /// At most thirty-two steps; what follows is left to the offset.
    var description: String {
        let spelled = steps.prefix(32).reduce(into: "") { path, step in
            switch step {
            case .index(let index): path += "[\(index)]"
            case .key(""): break
            case .key(let key): path += path.isEmpty ? key : ".\(key)"
            }
        }
        return steps.count > 32 ? spelled + "…" : spelled
    }
}
