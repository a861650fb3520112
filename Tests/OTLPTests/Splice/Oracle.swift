import CProtobufC
import Glibc
import OTLP
import OTLPSchema

/// A message as libprotobuf-c sees it, walked and changed through its descriptors: the independent judge of what a splice should be.
struct Message {
    let pointer: UnsafeMutablePointer<ProtobufCMessage>

    /// Nil where libprotobuf-c refuses the bytes.
    init?(_ descriptor: UnsafePointer<ProtobufCMessageDescriptor>, _ bytes: [UInt8]) {
        let unpacked = bytes.withUnsafeBufferPointer { buffer in
            protobuf_c_message_unpack(descriptor, nil, buffer.count, buffer.baseAddress)
        }
        guard let unpacked else { return nil }
        pointer = unpacked
    }

    private init(_ pointer: UnsafeMutablePointer<ProtobufCMessage>) { self.pointer = pointer }

    func free() { protobuf_c_message_free_unpacked(pointer, nil) }

    var packed: [UInt8] {
        let size = protobuf_c_message_get_packed_size(pointer)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = protobuf_c_message_pack(pointer, buffer.baseAddress)
        }
    }

    // MARK: - Fields

    func field(_ number: UInt32) -> ProtobufCFieldDescriptor? {
        protobuf_c_message_descriptor_get_field(pointer.pointee.descriptor, number)?.pointee
    }

    private func place<T>(_ offset: UInt32, _: T.Type) -> UnsafeMutablePointer<T> {
        (UnsafeMutableRawPointer(pointer) + Int(offset)).assumingMemoryBound(to: T.self)
    }

    private typealias Elements = UnsafeMutablePointer<UnsafeMutablePointer<ProtobufCMessage>>

    func count(_ number: UInt32) -> Int {
        guard let field = field(number) else { return 0 }
        return place(field.quantifier_offset, Int.self).pointee
    }

    func element(_ number: UInt32, _ index: Int) -> Message? {
        guard let field = field(number), index < count(number) else { return nil }
        return place(field.offset, Elements?.self).pointee.map { Message($0[index]) }
    }

    func elements(_ number: UInt32) -> [Message] { (0..<count(number)).compactMap { element(number, $0) } }

    /// A singular message field, if it is set.
    func child(_ number: UInt32) -> Message? {
        guard let field = field(number) else { return nil }
        return place(field.offset, UnsafeMutablePointer<ProtobufCMessage>?.self).pointee.map { Message($0) }
    }

    /// A singular string or bytes field.
    func bytes(_ number: UInt32) -> [UInt8] {
        guard let field = field(number) else { return [] }
        if field.type == PROTOBUF_C_TYPE_STRING {
            return place(field.offset, UnsafePointer<CChar>?.self).pointee.map { Array(String(cString: $0).utf8) } ?? []
        }
        let data = place(field.offset, ProtobufCBinaryData.self).pointee
        return Array(UnsafeBufferPointer(start: data.data, count: data.len))
    }

    func scalar<T>(_ number: UInt32, _ type: T.Type) -> T? { field(number).map { place($0.offset, type).pointee } }

    /// The number of the field that is set of a oneof to which `number` belongs; 0 = none.
    func chosen(_ number: UInt32) -> UInt32 { field(number).map { place($0.quantifier_offset, UInt32.self).pointee } ?? 0 }

    // MARK: - Changing

    func removeElement(_ number: UInt32, _ index: Int) {
        guard let field = field(number), let elements = place(field.offset, Elements?.self).pointee else { return }
        let count = place(field.quantifier_offset, Int.self)
        protobuf_c_message_free_unpacked(elements[index], nil)
        for later in index..<count.pointee - 1 { elements[later] = elements[later + 1] }
        count.pointee -= 1
    }

    /// Puts an encoded message at `index`, in place of what is there, or behind the last.
    func putElement(_ number: UInt32, at index: Int?, _ bytes: [UInt8]) {
        guard let field = field(number), let new = Message.descriptor(of: field).flatMap({ Message($0, bytes) }) else { return }
        let count = place(field.quantifier_offset, Int.self)
        let elements = place(field.offset, Elements?.self)
        if let index, let old = elements.pointee {
            protobuf_c_message_free_unpacked(old[index], nil)
            old[index] = new.pointer
            return
        }
        let size = (count.pointee + 1) * MemoryLayout<UnsafeMutableRawPointer>.stride
        elements.pointee = realloc(elements.pointee, size)?.assumingMemoryBound(to: UnsafeMutablePointer<ProtobufCMessage>.self)
        elements.pointee?[count.pointee] = new.pointer
        count.pointee += 1
    }

    /// The child message, made empty where it is not set.
    func childOrNew(_ number: UInt32) -> Message? {
        if let child = child(number) { return child }
        guard let field = field(number), let new = Message.descriptor(of: field).flatMap({ Message($0, []) }) else { return nil }
        place(field.offset, UnsafeMutablePointer<ProtobufCMessage>?.self).pointee = new.pointer
        return new
    }

    private static func descriptor(of field: ProtobufCFieldDescriptor) -> UnsafePointer<ProtobufCMessageDescriptor>? {
        field.descriptor?.assumingMemoryBound(to: ProtobufCMessageDescriptor.self)
    }
}
