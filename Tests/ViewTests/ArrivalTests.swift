import Testing

@testable import Store
@testable import View

@Suite struct ArrivalTests {
    /// A status in which the first `count` steps are done.
    private func status(_ count: Int) -> StoreStatus {
        var status = StoreStatus()
        status.spans = 412
        status.checklist = .init(
            spans: count > 0, genAI: count > 1, tokens: count > 2, prices: count > 3, conversations: count > 4, content: count > 5)
        return status
    }

    @Test func `each state of a newcomer has its own verdict and remedy`() {
        let arrivals = (0...6).map { Arrival(status($0)) }
        #expect(arrivals.map(\.missing) == Arrival.Stage.allCases.map(Optional.some) + [nil])
        #expect(Set(arrivals.map { $0.verdict(listening: "here") }).count == 7)
        #expect(arrivals.dropLast().allSatisfy { $0.remedy != nil })
        #expect(arrivals.last?.isComplete == true)
        #expect(arrivals[1].verdict(listening: "here").hasPrefix("412 spans have come, none of them about GenAI"))
    }

    @Test func `every snippet names the real host and none keeps its placeholder`() {
        let host = Snippet.Host(http: "http://10.1.2.3:9318", grpc: "http://10.1.2.3:9317")
        for snippet in Snippet.all {
            let text = snippet.text(for: host)
            #expect(text.contains("10.1.2.3:931"), "\(snippet.id)")
            #expect(!text.contains("{http}") && !text.contains("{grpc}"), "\(snippet.id)")
        }
        #expect(Set(Snippet.all.map(\.id)).count == Snippet.all.count)
    }
}
