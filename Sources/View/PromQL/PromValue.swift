/// What an expression comes to, at every step at once.
enum PromValue {
    /// A number for each step.
    case scalar([Double])
    case vector([PromSeries])
}

/// A series of an answer.
struct PromSeries: Equatable {
    var labels: Labels
    /// One for each step; nil where it is not there, which is not the same as NaN.
    var values: [Double?]

    /// The same with other values; without its name, for it is not that metric any more.
    func mapped(_ change: (_ value: Double, _ step: Int) -> Double?) -> PromSeries {
        var series = PromSeries(labels: labels.withoutName, values: values)
        for step in values.indices {
            if let value = values[step] { series.values[step] = change(value, step) }
        }
        return series
    }
}
