import Admin
import Store

extension ViewPages {
    /// Where prices are read and set: as API, and as what the forms of Models ask for.
    var pricing: [AdminPage] {
        guard let prices else { return [] }
        return [
            endpoint("/api/v1/prices") { asked, format in try await self.list(prices, asked, format) },
            apply("/api/v1/prices/set") { change throws(PriceProblem) in try prices.save(change) },
            apply("/api/v1/prices/remove") { change throws(PriceProblem) in try prices.remove(change) },
            form(PriceForm.saving, isRemoval: false) { change throws(PriceProblem) in try prices.save(change) },
            form(PriceForm.removal, isRemoval: true) { change throws(PriceProblem) in try prices.remove(change) },
        ]
    }

    /// `GET /api/v1/prices`: the prices of the models that a range and a filter have, and those that were set by hand.
    private func list(_ prices: any PriceDesk, _ asked: Asked, _ format: Asked.Format) async throws -> AdminAnswer {
        let seen = try await queries.models(asked.state.filter).flatMap(\.reported).sorted { $0.requests > $1.requests }
        let rows = seen.map { model in JSONTree(model, prices.price(provider: model.provider, model: model.model, at: asked.now)) }
        let tree = JSONTree.object([
            .init("basis", .text(prices.basis)), .init("models", .list(rows)),
            .init("set", prices.changes.map { .list($0.map { JSONTree($0) }) } ?? .null),
        ])
        return Answering.data(tree, rows: rows, as: format, name: "prices")
    }

    /// `POST /api/v1/prices/set?provider=openai&model=gpt-4o&from=2026-12-01&in=2.5&out=10` sets a price for calls that come from now on, and
    /// `…/remove` with the same provider, model and day takes it back. Stored costs stay until `/api/v1/prices/recost`.
    private func apply(_ path: String, _ act: @escaping @Sendable (PriceChange) throws(PriceProblem) -> Void) -> AdminPage {
        changing(path, prefix: "", act) { change, _ in Answering.json(JSONTree(change)) }
    }

    /// The forms' answer leads back to Models, which says what came of it.
    private func form(_ path: String, isRemoval: Bool, _ act: @escaping @Sendable (PriceChange) throws(PriceProblem) -> Void) -> AdminPage {
        changing(path, prefix: PriceAsked.prefix, act) { change, query in
            let outcome = PriceOutcome(change, isRemoval: isRemoval)
            let back = PriceAsked.without(query).changing([("priced", outcome.token)]).href("/models") + "#prices"
            return AdminAnswer(status: 303, type: "text/plain", body: [], headers: Answering.security + [("Location", back)])
        }
    }

    /// Does what an address speaks of, and says what came of it.
    private func changing(
        _ path: String, prefix: String, _ act: @escaping @Sendable (PriceChange) throws(PriceProblem) -> Void,
        _ answer: @escaping @Sendable (PriceChange, Query) -> AdminAnswer
    ) -> AdminPage {
        AdminPage(path, method: .post) { request in
            let query = Query(request.query)
            guard let change = PriceAsked.change(query, prefix: prefix) else {
                return Answering.problem(400, "Bad question", "\(prefix)model= is needed")
            }
            do throws(PriceProblem) { try act(change) } catch {
                return Answering.problem(422, "Not taken", "\(error.field): \(error.message)" + (error.hint.map { " (\($0))" } ?? ""))
            }
            return answer(change, query)
        }
    }
}

extension JSONTree {
    fileprivate init(_ model: ReportedModel, _ price: ModelPrice?) {
        self = .object(
            [
                .init("provider", .text(model.provider)), .init("model", .text(model.model)), .init("requests", .number(model.requests)),
                .init("entry", .text(price?.entry)),
            ]
                + PriceKind.all.map { kind in .init(kind.word, .text(price?.rates.price(kind))) } + [
                    .init("since", .text(price?.since)), .init("set", .flag(price?.isSet ?? false)),
                ])
    }

    fileprivate init(_ change: PriceChange) {
        self = .object(
            [.init("provider", .text(change.provider)), .init("model", .text(change.model)), .init("from", .text(change.from))]
                + PriceKind.all.map { kind in .init(kind.word, .text(change.rates.price(kind))) })
    }
}
