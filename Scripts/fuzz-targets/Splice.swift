// Scanner and splicer under libFuzzer and AddressSanitizer. `Scripts/fuzz` builds it with Wire and OTLP; SwiftPM never sees it.
//
// The first byte chooses the signal, the next seven seed the edits, the rest is the request.
// A trap, a read past the end, or a splice that the scanner refuses is a find.

import OTLP
import Wire

private let keys = ["gen_ai.system", "gen_ai.request.model", "gen_ai.usage.input_tokens", "llm.model_name", "service.name", "a"]

nonisolated(unsafe) private let bench = Workbench(keys: table())
nonisolated(unsafe) private let second = Workbench(keys: table())

private func table() -> KeyTable {
    var registry = KeyRegistry()
    for key in keys { _ = registry.slot(key) }
    return KeyTable(registry)
}

private func slot(_ number: UInt64) -> Slot {
    var registry = KeyRegistry()
    let slots = keys.map { registry.slot($0) }
    return slots[Int(number % UInt64(slots.count))]
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeRawBufferPointer(start: data, count: count)
    guard input.count >= 8 else { return 0 }
    let signal = Signal.allCases[Int(input[0]) % Signal.allCases.count]
    let request = UnsafeRawBufferPointer(rebasing: input[8...])
    defer {
        bench.batch.reset()
        second.batch.reset()
    }
    guard (try? bench.batch.scan(request, as: signal)) != nil else { return 0 }
    readEverything()
    precondition(bench.splice() == nil, "nothing was asked for")
    let dropped = edit(input.loadUnaligned(fromByteOffset: 0, as: UInt64.self) >> 8)
    guard let output = bench.splice() else { return 0 }
    let kept = bench.batch.itemCount - dropped
    output.withBytes { bytes in
        precondition((try? second.batch.scan(bytes, as: signal)) != nil, "the scanner refuses what the splicer made")
        precondition(second.batch.itemCount == kept, "items were lost or made")
    }
    return 0
}

/// Touches every byte that a processor could.
private func readEverything() {
    var sum: UInt64 = 0
    for i in 0..<bench.batch.itemCount {
        bench.batch.select(i)
        sum ^= bench.batch.name.hash(seed: 1) ^ bench.batch.note.hash(seed: 1) ^ bench.batch.itemBytes.hash(seed: 1)
        sum ^= bench.batch.traceID.hash(seed: 1) ^ bench.batch.spanID.hash(seed: 1) ^ bench.batch.parentSpanID.hash(seed: 1)
        sum ^= bench.batch.scopeName.hash(seed: 1) ^ touch(bench.batch.body, 0)
        for number in 0..<UInt64(keys.count) {
            sum ^= touch(bench.batch.value(slot(number)), 0)
            sum ^= touch(bench.batch.resourceValue(bench.batch.resource, slot(number)), 0)
            for event in 0..<bench.batch.eventCount { sum ^= touch(bench.batch.eventValue(event, slot(number)), 0) }
        }
    }
    sink = sum
}

nonisolated(unsafe) private var sink: UInt64 = 0

private func touch(_ value: Value, _ depth: Int) -> UInt64 {
    var sum = (value.text ?? value.bytes ?? .empty).hash(seed: 1)
    guard depth < 8 else { return sum }
    for element in value.elements { sum ^= touch(element, depth + 1) }
    for entry in value.entries { sum ^= entry.key.hash(seed: 1) ^ touch(entry.value, depth + 1) }
    return sum
}

/// A few edits that follow from `seed`. Returns how many items were dropped.
private func edit(_ seed: UInt64) -> Int {
    guard bench.batch.itemCount > 0 else { return 0 }
    var rest = seed
    var dropped = 0
    for _ in 0..<8 {
        bench.batch.select(Int(rest & 0xFF) % bench.batch.itemCount)
        let key = slot(rest >> 3)
        switch rest % 7 {
        case 0: bench.batch.set(key, Value(Text("replaced")))
        case 1: bench.batch.set(key, bench.batch.value(slot(rest >> 5)))
        case 2: bench.batch.drop(key)
        case 3: bench.batch.append(key: Text("appended"), .int(Int64(bitPattern: rest)))
        case 4: bench.batch.setResource(bench.batch.resource, key, .bool(true), onlyIfAbsent: rest & 8 == 0)
        case 5: bench.batch.set(key, .double(0.5))
        default:
            if !bench.batch.isDropped { dropped += 1 }
            bench.batch.dropItem()
        }
        rest = (rest >> 6) ^ rest &* 0x9E37_79B9
    }
    return dropped
}
