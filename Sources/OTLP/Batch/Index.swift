/// What a scan found: frames and hits, in memory that is used again for the next request.
@usableFromInline struct Index: ~Copyable {
    @usableFromInline var resources = Scratch<ResourceFrame>(capacity: 8)
    @usableFromInline var scopes = Scratch<ScopeFrame>(capacity: 16)
    @usableFromInline var items = Scratch<ItemFrame>(capacity: 64)
    @usableFromInline var events = Scratch<EventFrame>(capacity: 16)
    @usableFromInline var hits = Scratch<Hit>(capacity: 512)
    @usableFromInline var eventHits = Scratch<Hit>(capacity: 16)
    @usableFromInline var resourceHits = Scratch<Hit>(capacity: 16)
    @usableFromInline var scopeHits = Scratch<Hit>(capacity: 16)

    mutating func reset() {
        resources.removeAll(keep: 256)
        scopes.removeAll(keep: 1024)
        items.removeAll(keep: 2048)
        events.removeAll(keep: 2048)
        hits.removeAll(keep: 32768)
        eventHits.removeAll(keep: 4096)
        resourceHits.removeAll(keep: 1024)
        scopeHits.removeAll(keep: 1024)
    }
}
