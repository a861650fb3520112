/// A price file that holds edits: the layer above all others, written anew with each change.
extension PriceFile {
    /// One without edits.
    package static func edits(name: String) -> PriceFile { PriceFile(name: name) }

    /// The edits in it, by model and day. What else a person wrote into the file stays and is none.
    package var edits: [PriceEdit] { records.flatMap(PriceEdit.read) }

    /// Puts an edit in place of the one of the same model and day.
    package mutating func set(_ edit: PriceEdit, over layers: [PriceFile]) throws(PriceEditMistake) {
        let new = try edit.record(layers)
        let known = (layers + [self]).flatMap(\.providers)
        if !known.contains(where: { $0.name == new.provider }) { providers.append(PriceEdit.provider(named: new.provider)) }
        if let at = records.firstIndex(where: { $0.key == new.key }) {
            for rule in new.rules { records[at].rules.removeAll { $0.selector == rule.selector } }
            records[at].rules += new.rules
            // Later days come later, for the last rule that holds wins.
            records[at].rules.sort { ($0.selector.from ?? .min) < ($1.selector.from ?? .min) }
        } else {
            records.append(new)
        }
        self = fitted(over: layers)
    }

    /// Takes the edit of a model and day out; false where there is none.
    package mutating func remove(_ edit: PriceEdit) -> Bool {
        for at in records.indices {
            let record = records[at]
            let rest = record.rules.filter { rule in
                var alone = record
                alone.rules = [rule]
                return !PriceEdit.read(alone).contains {
                    $0.provider == edit.provider && $0.model == edit.model && $0.from == edit.from
                }
            }
            guard rest.count < record.rules.count else { continue }
            records[at].rules = rest
            if PriceEdit.read(records[at]).isEmpty { records.remove(at: at) }
            return true
        }
        return false
    }

    /// As a layer over `layers`: adds to models that they have, under any of their names, and defines the others.
    package func fitted(over layers: [PriceFile]) -> PriceFile {
        var names: [String: String] = [:]
        for record in layers.flatMap(\.records) {
            if record.action == .delete { names[record.key] = nil }
            guard record.action == .define else { continue }
            names[record.key] = record.name
            for alias in record.aliases where names[record.provider + "/" + alias.lowercased()] == nil {
                names[record.provider + "/" + alias.lowercased()] = record.name
            }
        }
        var fitted = self
        for at in fitted.records.indices {
            if let name = names[fitted.records[at].key] {
                (fitted.records[at].action, fitted.records[at].name) = (.extend, name)
                // As long as nobody knew it, it had no price before its first day.
                fitted.records[at].rules.removeAll { $0.selector.isUnconditional && $0.steps == [.unpriced] }
            } else {
                fitted.records[at].action = .define
            }
        }
        return fitted
    }
}
