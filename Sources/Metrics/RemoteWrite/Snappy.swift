import CSnappy

/// The Snappy block format, which Prometheus remote write demands, by Debian's libsnappy:
/// https://github.com/google/snappy/blob/main/format_description.txt
package enum Snappy {
    package static func compress(_ input: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: snappy_max_compressed_length(input.count)) { output, count in
            count = output.count
            input.withUnsafeBufferPointer { input in
                input.withMemoryRebound(to: CChar.self) { input in
                    output.withMemoryRebound(to: CChar.self) { output in
                        // It fails only where the output is too small, which it cannot be.
                        guard snappy_compress(input.baseAddress, input.count, output.baseAddress, &count) == SNAPPY_OK else {
                            count = 0; return
                        }
                    }
                }
            }
        }
    }
}
