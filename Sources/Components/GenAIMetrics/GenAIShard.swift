import Metrics
import OTLP

/// What one lane at a time measures into: a table for each family, and the conversations it has lately met.
struct GenAIShard: ~Copyable, Sendable {
    var call: SeriesTable
    var agent: SeriesTable
    var tool: SeriesTable
    var workflow: SeriesTable
    var conversation: SeriesTable
    var turns = RecentSet(capacity: 4096)

    init(_ plan: GenAIMetricsPlan) {
        call = plan.table(.call)
        agent = plan.table(.agent)
        tool = plan.table(.tool)
        workflow = plan.table(.workflow)
        conversation = plan.table(.conversation)
    }
}

/// The sums of all shards: what is reported.
struct GenAITotals: ~Copyable, Sendable {
    var call: Cumulative
    var agent: Cumulative
    var tool: Cumulative
    var workflow: Cumulative
    var conversation: Cumulative

    init(_ plan: GenAIMetricsPlan, now: UInt64) {
        call = plan.cumulative(.call, now: now)
        agent = plan.cumulative(.agent, now: now)
        tool = plan.cumulative(.tool, now: now)
        workflow = plan.cumulative(.workflow, now: now)
        conversation = plan.cumulative(.conversation, now: now)
    }

    mutating func merge(_ shard: inout GenAIShard, now: UInt64) {
        call.merge(&shard.call, now: now)
        agent.merge(&shard.agent, now: now)
        tool.merge(&shard.tool, now: now)
        workflow.merge(&shard.workflow, now: now)
        conversation.merge(&shard.conversation, now: now)
    }
}

/// Layouts, dimensions and limits, fixed when the connector is made.
struct GenAIMetricsPlan: Sendable {
    let layouts: [RoleLayout]
    let dimensions: [GenAIDimensions]
    let options: GenAIMetricsSettings
    /// Against chosen collisions: labels come from the network.
    let seed: UInt64

    let isExponential: Bool

    init(_ options: GenAIMetricsSettings, seed: UInt64, slot: (String) -> Slot) {
        isExponential = options.histogram == .exponential
        layouts = GenAIRole.allCases.map { RoleLayout($0, exponential: options.histogram == .exponential) }
        dimensions = GenAIRole.allCases.map { GenAIDimensions($0, changes: options.dimensions, slot: slot) }
        self.options = options
        self.seed = seed
    }

    subscript(role: GenAIRole) -> GenAIDimensions { dimensions[role.rawValue] }

    func layout(_ role: GenAIRole) -> RoleLayout { layouts[role.rawValue] }

    func table(_ role: GenAIRole) -> SeriesTable {
        SeriesTable(layout: layout(role).layout, dimensions: self[role].keys.count, seed: seed)
    }

    func cumulative(_ role: GenAIRole, now: UInt64) -> Cumulative {
        Cumulative(
            layout: layout(role).layout, dimensionKeys: self[role].keys, seed: seed, limit: options.limit,
            expireAfter: options.expireNanoseconds, temporality: options.metricsTemporality, now: now)
    }

    /// Label sets that a shard takes up between two collections before it asks whether they are known.
    var shardLimit: Int { options.limit + 1024 }
}
