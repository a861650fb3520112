// OTLP/JSON in both directions under libFuzzer and AddressSanitizer. `Scripts/fuzz` builds it.
//
// The first byte chooses signal and direction, the next seven are passed over, the rest is JSON or protobuf.
// A trap, a read past the end, a request that the scanner accepts and JSON cannot show, or JSON that does not come back is a find.

import OTLP
import Wire

private let limit = 1 << 22

nonisolated(unsafe) private let bench = Workbench(keys: KeyTable(KeyRegistry()))

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeRawBufferPointer(start: data, count: count)
    guard input.count >= 8 else { return 0 }
    let signal = Signal.allCases[Int(input[0]) % Signal.allCases.count]
    let request = UnsafeRawBufferPointer(rebasing: input[8...])
    if request.first == UInt8(ascii: "{") {
        guard let protobuf = try? JSONDecoding.protobuf(request, signal, limit: limit) else { return 0 }
        protobuf.withUnsafeBytes { check($0, signal) }
    } else if isAccepted(request, signal) {
        check(request, signal)
    }
    return 0
}

private func isAccepted(_ request: UnsafeRawBufferPointer, _ signal: Signal) -> Bool {
    defer { bench.batch.reset() }
    return (try? bench.batch.scan(request, as: signal)) != nil
}

/// Protobuf → JSON → protobuf → JSON: the two JSON texts are one.
private func check(_ protobuf: UnsafeRawBufferPointer, _ signal: Signal) {
    precondition(isAccepted(protobuf, signal), "the scanner refuses what was made of JSON")
    var first: [UInt8] = []
    var second: [UInt8] = []
    do {
        try JSONEncoding.append(protobuf, signal, to: &first)
    } catch { preconditionFailure("the scanner accepts what JSON cannot show: \(error)") }
    let back: [UInt8]
    do {
        back = try first.withUnsafeBytes { try JSONDecoding.protobuf($0, signal, limit: 8 * limit) }
        try back.withUnsafeBytes { try JSONEncoding.append($0, signal, to: &second) }
    } catch { preconditionFailure("JSON of ours does not come back: \(error)") }
    precondition(first == second, "JSON changes on its way")
}
