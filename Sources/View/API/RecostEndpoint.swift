import Admin
import Store

/// Works out costs again; nil where no price table is in use.
package typealias Recost = @Sendable (RecostQuestion) async throws -> RecostReport?

extension ViewPages {
    /// Where costs can be worked out again: as API, and as what the forms of Models ask for.
    var recosting: [AdminPage] { recost.map { [recosting($0), recostingForm($0)] } ?? [] }

    /// The forms' answer leads back to Models, which says what came of it; `only` stays, for what goes on there.
    private func recostingForm(_ recost: @escaping Recost) -> AdminPage {
        AdminPage(RecostForm.path, method: .post) { request in
            let asked = Asked(request, now: now())
            do {
                let outcome = RecostOutcome(try await all(Self.question(asked), recost))
                let back = asked.query.changing([("recosted", outcome.token), ("after", nil)]).href("/models") + "#recost"
                return AdminAnswer(status: 303, type: "text/plain", body: [], headers: Answering.security + [("Location", back)])
            } catch {
                return Answering.problem(error)
            }
        }
    }

    /// Portion after portion, for as long as a reader waits.
    private func all(_ first: RecostQuestion, _ recost: Recost) async throws -> RecostReport {
        var (question, sum) = (first, RecostReport())
        let end = ContinuousClock.now + .seconds(15)
        repeat {
            guard let part = try await recost(question) else { throw BadQuestion("no price table is in use") }
            sum.add(part)
            sum.next = part.next
            question.after = part.next
        } while sum.next != nil && .now < end
        return sum
    }

    /// `POST /api/v1/prices/recost`: works out costs again with the price table of now, which may have been edited since (view.md 3.7, 4.5).
    ///
    /// `from=` (and `to=`) or `range=` say which calls, `model=` narrows them, `only=unpriced` leaves those alone that have a cost. Costs that
    /// SDKs or gateways reported never change. Where `next` in the answer is not null, the same question with `after=` of it goes on.
    ///
    private func recosting(_ recost: @escaping Recost) -> AdminPage {
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
