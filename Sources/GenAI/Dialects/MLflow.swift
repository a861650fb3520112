import OTLP
import Wire

/// MLflow's tracing, in its own words (`mlflow.spanType`) or translated to the conventions.
extension Dialect {
    /// Translated, `gen_ai.request.model` holds the response's model where there is one; the request's own is the logged argument
    /// `model`, as JSON.
    static let mlflow = Dialect(
        name: "mlflow",
        scopes: ["mlflow*"],
        probes: ["mlflow.spanType"],
        standing: .framework,
        keys: [
            (.requestModel, ["model"]), (.modelName, ["gen_ai.request.model"]), (.conversation, ["conversation"]),
            (.requestText, ["mlflow.spanInputs"]), (.outputText, ["mlflow.spanOutputs"]),
        ],
        // Gemini's candidates are the output; its thoughts are only in the total.
        exclusiveOutput: .google,
        sense: { facts, _ in
            guard !facts.has(.operation) || Sense.named(facts.text(.operation)) == nil else { return nil }
            return Sense.named(facts[.spanKind].bareText) ?? .other
        }
    )
}
