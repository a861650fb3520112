/// A day since 1970 (UTC) and its name, `20261123`.
struct CivilDay: Equatable {
    let day: Int64

    init(_ day: Int64) { self.day = day }

    /// Proleptic Gregorian; counted from 0000-03-01 so that the leap day is a year's last.
    var text: String {
        let shifted = day + 719_468
        let era = Tier.floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let date = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        return Self.padded(year, 4) + Self.padded(month < 10 ? month + 3 : month - 9, 2) + Self.padded(date, 2)
    }

    init?(text: Substring) {
        guard text.utf8.count == 8, let year = Int64(text.prefix(4)), let month = Int64(text.dropFirst(4).prefix(2)),
            let date = Int64(text.suffix(2)), 1...12 ~= month, 1...31 ~= date
        else { return nil }
        let marchYear = month > 2 ? year : year - 1
        let era = Tier.floor(marchYear, 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(era * 146_097 + dayOfEra - 719_468)
        guard self.text == text else { return nil }
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
    }
}
