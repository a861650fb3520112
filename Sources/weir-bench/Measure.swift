import CMallocCount
import Glibc

/// User and system seconds of this process.
func cpuSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// The least of several runs: what the code costs when the machine leaves it alone.
struct Figure {
    /// CPU nanoseconds per item.
    let nanoseconds: Double
    /// Allocations per round.
    let allocations: Double
}

func measure(rounds: Int, items: Int, runs: Int = 5, _ body: () -> Void) -> Figure {
    body()
    var least = Double.infinity
    var allocations = Double.infinity
    for _ in 0..<runs {
        let (before, counted) = (cpuSeconds(), malloc_count())
        for _ in 0..<rounds { body() }
        least = min(least, (cpuSeconds() - before) / Double(rounds * items) * 1e9)
        allocations = min(allocations, Double(malloc_count() - counted) / Double(rounds))
    }
    return Figure(nanoseconds: least, allocations: allocations)
}

func report(_ name: String, _ figure: Figure) {
    let padded = name.padding(to: 44)
    print("\(padded) \(figure.nanoseconds.shown(10)) \(figure.allocations.shown(12))")
}

extension String {
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension Double {
    /// One decimal, right-aligned.
    func shown(_ width: Int) -> String {
        let text = "\((self * 10).rounded() / 10)"
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
