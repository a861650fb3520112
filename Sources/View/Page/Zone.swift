/// The zone that a page shows its times in: `tz=+02:00` in the address, else UTC. Data, exports and reports are always in UTC.
struct Zone: Sendable, Equatable {
    static let utc = Zone(offset: 0)

    /// That of the page being made: every time on it is shown in the same one.
    @TaskLocal static var shown = utc

    /// Seconds east of UTC.
    let offset: Int

    /// `UTC`, `UTC+02:00`
    var name: String { offset == 0 ? "UTC" : "UTC" + text }

    /// As it stands in an address: `+02:00`.
    var text: String {
        let minutes = abs(offset) / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    }

    init(offset: Int) { self.offset = offset }

    /// UTC for what cannot be read.
    init(_ text: String?) {
        // An address's plus is a blank where nobody has escaped it.
        guard let text, let sign = text.first, "+- ".contains(sign) else {
            self = .utc
            return
        }
        let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
        guard let hours = parts.first, 0...14 ~= hours else {
            self = .utc
            return
        }
        let minutes = parts.count > 1 ? min(max(parts[1], 0), 59) : 0
        self.init(offset: (sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60))
    }
}
