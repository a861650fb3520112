import Wire

/// One call as a JSON line and its price as another (pipelines.md, `weir prices cost`).
///
/// Fields are those of the shared price vectors; `usage` counts are inclusive. A field nobody knows is an error, not a zero.
package struct CallLine {
    private var usage = BillableUsage()
    private var texts: [String: String] = [:]
    private var attributes: [String: String] = [:]
    private var seconds: Int64?

    /// The answer to one line: a JSON object without a line break.
    package static func answer(_ line: String, _ book: PriceBook) -> String {
        do {
            let json = try JSONText.read(Array(line.utf8))
            let call = try CallLine(json)
            return render(call.price(book), book, id: json["id"])
        } catch let error as JSONMistake {
            return refused(error.description)
        } catch {
            return refused("\(error)")
        }
    }

    private struct Mistake: Error, CustomStringConvertible { var description: String }

    private init(_ json: JSONText) throws {
        guard case .object(let members) = json else { throw Mistake(description: "a call is a JSON object") }
        for member in members {
            switch member.key {
            case "usage": for count in member.value.members { try take(count) }
            case "context": for word in member.value.members { try takeContext(word) }
            case "at":
                if member.value == .null { break }
                guard let text = member.value.string, let at = Instant.seconds(text) else { throw Mistake(description: "'at' is no time") }
                seconds = at
            case "provider", "model", "request_model", "response_model", "host": texts[member.key] = member.value.string
            default: break
            }
        }
    }

    // MARK: - Usage

    private mutating func take(_ member: JSONText.Member) throws {
        if member.value == .null { return }
        if let field = CallLine.seconds[member.key] {
            usage[keyPath: field] = max(usage[keyPath: field], try milliseconds(member))
            return
        }
        guard let count = member.value.integer else { throw Mistake(description: "usage.\(member.key) is no whole number") }
        if let total = CallLine.totals[member.key] {
            usage[keyPath: total] = count
        } else if let part = CallLine.parts[member.key] {
            usage[keyPath: part] = count
        } else if !CallLine.remainders.contains(member.key) {
            throw Mistake(description: "there is no usage '\(member.key)'")
        }
    }

    private func milliseconds(_ member: JSONText.Member) throws -> Int64 {
        guard let digits = member.value.digits, let decimal = DecimalText(digits.utf8), let ratio = decimal.ratio(shiftedBy: 3, over: 1)
        else {
            throw Mistake(description: "usage.\(member.key) is no number of seconds")
        }
        return ratio.numerator / ratio.denominator
    }

    private static var totals: [String: WritableKeyPath<BillableUsage, Int64?>] { ["input": \.input, "output": \.output] }

    /// What is left of a total says nothing new.
    private static let remainders: Set<String> = ["input_text", "output_text", "total"]

    private static var seconds: [String: WritableKeyPath<BillableUsage, Int64>] {
        [
            "audio_seconds": \.others.audioMilliseconds, "input_audio_seconds": \.others.audioMilliseconds,
            "video_seconds": \.others.videoMilliseconds, "output_video_seconds": \.others.videoMilliseconds,
        ]
    }

    private static var parts: [String: WritableKeyPath<BillableUsage, Int64>] {
        [
            "cache_read": \.cacheRead, "cache_write": \.cacheWrite, "cache_write_5m": \.cacheWrite5m, "cache_write_1h": \.cacheWrite1h,
            "cache_write_12h": \.cacheWrite12h, "input_audio": \.inputAudio, "input_image": \.inputImage, "input_video": \.inputVideo,
            "cache_read_audio": \.cacheReadAudio, "cache_read_image": \.cacheReadImage, "reasoning": \.reasoning,
            "citation": \.citation, "output_audio": \.outputAudio, "output_image": \.outputImage, "output_video": \.outputVideo,
            "web_searches": \.others.webSearches, "x_searches": \.others.xSearches, "social_searches": \.others.xSearches,
            "file_searches": \.others.fileSearches, "storage_searches": \.others.fileSearches, "code_executions": \.others.codeRuns,
            "map_queries": \.others.mapQueries, "characters": \.others.characters, "pages": \.others.pages,
            "annotated_pages": \.others.annotatedPages, "images": \.others.images, "pixels": \.others.pixels,
            "rerank_queries": \.others.rerankQueries, "messages": \.others.messages,
        ]
    }

    // MARK: - Context

    /// Context words and what the engine calls them.
    private static let contextWords = [
        "service_tier": "tier", "request_service_tier": "requested_tier", "speed": "speed", "region": "region",
        "vertex_location": "region", "data_residency": "residency", "residency": "residency", "inference_geo": "geo", "geo": "geo",
        "search_context_size": "ctx", "ctx": "ctx", "route": "route", "host": "host", "server_address": "host",
    ]

    private mutating func takeContext(_ member: JSONText.Member) throws {
        switch member.key {
        case "processing":
            guard let word = member.value.string else { return }
            texts["batch"] = word == "batch" ? "1" : nil
        case "batch": texts["batch"] = member.value == .bool(true) ? "1" : nil
        case let key where CallLine.contextWords[key] != nil: texts[CallLine.contextWords[key] ?? ""] = member.value.string
        default: attributes[member.key] = member.value.string ?? member.value.digits
        }
    }

    private func price(_ book: PriceBook) -> PricedCall {
        var bytes: [UInt8] = []
        var places: [String: Range<Int>] = [:]
        for (key, text) in texts {
            places[key] = bytes.count..<(bytes.count + text.utf8.count)
            bytes += text.utf8
        }
        for (at, key) in book.attributeKeys.enumerated() {
            guard let text = attributes[key] else { continue }
            places["#\(at)"] = bytes.count..<(bytes.count + text.utf8.count)
            bytes += text.utf8
        }
        let nanos = UInt64(max(0, seconds ?? CallClock.now)) &* 1_000_000_000
        return bytes.withUnsafeBytes { raw in
            let text = { (key: String) in places[key].map { Text(raw).slice($0.lowerBound, $0.upperBound) } ?? .empty }
            var context = PriceContext(
                provider: text("provider"), requestModel: text(texts["request_model"] == nil ? "model" : "request_model"),
                responseModel: text("response_model"), startNanos: nanos, endNanos: nanos)
            context.host = text("host")
            context.servedTier = text("tier")
            context.requestedTier = text("requested_tier")
            context.speed = text("speed")
            context.region = text("region")
            context.residency = text("residency")
            context.geo = text("geo")
            context.searchContext = text("ctx")
            context.route = text("route")
            context.batch = texts["batch"] != nil
            return book.price(usage, context) { text("#\($0)") }
        }
    }

    // MARK: - Answer

    private static func render(_ priced: PricedCall, _ book: PriceBook, id: JSONText?) -> String {
        let start = id.flatMap(\.string).map { "{\"id\":\(quoted($0))," } ?? "{"
        switch priced {
        case .unpriced(let reason):
            return start + "\"usd\":null,\"pico_usd\":null,\"source\":\"unpriced\",\"detail\":\"\(reason.word)\",\"price\":null}"
        case .computed(let cost):
            let detail = cost.detail == .none ? "null" : quoted(cost.detail.text)
            return start
                + "\"usd\":\"\(Pico.decimal(cost.total))\",\"pico_usd\":\(cost.total),\"source\":\"computed\",\"detail\":\(detail),"
                + "\"price\":\(quoted(book.title(cost.entry))),\"input_usd\":\"\(Pico.decimal(cost.input))\","
                + "\"output_usd\":\"\(Pico.decimal(cost.output))\"}"
        }
    }

    /// A line that could not be understood has no price either.
    private static func refused(_ mistake: String) -> String {
        "{\"usd\":null,\"pico_usd\":null,\"source\":\"unpriced\",\"detail\":null,\"price\":null,\"error\":\(quoted(mistake))}"
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 32:
                out += "\\u" + Instant.pad(0, 2) + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
