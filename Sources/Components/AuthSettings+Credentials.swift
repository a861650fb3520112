import Pipeline
import Transport

extension AuthSettings {
    /// What a listener compares with. Nil only beside a mistake.
    var credentials: Credentials? {
        switch proof {
        case .bearer(let tokens): .bearer(tokens)
        case .basic(let user, let password): .basic(user: user, password: password.revealed)
        case nil: nil
        }
    }
}
