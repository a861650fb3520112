import Admin
import Store

extension ViewPages {
    /// `POST /api/v1/prices/recost`: works out costs again with the price table of now, which may have been edited since (view.md 3.7, 4.5).
    ///
    /// `from=` (and `to=`) or `range=` say which calls, `model=` narrows them, `only=unpriced` leaves those alone that have a cost. Costs that
    /// SDKs or gateways reported never change. Where `next` in the answer is not null, the same question with `after=` of it goes on.
    ///
    /// `recost` returns nil where no price table is in use.
    package func recosting(_ recost: @escaping @Sendable (RecostQuestion) async throws -> RecostReport?) -> AdminPage {
        AdminPage("/api/v1/prices/recost", method: .post) { request in
            do {
                let asked = Asked(request, now: now())
                guard let report = try await recost(try Self.question(asked)) else { throw BadQuestion("no price table is in use") }
                return Answering.json(Self.tree(report, asked))
            } catch {
                return Answering.problem(error)
            }
        }
    }

    private static func question(_ asked: Asked) throws -> RecostQuestion {
        // What changes something is not to be meant by accident.
        guard asked.query["from"] != nil || asked.query["range"] != nil else { throw BadQuestion("from= or range= is needed") }
        var question = RecostQuestion(range: asked.state.filter.range)
        question.model = asked.state.filter.model
        if let only = asked.query["only"] {
            guard only == "unpriced" else { throw BadQuestion("only=\(only) is not known") }
            question.unpricedOnly = true
        }
        if let after = asked.query["after"] {
            guard let place = RecostPlace(token: after) else { throw BadQuestion("after= is not from an answer") }
            question.after = place
        }
        return question
    }

    private static func tree(_ report: RecostReport, _ asked: Asked) -> JSONTree {
        .object([
            .init("from", .time(asked.state.filter.range.from)), .init("to", .time(asked.state.filter.range.to)),
            .init("calls", .number(report.calls)), .init("changed", .number(report.changed)),
            .init("newlyPriced", .number(report.newlyPriced)), .init("differenceUsd", .dollars(report.differenceNano)),
            .init("differenceNanoUsd", .text(String(report.differenceNano))), .init("next", .text(report.next?.token)),
        ])
    }
}
