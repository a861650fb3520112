import Settings
import Transport

/// `auth = { bearer = "…" }` or `auth = { basic = { user = "…", password = "…" } }` of a receiver.
struct AuthSettings: Configurable {
    /// Nil only beside a mistake.
    let credentials: Credentials?

    init(from keys: inout KeyReader) {
        let bearer = keys.secret(optional: "bearer", help: "the token that senders show, or several with commas between them")
        let basic = keys.table(optional: "basic", as: BasicSettings.self, help: "the name and password that senders show")
        switch (bearer, basic) {
        case (let bearer?, nil):
            let tokens = bearer.revealed.split { $0 == "," || $0.isWhitespace }.map(String.init)
            if tokens.isEmpty { keys.mistake(at: "bearer", "the token is empty") }
            credentials = .bearer(tokens)
        case (nil, let basic?): credentials = .basic(user: basic.user, password: basic.password.revealed)
        default:
            keys.mistake("expected one of bearer and basic", hint: "write auth = { bearer = \"${env:TOKEN}\" }")
            credentials = nil
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
