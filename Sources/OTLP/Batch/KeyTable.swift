import Wire

/// The place of one attribute key in a `KeyTable`: what a component holds instead of the key's text.
@usableFromInline package struct Slot: Hashable, Sendable {
    @usableFromInline package let index: Int

    @inlinable
    init(index: Int) { self.index = index }
}

/// Collects the attribute keys that components read or write while a pipeline is planned.
package struct KeyRegistry: Sendable {
    package private(set) var keys: [String] = []
    private var slots: [String: Slot] = [:]

    package init() {}

    /// The slot of `key`; the same key always has the same slot.
    package mutating func slot(_ key: String) -> Slot {
        if let known = slots[key] { return known }
        let slot = Slot(index: keys.count)
        keys.append(key)
        slots[key] = slot
        return slot
    }
}

/// The attribute keys that somebody reads: a scan notes only these. Immutable, shared by all lanes.
///
/// A lookup hashes the key's length, last and middle eight bytes, probes, and then compares the whole key.
package final class KeyTable: @unchecked Sendable {
    package let count: Int
    private let mask: Int
    private let entries: UnsafeMutablePointer<Entry>
    private let names: UnsafeMutableRawPointer
    /// Each key as a KeyValue's first field, in memory that can be read `Pen.slack` bytes beyond.
    private let fields: UnsafeMutablePointer<Text>

    struct Entry: BitwiseCopyable {
        var name: UnsafeRawPointer?
        var length: UInt32
        var slot: UInt32
    }

    package convenience init(_ registry: KeyRegistry) { self.init(registry.keys) }

    package init(_ keys: [String]) {
        count = keys.count
        var size = 64
        while size < keys.count * 3 { size *= 2 }
        mask = size - 1
        entries = .allocate(capacity: size)
        entries.initialize(repeating: Entry(name: nil, length: 0, slot: 0), count: size)
        let total = keys.reduce(0) { $0 + Pen.keyFieldSize($1.utf8.count) }
        names = .allocate(byteCount: total + Pen.slack, alignment: 1)
        names.initializeMemory(as: UInt8.self, repeating: 0, count: total + Pen.slack)
        fields = .allocate(capacity: max(keys.count, 1))
        var pen = Pen(names)
        for (slot, key) in keys.enumerated() {
            let start = UnsafeRawPointer(pen.place)
            let length = key.utf8.count
            pen.byte(1 << 3 | 2)
            pen.varint(UInt64(length))
            let name = UnsafeRawPointer(pen.place)
            for byte in key.utf8 { pen.byte(byte) }
            (fields + slot).initialize(to: Text(base: start, count: UnsafeRawPointer(pen.place) - start))
            var bucket = KeyTable.hash(name, length) & mask
            while entries[bucket].name != nil { bucket = (bucket + 1) & mask }
            entries[bucket] = Entry(name: name, length: UInt32(length), slot: UInt32(slot))
        }
    }

    deinit {
        entries.deallocate()
        fields.deallocate()
        names.deallocate()
    }

    /// The key of `slot`. Valid as long as this table.
    package func name(of slot: Slot) -> Text {
        let field = field(of: slot)
        // Its tag, and a length of two bytes from 128 on.
        return field.dropFirst(field.count > 129 ? 1 + WireWriter.size(ofVarint: UInt64(field.count - 3)) : 2)
    }

    /// The key of `slot` as the first field of a KeyValue (common.proto).
    @inline(__always)
    func field(of slot: Slot) -> Text {
        precondition(UInt(bitPattern: slot.index) < UInt(bitPattern: count))
        return fields[slot.index]
    }

    /// The slot of `key`, or -1.
    @inline(__always)
    func find(_ key: Text) -> Int {
        guard let base = key.buffer.baseAddress else { return -1 }
        var bucket = KeyTable.hash(base, key.count) & mask
        while let name = entries[bucket].name {
            if entries[bucket].length == UInt32(truncatingIfNeeded: key.count), KeyTable.same(name, base, key.count) {
                return Int(entries[bucket].slot)
            }
            bucket = (bucket &+ 1) & mask
        }
        return -1
    }

    @inline(__always)
    private static func same(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
        var i = 0
        guard count >= 8 else {
            while i < count {
                if a.load(fromByteOffset: i, as: UInt8.self) != b.load(fromByteOffset: i, as: UInt8.self) { return false }
                i &+= 1
            }
            return true
        }
        while i &+ 8 < count {
            if a.loadUnaligned(fromByteOffset: i, as: UInt64.self) != b.loadUnaligned(fromByteOffset: i, as: UInt64.self) { return false }
            i &+= 8
        }
        // The last eight bytes, some of them twice.
        let rest = count &- 8
        return a.loadUnaligned(fromByteOffset: rest, as: UInt64.self) == b.loadUnaligned(fromByteOffset: rest, as: UInt64.self)
    }

    @inline(__always)
    private static func hash(_ key: UnsafeRawPointer, _ count: Int) -> Int {
        var tail: UInt64 = 0
        var middle: UInt64 = 0
        if count >= 8 {
            tail = key.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            middle = key.loadUnaligned(fromByteOffset: (count &- 8) / 2, as: UInt64.self)
        } else {
            var i = 0
            while i < count {
                tail = tail << 8 | UInt64(key.load(fromByteOffset: i, as: UInt8.self))
                i &+= 1
            }
        }
        let mixed = (tail ^ (middle << 23 | middle >> 41) ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 40)
    }
}
