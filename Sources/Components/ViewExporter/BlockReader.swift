import OTLP
import Store
import Transport
import Wire

/// Reads what `BlockCutter` made.
struct BlockReader: ContentReader {
    /// What one block may inflate to: a single item can be as large as a request.
    private static let limitBytes = 256 << 20

    func json(_ block: [UInt8], at places: [Int]) -> [String?] {
        guard let (request, signal) = Self.request(block) else { return places.map { _ in nil } }
        return request.withBytes { bytes in places.map { Self.json(bytes, signal, $0) } }
    }

    /// The request that a block holds; nil where it cannot be read.
    static func request(_ block: [UInt8]) -> (request: Bytes, signal: Signal)? {
        inflated(block).map { ($0, block.first == 1 ? .logs : .traces) }
    }

    private static func inflated(_ block: [UInt8]) -> Bytes? {
        var request: [UInt8] = []
        let stream = GzipStream()
        let isWhole = block.withUnsafeBytes { bytes -> Bool in
            guard bytes.count > 1 else { return false }
            do throws(GzipTrouble) {
                try stream.inflate(UnsafeRawBufferPointer(rebasing: bytes.dropFirst())) { piece in
                    if request.count + piece.count <= limitBytes { request.append(contentsOf: piece) }
                }
                return true
            } catch {
                return false
            }
        }
        return isWhole ? Bytes.copy(of: request) : nil
    }

    private static func json(_ request: UnsafeRawBufferPointer, _ signal: Signal, _ place: Int) -> String? {
        var text: [UInt8] = []
        do throws(WireError) {
            let item = try RequestSplitter(request).part(place..<place + 1)
            try item.withBytes { (bytes) throws(WireError) in try JSONEncoding.append(bytes, signal, to: &text) }
        } catch {
            return nil
        }
        return text.count > 2 ? String(decoding: text, as: UTF8.self) : nil
    }
}
