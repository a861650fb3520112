// Price files under libFuzzer and AddressSanitizer. `Scripts/fuzz` builds it together with the prices of GenAI.
//
// The input is a price file. A trap, a mistake without a place in the file, a file that is accepted and does not come back the same when
// written, or a cost that is negative is a find.

import Wire

private let calls: [BillableUsage] = [
    BillableUsage(input: 300_000, output: 2_000), BillableUsage(input: 1, output: .max), BillableUsage(input: nil, output: 7),
    BillableUsage(),
]

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeRawBufferPointer(start: data, count: count))
    do throws(PriceMistakes) {
        let file = try PriceParser.parse(bytes, name: "f")
        let book = PriceBook(try PriceTable([file]))
        for record in file.records { ask(book, record) }
        let again = try? PriceParser.parse(Array(PriceWriter.write(file).utf8), name: "f")
        precondition(again?.records.count == file.records.count, "what was accepted is not accepted when written")
    } catch {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).count
        precondition(!error.mistakes.isEmpty, "refused without a reason")
        for mistake in error.mistakes {
            precondition(mistake.line >= 1 && mistake.line <= lines && mistake.column >= 1, "a mistake outside the file")
        }
    }
    return 0
}

private func ask(_ book: PriceBook, _ record: PriceRecord) {
    Array(record.provider.utf8).withUnsafeBytes { provider in
        Array(record.key.utf8.dropFirst(record.provider.utf8.count + 1)).withUnsafeBytes { model in
            let context = PriceContext(
                provider: Text(provider), requestModel: Text(model), responseModel: .empty, startNanos: 1_790_000_000_000_000_000,
                endNanos: 0)
            for usage in calls {
                guard case .computed(let cost) = book.price(usage, context) else { continue }
                precondition(cost.total >= 0, "a negative cost")
            }
        }
    }
}
