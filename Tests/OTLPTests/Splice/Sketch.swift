/// Writes protobuf by hand, the way the most careless sender that is still legal would: overlong varints, any order, unknown fields everywhere.
struct Sketch {
    var dice: Dice
    /// Overlong tags, lengths and values now and then.
    var isSloppy: Bool

    // MARK: - Numbers

    /// `value` in the fewest bytes, or padded with zero groups up to `longest` bytes.
    mutating func varint(_ value: UInt64, longest: Int) -> [UInt8] {
        var bytes = Sketch.minimal(value)
        guard isSloppy, bytes.count < longest, dice.once(in: 12) else { return bytes }
        let padded = dice.among(bytes.count + 1...longest)
        bytes[bytes.count - 1] |= 0x80
        while bytes.count < padded - 1 { bytes.append(0x80) }
        bytes.append(0)
        return bytes
    }

    static func minimal(_ value: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
        return bytes
    }

    // MARK: - Fields

    /// Tags and lengths take at most five bytes: readers in other languages refuse more.
    mutating func tag(_ number: Int, _ type: Int) -> [UInt8] { varint(UInt64(number << 3 | type), longest: 5) }

    mutating func field(_ number: Int, _ content: [UInt8]) -> [UInt8] {
        tag(number, 2) + varint(UInt64(content.count), longest: 5) + content
    }

    mutating func field(_ number: Int, varint value: UInt64) -> [UInt8] { tag(number, 0) + varint(value, longest: 10) }

    mutating func field(_ number: Int, fixed64 value: UInt64) -> [UInt8] {
        tag(number, 1) + (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }

    mutating func field(_ number: Int, fixed32 value: UInt32) -> [UInt8] {
        tag(number, 5) + (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    /// A field that no OTLP of today has, of any legal wire type.
    mutating func unknown() -> [UInt8] {
        let number = dice.pick([17, 20, 100, 1000, 2047, 2048, 70_000, 1 << 28, 1 << 29 - 1])
        switch dice.below(4) {
        case 0: return field(number, varint: dice.next() >> UInt64(dice.below(64)))
        case 1: return field(number, fixed64: dice.next())
        case 2: return field(number, dice.bytes(dice.below(20)))
        default: return field(number, fixed32: UInt32(truncatingIfNeeded: dice.next()))
        }
    }

    /// A message of these fields, in this order or any other, with unknown ones among them.
    mutating func message(_ fields: [[UInt8]], unknown: Bool = true) -> [UInt8] {
        var fields = fields
        if unknown { while dice.once(in: 6) { fields.append(self.unknown()) } }
        if dice.once(in: 3) { fields.shuffle(using: &dice) }
        return fields.flatMap { $0 }
    }
}
