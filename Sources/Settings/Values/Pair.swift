/// One key of a table whose keys are the user's, such as `headers` or resource attributes, in the order of the file.
package struct Pair<Value: Sendable>: Sendable {
    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

extension Pair: Equatable where Value: Equatable {}

/// A plain value of any type, such as a resource attribute's.
package enum Scalar: Sendable, Hashable {
    case string(String)
    case integer(Int64)
    case float(Double)
    case boolean(Bool)
}
