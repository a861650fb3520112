import GRDB

extension Store {
    /// Works out costs again, for some seconds at most: `next` of the answer says where to go on.
    ///
    /// Spans that arrive meanwhile are stored between portions. Doing it twice changes nothing the second time.
    package func recost(_ question: RecostQuestion, _ reader: any CostReader, within limit: Duration = .seconds(15), portion: Int = 1_000)
        async throws
        -> RecostReport
    {
        let end = ContinuousClock.now + limit
        var report = RecostReport()
        var question = question
        while let place = question.place(files.days) {
            guard report.calls == 0 || ContinuousClock.now < end else {
                report.next = place
                return report
            }
            let portion = try await recost(question, reader, at: place, portion: portion)
            report.add(portion)
            question.after = portion.next ?? RecostPlace(day: place.day + 1)
        }
        return report
    }
}

extension RecostQuestion {
    /// Where to go on, of the days that have a file; nil at the end.
    fileprivate func place(_ days: [Int64]) -> RecostPlace? {
        guard range.to > range.from else { return nil }
        let (first, last) = (max(Tier.day.bucket(range.from), after?.day ?? .min), Tier.day.bucket(range.to &- 1))
        guard let day = days.first(where: { $0 >= first && $0 <= last }) else { return nil }
        return after.flatMap { $0.day == day ? $0 : nil } ?? RecostPlace(day: day)
    }
}
