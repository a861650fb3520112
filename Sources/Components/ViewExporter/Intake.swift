import OTLP
import Pipeline
import Store
import Wire

/// Makes rows and blocks of a request.
final class Intake: Sendable {
    private let keys = ViewKeys()
    private let content: ContentPolicy
    private let pool: BatchPool

    init(content: ContentPolicy) {
        self.content = content
        pool = BatchPool(keys: keys.table)
    }

    func load(_ payload: Payload) throws(WireError) -> Load {
        let result: Result<Load, WireError> = pool.withWorkbench { bench in
            payload.bytes.withBytes { bytes in
                do throws(WireError) {
                    try bench.batch.scan(bytes, as: payload.signal)
                    return .success(try load(bench.batch, bytes))
                } catch {
                    return .failure(error)
                }
            }
        }
        return try result.get()
    }

    private func load(_ batch: borrowing Batch, _ bytes: UnsafeRawBufferPointer) throws(WireError) -> Load {
        let blocks = try BlockCutter(signal: batch.signal, content: content).blocks(bytes)
        var load = Load(blocks: blocks.map(\.bytes))
        var block = 0
        for item in 0..<batch.itemCount {
            while block + 1 < blocks.count, item >= blocks[block].items.upperBound { block += 1 }
            let place = item - (blocks.isEmpty ? 0 : blocks[block].items.lowerBound)
            batch.select(item)
            if batch.signal == .traces {
                if let span = SpanReading(batch, keys, content).record { load.add(span, block, place) }
            } else {
                let record = LogReading(batch, keys, content)
                if let call = record.call { load.add(call, block, place) }
                if let note = record.note { load.add(note, block, place) }
            }
        }
        return load
    }
}

extension Load {
    fileprivate mutating func add(_ span: SpanRecord, _ block: Int, _ place: Int) {
        spans.append(span)
        spans[spans.count - 1].block = block
        spans[spans.count - 1].place = place
    }

    fileprivate mutating func add(_ record: LogRecordNote, _ block: Int, _ place: Int) {
        records.append(record)
        records[records.count - 1].block = block
        records[records.count - 1].place = place
    }
}
