/// The models that come most often, among any number of them: the space-saving sketch of Metwally, Agrawal and El Abbadi (2005).
///
/// A name that comes more often than once in `capacity` calls is always here. What has been is halved now and then, so that what is
/// frequent today finds its place.
struct FrequentNames {
    struct Name: Hashable {
        let provider: String
        let model: String
    }

    static let capacity = 256
    /// Calls after which all that was counted is worth half.
    static let window: UInt64 = 100_000

    private struct Place {
        var name: Name
        var count: UInt64
        /// How much of the count may be that of names which stood here before.
        var excess: UInt64
    }

    private var places: [Place] = []
    private var index: [Name: Int] = [:]
    /// Calls counted; older ones are worth less.
    private(set) var total: UInt64 = 0

    /// Counts one call; answers how many calls of this name there have been at least.
    mutating func count(_ name: Name) -> UInt64 {
        if total >= FrequentNames.window { age() }
        total += 1
        if let at = index[name] {
            places[at].count += 1
            return places[at].count - places[at].excess
        }
        if places.count < FrequentNames.capacity {
            index[name] = places.count
            places.append(Place(name: name, count: 1, excess: 0))
            return 1
        }
        guard let at = places.indices.min(by: { places[$0].count < places[$1].count }) else { return 0 }
        index[places[at].name] = nil
        index[name] = at
        places[at] = Place(name: name, count: places[at].count + 1, excess: places[at].count)
        return 1
    }

    /// How many calls of a name there have been at most, of those that still count.
    func most(_ name: Name) -> UInt64 {
        if let at = index[name] { return places[at].count }
        return places.count < FrequentNames.capacity ? 0 : places.map(\.count).min() ?? 0
    }

    private mutating func age() {
        total /= 2
        for at in places.indices {
            places[at].count /= 2
            places[at].excess /= 2
        }
    }
}
