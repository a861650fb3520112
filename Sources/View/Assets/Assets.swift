import Admin

/// The stylesheet and the script, served under names that change with their content.
enum Assets {
    struct Asset: Sendable {
        let path: String
        let type: String
        let text: StaticString
    }

    /// A drop over a line.
    static let icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%232563c9' d='M8 1c3 4 4 5.500 4 7.500a4 4 0 0 1-8 0C4 6.500 5 5 8 1z'/%3E%3Cpath stroke='%232563c9' stroke-width='2' d='M1 15h14'/%3E%3C/svg%3E"

    static var pages: [AdminPage] {
        [css, script].map { asset in
            AdminPage(asset.path) { _ in
                AdminAnswer(
                    type: asset.type, body: asset.text.withUTF8Buffer { Array($0) },
                    headers: Answering.security + [("Cache-Control", "public, max-age=31536000, immutable")])
            }
        }
    }
}
