extension Section {
    /// The text of a key that decides how the section is to be read, before it is read. Nil where the key is absent or no string.
    package func word(_ key: String) -> String? {
        guard case .string(let text)? = table[key]?.node.value else { return nil }
        return text
    }
}
