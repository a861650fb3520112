import Settings

/// `auth = { bearer = "…" }` or `auth = { basic = { user = "…", password = "…" } }` of a listener.
package struct AuthSettings: Configurable {
    package enum Proof: Sendable {
        /// Any of these tokens.
        case bearer([String])
        case basic(user: String, password: Secret)
    }

    /// Nil only beside a mistake.
    package let proof: Proof?

    package init(from keys: inout KeyReader) {
        let bearer = keys.secret(optional: "bearer", help: "the token that clients show, or several with commas between them")
        let basic = keys.table(optional: "basic", as: BasicSettings.self, help: "the name and password that clients show")
        switch (bearer, basic) {
        case (let bearer?, nil):
            let tokens = bearer.revealed.split { $0 == "," || $0.isWhitespace }.map(String.init)
            if tokens.isEmpty { keys.mistake(at: "bearer", "the token is empty") }
            proof = .bearer(tokens)
        case (nil, let basic?): proof = .basic(user: basic.user, password: basic.password)
        default:
            keys.mistake("expected one of bearer and basic", hint: "write auth = { bearer = \"${env:TOKEN}\" }")
            proof = nil
        }
    }
}

struct BasicSettings: Configurable {
    let user: String
    let password: Secret

    init(from keys: inout KeyReader) {
        user = keys.string("user", help: "without a colon")
        password = keys.secret("password", help: "never shown")
        if user.contains(":") { keys.mistake(at: "user", "a name with a colon cannot be sent (RFC 7617)") }
        if keys.has("password"), password.revealed.isEmpty { keys.mistake(at: "password", "the password is empty") }
    }
}
