import Testing
@testable import View

@Suite struct NewsTests {
    private func call(_ prompt: [Message], _ answer: [Message]) -> CallContent {
        var call = CallContent()
        call.prompt = prompt
        call.answer = answer
        return call
    }

    private let system = Message(.system, parts: [.text("Be terse.")])
    private func user(_ text: String) -> Message { Message(.user, parts: [.text(text)]) }
    private func said(_ text: String) -> Message { Message(.assistant, parts: [.text(text)]) }

    @Test func `the first call is all news`() {
        let news = News(call([system, user("a")], []), after: nil)
        #expect(news.earlier == 0)
        #expect(news.messages == [system, user("a")])
    }

    @Test func `history and the answer that came back with it are not`() {
        let first = call([system, user("a")], [said("A")])
        let news = News(call([system, user("a"), said("A"), user("b")], []), after: first)
        #expect(news.earlier == 3)
        #expect(news.messages == [user("b")])
    }

    @Test func `an answer that comes back in other words is still history`() {
        let first = call([user("a")], [said("A ")])
        #expect(News(call([user("a"), said("A"), user("b")], []), after: first).messages == [user("b")])
    }

    @Test func `a window that lost its beginning is recognised`() {
        let first = call([system, user("a"), said("A"), user("b")], [said("B")])
        let news = News(call([system, said("A"), user("b"), said("B"), user("c")], []), after: first)
        #expect(news.messages == [user("c")])
    }

    @Test func `another question to the same system prompt is news`() {
        let first = call([system, user("a")], [said("A")])
        #expect(News(call([system, user("z")], []), after: first).messages == [user("z")])
    }

    @Test func `a retry brings nothing new`() {
        let first = call([system, user("a")], [])
        #expect(News(call([system, user("a")], []), after: first).messages == [])
    }
}
