import OTLP
import Wire

@testable import OTLP

/// A value that a test writes.
enum Plain: Equatable {
    case text([UInt8]), int(Int64), double(Double), bool(Bool)
    /// The value that the item has under another known key.
    case copy(Int)
}

/// One edit, as a test asks for it of the batch and of the oracle.
enum Wish {
    case set(item: Int, slot: Int, Plain)
    case append(item: Int, key: String, Plain)
    case drop(item: Int, slot: Int)
    case dropItem(Int)
    case setResource(Int, slot: Int, Plain, onlyIfAbsent: Bool)
}

extension Wish {
    static func random(_ dice: inout Dice, _ signal: Signal, items: Int, resources: Int) -> Wish? {
        let slot = dice.below(RequestMaker.known.count)
        let kind = dice.below(10)
        if kind == 0 || items == 0 {
            guard resources > 0 else { return nil }
            return .setResource(dice.below(resources), slot: slot, Plain.random(&dice, copies: false), onlyIfAbsent: dice.once(in: 2))
        }
        let item = dice.below(items)
        if kind == 1 { return .dropItem(item) }
        // Nobody reads a metric's metadata, so there is nothing known in it to set or drop.
        if kind <= 3 || signal == .metrics {
            return .append(item: item, key: dice.pick(RequestMaker.others), Plain.random(&dice, copies: signal != .metrics))
        }
        if kind <= 5 { return .drop(item: item, slot: slot) }
        return .set(item: item, slot: slot, Plain.random(&dice, copies: true))
    }

    /// The item whose attributes it may change, if any.
    var item: Int? {
        switch self {
        case .set(let item, _, _), .append(let item, _, _), .drop(let item, _), .dropItem(let item): item
        case .setResource: nil
        }
    }

    func ask(of batch: inout Batch) {
        if let item { batch.select(item) }
        switch self {
        case .set(_, let slot, let plain): plain.with(batch) { $0.set(Slot(index: slot), $1) }(&batch)
        case .append(_, let key, let plain):
            plain.with(batch) { batch, value in Array(key.utf8).withUnsafeBytes { batch.append(key: Text($0), value) } }(&batch)
        case .drop(_, let slot): batch.drop(Slot(index: slot))
        case .dropItem: batch.dropItem()
        case .setResource(let resource, let slot, let plain, let onlyIfAbsent):
            plain.with(batch) { $0.setResource(resource, Slot(index: slot), $1, onlyIfAbsent: onlyIfAbsent) }(&batch)
        }
    }
}

extension Plain {
    static func random(_ dice: inout Dice, copies: Bool) -> Plain {
        switch dice.below(copies ? 6 : 5) {
        case 0: .int(dice.once(in: 3) ? Int64(bitPattern: dice.next()) : Int64(dice.below(300)))
        case 1: .double(Double(dice.below(1000)) / 7)
        case 2: .bool(dice.once(in: 2))
        case 3, 4: .text([UInt8](repeating: 120, count: dice.once(in: 6) ? dice.pick([120, 127, 128, 16_380]) : dice.below(12)))
        default: .copy(dice.below(RequestMaker.known.count))
        }
    }

    /// Hands the value to an edit; text is kept by the batch, as a processor must have it.
    func with(_ batch: borrowing Batch, _ edit: @escaping (inout Batch, Value) -> Void) -> (inout Batch) -> Void {
        switch self {
        case .int(let int): return { edit(&$0, .int(int)) }
        case .double(let double): return { edit(&$0, .double(double)) }
        case .bool(let bool): return { edit(&$0, .bool(bool)) }
        case .text(let bytes): return { batch in edit(&batch, Value(batch.keep(bytes))) }
        case .copy(let slot):
            let value = batch.value(Slot(index: slot))
            return { edit(&$0, value) }
        }
    }
}
