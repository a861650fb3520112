/// Arrays as memory for the disk, with the errors of the disk.
extension [UInt8] {
    /// Lets `body` fill the array's memory.
    mutating func fill<R, E: Error>(_ body: (UnsafeMutableRawBufferPointer) throws(E) -> R) throws(E) -> R {
        var result: Result<R, E>?
        withUnsafeMutableBytes { buffer in
            do throws(E) { result = .success(try body(buffer)) } catch { result = .failure(error) }
        }
        switch result {
        case .success(let value): return value
        case .failure(let error): throw error
        case nil: preconditionFailure("the closure ran")
        }
    }
}

extension DiskFile {
    /// Writes all of it, or throws.
    func write(_ bytes: [UInt8], at offset: Int) throws(DiskError) {
        let result: Result<Void, DiskError> = bytes.withUnsafeBytes { bytes in
            do throws(DiskError) { return .success(try write(bytes, at: offset)) } catch { return .failure(error) }
        }
        try result.get()
    }
}
