import Testing

@testable import Transport

@Suite struct CredentialsTests {
    @Test(arguments: [
        ("Bearer one", true), ("bearer two", true), ("BEARER  one", true), ("Bearer three", false), ("Bearer on", false),
        ("Bearer onee", false), ("Bearer", false), ("Bearer ", false), ("one", false), ("Basic one", false), ("", false),
    ])
    func `any of the tokens is let in, and nothing else`(header: String, isAdmitted: Bool) {
        #expect(Credentials.bearer(["one", "two"]).admit(header) == isAdmitted)
    }

    @Test(arguments: [
        ("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", true), ("basic QWxhZGRpbjpvcGVuIHNlc2FtZQ", true),
        ("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==x", false), ("Basic QWxhZGRpbg==", false), ("Bearer QWxhZGRpbjpvcGVuIHNlc2FtZQ==", false),
    ])
    func `a name and its password are let in`(header: String, isAdmitted: Bool) {
        #expect(Credentials.basic(user: "Aladdin", password: "open sesame").admit(header) == isAdmitted)
    }

    @Test func `no header, no entry; an empty token lets nobody in`() {
        #expect(!Credentials.bearer(["one"]).admit(nil))
        #expect(!Credentials.bearer([""]).admit("Bearer "))
        #expect(!Credentials.bearer([]).admit("Bearer "))
    }

    @Test func `a refusal says how to ask`() {
        #expect(Credentials.bearer(["one"]).challenge == "Bearer realm=\"weir\"")
        #expect(Credentials.basic(user: "a", password: "b").challenge.hasPrefix("Basic "))
    }
}
