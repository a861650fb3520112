import Admin
import Store

/// A whole list to take away, however long: one page of it is in memory at a time (view.md 3.9).
///
/// It is read page by page as the reader takes it, so a row whose sort value changes meanwhile may come twice, or not at all.
actor WholeList<Row: Sendable, Sort: Sendable & Equatable> {
    typealias Read = @Sendable (PageRequest<Sort>) async throws -> Page<Row>

    private let format: Asked.Format
    private let read: Read
    private let json: @Sendable (Row) -> JSONTree
    private var order: PageRequest<Sort>
    /// The first page, until it is given.
    private var ready: Page<Row>?
    private var table = Table.Lines()

    /// Throws where not even the first page can be read: an answer that has begun cannot tell.
    init(
        _ order: PageRequest<Sort>, as format: Asked.Format, pageRows: Int = 200, _ read: @escaping Read,
        _ json: @escaping @Sendable (Row) -> JSONTree
    ) async throws {
        self.order = order
        self.order.limit = pageRows
        self.format = format
        self.read = read
        self.json = json
        ready = try await read(self.order)
    }

    /// The next piece of the file, empty where a search found nothing in its time; nil at its end.
    func piece() async throws -> [UInt8]? {
        guard let page = try await next() else { return nil }
        let rows = page.rows.map(json)
        return Array((format == .csv ? table.csv(rows) : Table(rows: rows).ndjson).utf8)
    }

    private func next() async throws -> Page<Row>? {
        let page: Page<Row>
        if let ready {
            page = ready
            self.ready = nil
        } else if order.after != nil {
            page = try await read(order)
        } else {
            return nil
        }
        order.after = page.next
        return page
    }
}

extension Asked {
    /// Whether all of a list is wanted: as a file, and no page of it named.
    private func isWhole(_ format: Format) -> Bool {
        (format == .csv || format == .ndjson) && query["limit"] == nil && query["cursor"] == nil
    }

    /// The answer of a list: a file of all of it, or a page.
    func list<Row: Sendable, Sort: Sendable & Equatable>(
        _ order: PageRequest<Sort>, as format: Format, name: String, _ read: @escaping WholeList<Row, Sort>.Read,
        _ json: @escaping @Sendable (Row) -> JSONTree
    ) async throws -> AdminAnswer {
        guard isWhole(format) else { return Answering.page(try await read(order), self, format, name: name, json) }
        let list = try await WholeList(order, as: format, read, json)
        var answer = Answering.file("", format, name: name)
        answer.rest = { try await list.piece() }
        return answer
    }
}
