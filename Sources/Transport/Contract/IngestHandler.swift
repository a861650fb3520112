import Wire

/// Who answers the requests that a listener reads. Transport knows bytes, limits and statuses; what a path or a body means is the handler's.
///
/// Both functions are called on the connection's event loop and must not block.
package protocol IngestHandler: Sendable {
    /// Something to know a new connection by: it comes back with each of its requests.
    func greet() -> any IngestConnection
    /// Decides by the head alone, before any of the body is read: credentials, route, media type, room.
    func admit(_ head: RequestHead, from connection: any IngestConnection) -> Admission
    /// Answers a whole request. `reply` is called exactly once: now, or later from any thread.
    func handle(_ request: IngestRequest, reply: @escaping @Sendable (Answer) -> Void)
}

/// A connection, as the handler knows it.
package protocol IngestConnection: AnyObject, Sendable {}

/// Turns a refusal of Transport into an answer of the handler's protocol.
package protocol RefusalAnswering {
    func answer(to refusal: TransportRefusal, _ head: RequestHead?) -> Answer
}

/// What a handler says to a head.
package enum Admission: Sendable {
    /// Read the body; `route` comes back with the request. The grant holds room for the bytes.
    case read(route: Int, grant: any BodyGrant)
    case refuse(Answer)
}

/// Room for a body, in the handler's own budget.
package protocol BodyGrant: Sendable {
    /// Makes sure that `bytes` are held in all. False where there is no room.
    func cover(_ bytes: Int) -> Bool
}

/// A request with its whole body, inflated.
package struct IngestRequest: Sendable {
    package let head: RequestHead
    package let route: Int
    package let body: Bytes
    package let grant: any BodyGrant
}
