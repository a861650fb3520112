import CProtobufC
import Wire

/// A message's fields, found by number or by name.
struct JSONShape: Sendable {
    let fields: Lasting<JSONField>
    /// AnyValue is the one message that may nest without end.
    let isAnyValue: Bool
    private let byNumber: Lasting<Int16>
    private let byName: Lasting<Name>
    private let mask: Int

    private struct Name: Sendable {
        let text: Lasting<UInt8>
        let field: Int
    }

    init(_ message: ProtobufCMessageDescriptor, places: [UnsafeRawPointer: Int]) {
        let name = String(cString: message.name)
        let descriptors = (0..<Int(message.n_fields)).map { message.fields[$0] }
        var fields: [JSONField] = []
        var names: [Name] = []
        for descriptor in descriptors {
            guard let field = JSONField(descriptor, in: name, places: places) else { continue }
            let snake = String(cString: descriptor.name)
            for spelling in Set([snake, JSONField.camel(snake)]) {
                names.append(Name(text: Lasting(Array(spelling.utf8)), field: fields.count))
            }
            fields.append(field)
        }
        self.fields = Lasting(fields)
        isAnyValue = name == "opentelemetry.proto.common.v1.AnyValue"
        byNumber = Lasting(JSONShape.index(fields))
        byName = Lasting(JSONShape.table(names))
        mask = byName.count - 1
    }

    /// The place of the field of that number.
    @inline(__always)
    func place(number: UInt64) -> Int? {
        guard number < UInt64(byNumber.count) else { return nil }
        let place = Int(byNumber[Int(truncatingIfNeeded: number)])
        return place < 0 ? nil : place
    }

    /// The place of the field of that name, in lowerCamelCase or as in the contract.
    func place(name: Text) -> Int? {
        var slot = JSONShape.slot(name) & mask
        while byName[slot].field >= 0 {
            if Text(byName[slot].text.bytes) == name { return byName[slot].field }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static func index(_ fields: [JSONField]) -> [Int16] {
        var places = [Int16](repeating: -1, count: Int(fields.map(\.number).max() ?? 0) + 1)
        for (place, field) in fields.enumerated() { places[Int(field.number)] = Int16(place) }
        return places
    }

    /// Open addressing, at most half full.
    private static func table(_ names: [Name]) -> [Name] {
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var table = [Name](repeating: Name(text: Lasting([]), field: -1), count: size)
        for name in names {
            var slot = self.slot(Text(name.text.bytes)) & (size - 1)
            while table[slot].field >= 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = name
        }
        return table
    }

    private static func slot(_ name: Text) -> Int { Int(truncatingIfNeeded: name.hash(seed: 0)) }
}
