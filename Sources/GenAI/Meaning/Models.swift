import OTLP
import Wire

/// The models of a call: what was asked for and what answered.
struct Models: BitwiseCopyable, Equatable {
    var request = Text.empty
    var response = Text.empty
    /// Long texts were looked into: another span that says otherwise the same may have other models.
    var isFromTexts = false

    /// Some dialects have one key for both (`llm.model_name`): it names the answer's model once there is an answer, the asked one until then.
    static func read(_ facts: borrowing Facts, _ batch: borrowing Batch, _ operation: Operation?, answered: Bool) -> Models {
        var models = Models(request: facts[.requestModel].bareText, response: facts[.responseModel].bareText)
        let name = facts[.modelName].bareText
        if models.request.isEmpty { models.readRequest(facts) }
        if models.request.isEmpty, !name.isEmpty { return alone(name, facts, batch, models, answered && operation != .embeddings) }
        if models.request.isEmpty { models.request = Classification.modelInName(batch.name) }
        if models.response.isEmpty { models.readAnswer(facts, name, answered) }
        return models
    }

    /// A name that nothing else explains. Langfuse, and LiteLLM's raw requests, overwrite the asked model with the answering one; for others
    /// it is the model that was used: asked for, and, where the answer names none, answering.
    private static func alone(
        _ name: Text, _ facts: borrowing Facts, _ batch: borrowing Batch, _ models: Models, _ answered: Bool
    ) -> Models {
        var models = models
        let isOverwritten = facts.has(.langfuseType) || batch.name == "raw_gen_ai_request" && facts.has(.responseID)
        if answered, isOverwritten {
            if models.response.isEmpty { models.response = name }
        } else {
            models.request = name
            if models.response.isEmpty { models.readAnswer(facts) }
            if models.response.isEmpty, answered { models.response = name }
        }
        return models
    }

    /// The model in the first chunk of a stream, for streams that broke before their end.
    mutating func readStream(_ batch: borrowing Batch, _ chunk: Slot) {
        guard response.isEmpty, batch.eventCount > 0, let text = batch.eventValue(0, chunk).text, let view = JSONView(text) else { return }
        isFromTexts = true
        response = (view["model"] ?? view["response"]?["model"])?.string ?? .empty
    }

    /// The model in the request's parameters.
    private mutating func readRequest(_ facts: borrowing Facts) {
        if facts.has(.modelHint) { return request = facts[.modelHint].bareText }
        for fact in [Fact.invocation, .requestText, .inputText] where facts.has(fact) {
            if fact.isPersonal { isFromTexts = true }
            guard let parameters = JSONView(facts.text(fact)), parameters.isObject else { continue }
            if let model = parameters["model"] ?? parameters["model_name"] ?? parameters["modelId"], model.isString {
                return request = model.string
            }
        }
    }

    /// A name that differs from what was asked is the answer's; otherwise only the answer itself can tell.
    private mutating func readAnswer(_ facts: borrowing Facts, _ name: Text, _ answered: Bool) {
        if answered, !name.isEmpty, !(name == request) { return response = name }
        readAnswer(facts)
        if response.isEmpty, answered { response = name }
    }

    private mutating func readAnswer(_ facts: borrowing Facts) {
        guard facts.has(.outputText) else { return }
        isFromTexts = true
        response = Models.inAnswer(facts.text(.outputText))
    }

    /// The model in the answer: a provider's, or LangChain's list of generations.
    private static func inAnswer(_ text: Text) -> Text {
        guard let answer = JSONView(text), answer.isObject else { return .empty }
        if let model = answer["model"] ?? answer["modelVersion"] ?? answer["model_version"] { return model.string }
        guard let generation = answer["generations"]?.firstElement?.firstElement else { return .empty }
        let told = generation["message"]?["kwargs"]?["response_metadata"]
        return (told?["model_name"] ?? told?["model"] ?? generation["generation_info"]?["model_name"])?.string ?? .empty
    }
}
