import Metrics
import OTLP
import Synchronization
import Wire

/// What was measured, on its way out.
extension GenAIMetering {
    /// A request with the points of one family.
    struct Report: Sendable {
        let role: GenAIRole
        let request: [UInt8]
        let points: Int
    }

    /// Adds all shards up and says what they add up to: a request for each family that has points.
    func collect(origin: Origin, now: UInt64) -> [Report] {
        shards.forEach { shard in totals.withLock { $0.merge(&shard, now: now) } }
        return totals.withLock { totals in
            [
                Self.report(.call, totals.call, origin, now), Self.report(.agent, totals.agent, origin, now),
                Self.report(.tool, totals.tool, origin, now), Self.report(.workflow, totals.workflow, origin, now),
                Self.report(.conversation, totals.conversation, origin, now),
            ].compactMap { $0 }
        }
    }

    /// What a family had to say was taken: its next interval begins. Until then nothing of it is forgotten.
    func finishInterval(_ role: GenAIRole, now: UInt64) {
        totals.withLock { totals in
            switch role {
            case .call: totals.call.finishInterval(now: now)
            case .agent: totals.agent.finishInterval(now: now)
            case .tool: totals.tool.finishInterval(now: now)
            case .workflow: totals.workflow.finishInterval(now: now)
            case .conversation: totals.conversation.finishInterval(now: now)
            }
        }
    }

    private static func report(_ role: GenAIRole, _ family: borrowing Cumulative, _ origin: Origin, _ now: UInt64) -> Report? {
        var metrics = WireWriter(reserving: 16 << 10)
        let points = family.write(time: now, &metrics)
        return points == 0 ? nil : Report(role: role, request: origin.request { $0.append(metrics.bytes) }, points: points)
    }

    /// For each metric: its series and the measurements that went to its overflow series.
    var overflow: [(metric: String, measurements: UInt64)] {
        totals.withLock { totals in
            [
                totals.call.overflowed, totals.agent.overflowed, totals.tool.overflowed, totals.workflow.overflowed,
                totals.conversation.overflowed,
            ]
        }.enumerated().flatMap { role, counts in
            zip(plan.layouts[role].layout.metrics, counts).map { ($0.name, $1) }
        }
    }

    /// Label sets in use, by family.
    var labelSets: [(role: GenAIRole, count: Int)] {
        let counts = totals.withLock { totals in
            [
                totals.call.seriesCount, totals.agent.seriesCount, totals.tool.seriesCount, totals.workflow.seriesCount,
                totals.conversation.seriesCount,
            ]
        }
        return zip(GenAIRole.allCases, counts).map { ($0, $1 - 1) }
    }
}
