import Admin

extension ViewPages {
    /// A resource of the API in one of its forms. Its tag is of the form too, and problems are RFC 9457's (view.md 3.9).
    func endpoint(
        _ path: String, formats: [Asked.Format] = Asked.Format.ofRows,
        _ make: @escaping @Sendable (Asked, Asked.Format) async throws -> AdminAnswer
    ) -> AdminPage {
        AdminPage(path) { request in
            let asked = Asked(request, now: now())
            var answer: AdminAnswer
            do {
                let format = try asked.format(among: formats)
                try asked.checkAddress()
                let tag = tag(asked, format)
                if asked.knows(tag) {
                    answer = Answering.notModified(tag)
                } else {
                    answer = try await make(asked, format)
                    if answer.status == 200 { answer.headers += [("ETag", tag), ("Cache-Control", "no-cache, private")] }
                }
            } catch {
                answer = Answering.problem(error)
            }
            answer.headers.append(("Vary", "Accept"))
            return answer
        }
    }
}

extension Asked {
    /// Whether the asker has the answer of that tag (RFC 9110 section 13.1.2).
    func knows(_ tag: String) -> Bool {
        guard let tags = request.header("if-none-match") else { return false }
        return tags.split(separator: ",").contains { $0.trimming(" ") == tag }
    }
}

extension Substring {
    fileprivate func trimming(_ character: Character) -> Substring {
        var rest = drop { $0 == character }
        while rest.last == character { rest.removeLast() }
        return rest
    }
}
