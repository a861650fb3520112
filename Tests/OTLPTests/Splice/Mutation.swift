import OTLP

/// Small harms done to a valid request.
enum Mutation {
    static func harm(_ request: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = request
        for _ in 0..<dice.among(1...3) { once(&bytes, &dice) }
        return bytes
    }

    private static func once(_ bytes: inout [UInt8], _ dice: inout Dice) {
        guard !bytes.isEmpty else {
            bytes = dice.bytes(dice.below(20))
            return
        }
        let place = dice.below(bytes.count)
        let end = min(bytes.count, place + dice.among(1...12))
        switch dice.below(8) {
        case 0: bytes[place] ^= 1 << UInt8(dice.below(8))
        case 1: bytes[place] = dice.pick([0, 1, 0x7F, 0x80, 0xFF, UInt8(truncatingIfNeeded: dice.next())])
        case 2: bytes.removeSubrange(place...)
        case 3: bytes.removeSubrange(place..<end)
        case 4: bytes.insert(contentsOf: dice.bytes(dice.among(1...12)), at: place)
        case 5: bytes.insert(contentsOf: bytes[place..<end], at: dice.below(bytes.count))
        case 6: bytes[place] = bytes[place] &+ UInt8(dice.among(1...3))
        default: bytes[place] = bytes[place] &- UInt8(dice.among(1...3))
        }
    }
}
