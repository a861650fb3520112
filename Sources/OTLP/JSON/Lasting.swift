/// Memory that is written once and never freed: tables of the contract. Reading them counts no references, which took a third to a half
/// of the transcoder's time.
struct Lasting<Element>: @unchecked Sendable {
    private let memory: UnsafeBufferPointer<Element>

    /// Elements must be of a type without references.
    init(_ elements: [Element]) {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = copy.initialize(from: elements)
        memory = UnsafeBufferPointer(copy)
    }

    @inline(__always) var count: Int { memory.count }
    @inline(__always) var indices: Range<Int> { 0..<memory.count }

    @inline(__always)
    subscript(place: Int) -> Element {
        precondition(place >= 0 && place < memory.count)
        return memory[place]
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(memory) }
}
