/// Turns what the store keeps as opaque blocks back into OTLP/JSON. Given to the store by who made the blocks.
package protocol ContentReader: Sendable {
    /// An export request in OTLP/JSON for the item at each place of a block; nil where it cannot be read.
    func json(_ block: [UInt8], at places: [Int]) -> [String?]
}
