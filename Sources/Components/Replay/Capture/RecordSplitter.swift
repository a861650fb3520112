import Wire

/// Cuts a file that comes in pieces into requests. Keeps what is incomplete until more comes.
package struct RecordSplitter {
    package enum Step {
        /// One request, without its frame.
        case record(Bytes, CaptureShape)
        /// Something that is no request was passed over.
        case malformed(String)
        /// More bytes are needed.
        case hungry
    }

    private let name: String
    private let limitBytes: Int
    package private(set) var shape: CaptureShape?
    private var pending: [UInt8] = []
    private var start = 0
    /// Waiting bytes that hold no line's end, so that a long line is not searched anew with each piece.
    private var searched = 0
    private var scan = ObjectScan()
    /// Bytes to be passed over before the next record.
    private var skipping = 0
    private var isSkippingLine = false
    /// Bytes from the beginning that belong to records that were given out or passed over.
    package private(set) var consumed: Int

    /// `name` tells lines from documents; `shape` nil: found out from the content.
    package init(name: String, shape: CaptureShape? = nil, limitBytes: Int = 64 << 20, consumed: Int = 0) {
        self.name = name
        self.shape = shape
        self.limitBytes = limitBytes
        self.consumed = consumed
    }

    package mutating func feed(_ bytes: UnsafeRawBufferPointer) {
        if start > 0, start >= pending.count / 2 {
            pending.removeFirst(start)
            start = 0
        }
        pending.append(contentsOf: bytes)
    }

    /// The next request. `isAtEnd`: nothing more will come, so what is there is all.
    package mutating func next(isAtEnd: Bool) -> Step {
        skip()
        guard skipping == 0 else { return .hungry }
        guard let shape = shape ?? detect(isAtEnd) else { return .hungry }
        switch shape {
        case .lines: return line(isAtEnd)
        case .varint, .uint32: return frame(shape, isAtEnd)
        case .documents: return document(isAtEnd)
        case .body: return whole(shape, isAtEnd)
        }
    }

    private var waiting: Int { pending.count - start }

    private mutating func detect(_ isAtEnd: Bool) -> CaptureShape? {
        guard isAtEnd || waiting >= CaptureShape.detectionBytes || holdsLine else { return nil }
        shape = peek { CaptureShape.detect($0.prefix(CaptureShape.detectionBytes), name: name) }
        return shape
    }

    /// A whole first line is enough to know JSON lines, so that a file that is followed need not grow first.
    private var holdsLine: Bool { waiting > 16 && pending[start] != 0x0A && pending[start...].contains(UInt8(ascii: "\n")) }

    private mutating func line(_ isAtEnd: Bool) -> Step {
        while waiting > 0 {
            guard let length = lineEnd ?? (isAtEnd ? waiting : nil) else {
                guard waiting > limitBytes else {
                    searched = waiting
                    return .hungry
                }
                let wasSkipping = isSkippingLine
                isSkippingLine = true
                take(waiting)
                return wasSkipping ? .hungry : .malformed("a line is over \(limitBytes) bytes")
            }
            let isEndless = length == waiting
            if isSkippingLine {
                isSkippingLine = false
                take(length + (isEndless ? 0 : 1))
                continue
            }
            guard length <= limitBytes else {
                take(length + (isEndless ? 0 : 1))
                return .malformed("a line is over \(limitBytes) bytes")
            }
            let record = cut(from: 0, length)
            take(length + (isEndless ? 0 : 1))
            if let record { return .record(record, .lines) }
        }
        return .hungry
    }

    private var lineEnd: Int? {
        peek { text in text.dropFirst(searched).firstIndex(of: UInt8(ascii: "\n")).map { $0 + searched } }
    }

    /// A copy without blanks around it; nil where nothing is left.
    private func cut(from: Int, _ length: Int) -> Bytes? {
        peek { text in
            var line = text.slice(from, from + length)
            if line.hasPrefix(Text("\u{FEFF}")) { line = line.dropFirst(3) }
            while let last = line.isEmpty ? nil : line[line.count - 1], last == 13 || last == 32 || last == 9 {
                line = line.prefix(line.count - 1)
            }
            while line[0] == 32 || line[0] == 9 { line = line.dropFirst(1) }
            return line.isEmpty ? nil : Bytes.copy(of: line.buffer)
        }
    }

    private mutating func frame(_ shape: CaptureShape, _ isAtEnd: Bool) -> Step {
        while waiting > 0 {
            guard let (head, length) = peek({ Self.prefix($0, shape) }) else {
                if isAtEnd || waiting >= 5 { return giveUp("the length of a message cannot be read") }
                return .hungry
            }
            if length > limitBytes {
                skipping = head + length
                skip()
                return .malformed("a message is over \(limitBytes) bytes")
            }
            guard waiting >= head + length else { return isAtEnd ? giveUp("the last message is incomplete") : .hungry }
            let record = peek { Bytes.copy(of: $0.slice(head, head + length).buffer) }
            take(head + length)
            // An empty message is an empty request.
            if length > 0 { return .record(record, shape) }
        }
        return .hungry
    }

    /// The bytes of a frame's length, and that length.
    private static func prefix(_ text: Text, _ shape: CaptureShape) -> (head: Int, length: Int)? {
        if shape == .uint32 {
            guard text.count >= 4 else { return nil }
            return (4, (0..<4).reduce(0) { $0 << 8 | Int(text[$1]) })
        }
        var reader = text.reader
        guard let length = try? reader.tag() else { return nil }
        return (text.count - reader.rest.count, Int(length))
    }

    /// Up to the brace that closes an object. What stands between objects is passed over.
    private mutating func document(_ isAtEnd: Bool) -> Step {
        var scan = scan
        let from = searched
        let (end, stray): (Int?, Int?) = peek { text in
            for i in from..<max(from, text.count) {
                if scan.depth == 0, !ObjectScan.mayStandBetween(text[i]) { return (nil, i) }
                if scan.take(text[i]) { return (i + 1, nil) }
            }
            return (nil, nil)
        }
        self.scan = scan
        if stray != nil { return giveUp("something else than OTLP/JSON") }
        guard let length = end ?? (isAtEnd ? waiting : nil) else {
            guard waiting <= limitBytes else { return giveUp("the request is over \(limitBytes) bytes") }
            searched = waiting
            return .hungry
        }
        self.scan = ObjectScan()
        let start = peek { $0.prefix(length).firstIndex(of: UInt8(ascii: "{")) } ?? length
        let record = cut(from: start, length - start)
        take(length)
        return record.map { .record($0, .documents) } ?? .hungry
    }

    private mutating func whole(_ shape: CaptureShape, _ isAtEnd: Bool) -> Step {
        guard waiting <= limitBytes else {
            skipping = .max
            skip()
            return .malformed("the request is over \(limitBytes) bytes")
        }
        guard isAtEnd, waiting > 0 else { return .hungry }
        let record = peek { Bytes.copy(of: $0.buffer) }
        take(waiting)
        return .record(record, shape)
    }

    /// Passes over all that is left.
    private mutating func giveUp(_ reason: String) -> Step {
        skipping = .max
        skip()
        return .malformed(reason)
    }

    private mutating func skip() {
        let count = min(skipping, waiting)
        guard count > 0 else { return }
        if skipping != .max { skipping -= count }
        take(count)
    }

    private mutating func take(_ count: Int) {
        start += count
        consumed += count
        searched = 0
        guard start == pending.count else { return }
        pending.removeAll(keepingCapacity: pending.capacity <= 4 << 20)
        start = 0
    }

    private func peek<R>(_ body: (Text) -> R) -> R {
        pending.withUnsafeBytes { body(Text($0).slice(start, $0.count)) }
    }
}
