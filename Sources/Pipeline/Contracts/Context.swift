import Logging
import OTLP

/// What the pipeline gives a component at its making: its name, its tools, its clock. Nothing here is global, so tests bring their own.
package struct Context: Sendable {
    /// The section it was made from, such as `exporters.backend`.
    package let name: String
    /// Tells this Weir from others where their telemetry meets: `host:port` of its admin listener, which no other can have.
    package let instance: String
    package let log: Logger
    package let clock: Clock
    package let budget: Budget
    package let meters: Meters
    package let board: Noticeboard
    /// The attribute keys that components read: ask for slots in `init`, use them in `process` and `observe`.
    package let keys: Keys
    /// What SIGHUP reads again.
    package let reloads: Reloads
    private let readiness: Readiness

    package init(
        name: String, instance: String = HostName.current, log: Logger = Logger(label: "weir"), clock: Clock = .system,
        budget: Budget = Budget(limitBytes: 256 << 20),
        meters: Meters = Meters(), board: Noticeboard = Noticeboard(), keys: Keys = Keys(),
        reloads: Reloads = Reloads(), readiness: Readiness = Readiness()
    ) {
        self.name = name
        self.instance = instance
        self.log = log
        self.clock = clock
        self.budget = budget
        self.meters = meters
        self.board = board
        self.keys = keys
        self.reloads = reloads
        self.readiness = readiness
    }

    /// Said in `init` by what must be open before Weir is ready, such as a store; receivers are expected anyway.
    package func opens() { readiness.expect(name) }

    /// A receiver says that it can be reached, a store that it is open. Until all have, `/readyz` says no.
    package func ready() { readiness.mark(name) }

    /// Asks to be called on SIGHUP. Where `reload` throws, the component must have stayed as it was.
    package func onReload(_ reload: @escaping Reloads.Reload) { reloads.add(name, reload) }

    /// The same tools under another name.
    func named(_ name: String) -> Context {
        Context(
            name: name, instance: instance, log: log, clock: clock, budget: budget, meters: meters, board: board, keys: keys,
            reloads: reloads, readiness: readiness)
    }
}
