import Testing
import Wire

@testable import Metrics

@Suite struct PrometheusStoreTests {
    private let minute: UInt64 = 60_000_000_000

    @Test func `a counter, a histogram and a gauge stand in the text as Prometheus wants them`() throws {
        let store = PrometheusStore()
        var table = SeriesTable(
            layout: Layout([MetricKind("call.duration", unit: "s", help: "Duration.", .histogram(try #require(Bounds([0.5, 1]))))]),
            dimensions: 2, seed: 1)
        let layout = table.layout
        let record = Sample.withLabels("gpt \"4\"\n", "a\\b") { table.insert($0, hash: table.hash($0)) }
        for seconds in [0.25, 0.5, 3] {
            table.measure(record) { numbers, base in
                _ = layout.instruments[0].record(seconds, layout, &numbers, base)
                return 1
            }
        }
        var cumulative = Cumulative(
            layout: layout, dimensionKeys: ["model", "error.type"], seed: 1, limit: 10, expireAfter: 1, temporality: .cumulative, now: 1)
        cumulative.merge(&table, now: 2)
        try store.take(Sample.request(cumulative, time: 2))
        try store.take(
            Handmade.request {
                Handmade.sum("calls", [([("b", "2"), ("a", "1")], 7)], &$0)
                Handmade.gauge("heat", unit: "Cel", [], 21.5, &$0)
            })
        #expect(
            store.text() == #"""
                # HELP call_duration_seconds Duration.
                # TYPE call_duration_seconds histogram
                call_duration_seconds_bucket{error_type="a\\b",model="gpt \"4\"\n",otel_scope_name="weir",otel_scope_version="1",le="0.5"} 2
                call_duration_seconds_bucket{error_type="a\\b",model="gpt \"4\"\n",otel_scope_name="weir",otel_scope_version="1",le="1"} 2
                call_duration_seconds_bucket{error_type="a\\b",model="gpt \"4\"\n",otel_scope_name="weir",otel_scope_version="1",le="+Inf"} 3
                call_duration_seconds_sum{error_type="a\\b",model="gpt \"4\"\n",otel_scope_name="weir",otel_scope_version="1"} 3.75
                call_duration_seconds_count{error_type="a\\b",model="gpt \"4\"\n",otel_scope_name="weir",otel_scope_version="1"} 3
                # TYPE calls_total counter
                calls_total{a="1",b="2",otel_scope_name="app"} 7
                # HELP heat_celsius A gauge.
                # TYPE heat_celsius gauge
                heat_celsius{otel_scope_name="app"} 21.5

                """#)
    }

    @Test func `OpenMetrics has units, canonical bounds, exemplars and an end`() throws {
        let store = PrometheusStore()
        var table = Sample.table()
        let id = [UInt8](repeating: 0xAB, count: 16)
        let exemplar = id.withUnsafeBytes {
            Exemplar(value: 0.015, time: 1_700_000_000_250_000_000, trace: Text($0), span: Text($0).prefix(8))
        }
        Sample.measure(&table, model: "x", seconds: 0.015, exemplar: exemplar)
        var cumulative = Sample.cumulative()
        cumulative.merge(&table, now: 2)
        try store.take(Sample.request(cumulative, time: 2))
        let lines = store.text(.openMetrics).split(separator: "\n").map(String.init)
        let labels = #"model="x",otel_scope_name="weir",otel_scope_version="1""#
        #expect(lines.contains("# UNIT call_duration_seconds seconds"))
        #expect(lines.contains("# TYPE call_cost_USD counter"))
        #expect(lines.contains(#"call_cost_USD_total{\#(labels)} 0.5"#))
        #expect(lines.contains(#"call_duration_seconds_bucket{\#(labels),le="0.01"} 0"#))
        #expect(
            lines.contains(
                #"call_duration_seconds_bucket{\#(labels),le="0.02"} 1 # {trace_id="abababababababababababababababab",span_id="abababababababab"} 0.015 1700000000.25"#
            ))
        #expect(lines.contains { $0.contains(#"le="81.92""#) })
        #expect(lines.last == "# EOF")
        let whole = PrometheusStore()
        try whole.take(
            Handmade.request { writer in
                writer.field(2) { metric in
                    metric.field(1, string: "h")
                    metric.field(9) { data in
                        data.field(1) { point in
                            point.field(4, fixed64: 1)
                            MetricsMessage.packed(6, fixed64: [1, 0], &point)
                            MetricsMessage.packed(7, fixed64: [Double(1).bitPattern], &point)
                        }
                    }
                }
            })
        #expect(whole.text(.openMetrics).contains(#"le="1.0""#))
        #expect(whole.text(.text).contains(#"le="1""#))
    }

    @Test func `of plain numbers only counters show exemplars`() throws {
        let store = PrometheusStore()
        let id = [UInt8](repeating: 1, count: 16)
        let exemplar = id.withUnsafeBytes { Exemplar(value: 2, time: 3, trace: Text($0), span: Text($0).prefix(8)) }
        try store.take(
            Handmade.request { writer in
                for isMonotonic in [true, false] {
                    writer.field(2) { metric in
                        metric.field(1, string: isMonotonic ? "counted" : "measured")
                        metric.field(7) { data in
                            data.field(3, bool: isMonotonic)
                            data.field(1) { point in
                                point.field(4, double: 2)
                                MetricsMessage.exemplar(5, exemplar, &point)
                            }
                        }
                    }
                }
            })
        let lines = store.text(.openMetrics).split(separator: "\n").filter { $0.contains("trace_id") }
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("counted_total{") == true)
        #expect(!store.text(.text).contains("trace_id"))
    }

    @Test func `a histogram and a sum that share a base name live side by side`() throws {
        let layout = Layout([
            MetricKind("gen_ai.client.token.usage", unit: "{token}", help: "", .histogram(.tokens)),
            MetricKind("gen_ai.client.token.usage.total", unit: "{token}", help: "", .count),
        ])
        var table = SeriesTable(layout: layout, dimensions: 0, seed: 1)
        let record = table.insert(LabelSet(dimensions: 0), hash: 1)
        table.measure(record) { numbers, base in
            _ = layout.instruments[0].record(12, layout, &numbers, base)
            layout.instruments[1].add(count: 12, &numbers, base)
            return 3
        }
        var cumulative = Cumulative(
            layout: layout, dimensionKeys: [], seed: 1, limit: 10, expireAfter: 1, temporality: .cumulative, now: 1)
        cumulative.merge(&table, now: 2)
        let store = PrometheusStore()
        try store.take(Sample.request(cumulative, time: 2))
        let text = store.text()
        #expect(text.contains("# TYPE gen_ai_client_token_usage histogram\n"))
        #expect(text.contains("# TYPE gen_ai_client_token_usage_total counter\n"))
        let open = store.text(.openMetrics)
        #expect(open.contains("# TYPE gen_ai_client_token_usage histogram\n"))
        #expect(open.contains("# TYPE gen_ai_client_token_usage_total unknown\n"), "a counter family of that name would clash")
        #expect(store.refusals.conflicting == 0)
    }

    @Test func `resources become job, instance and target_info`() throws {
        let store = PrometheusStore()
        let resource = [("service.name", "shop"), ("service.namespace", "eu"), ("service.instance.id", "i-1"), ("host.name", "h")]
        try store.take(Handmade.request(resource: resource) { Handmade.sum("calls", [([], 1)], &$0) })
        let text = store.text()
        #expect(text.contains(#"calls_total{instance="i-1",job="eu/shop",otel_scope_name="app"} 1"#))
        #expect(text.contains("# TYPE target_info gauge\n" + #"target_info{host_name="h",instance="i-1",job="eu/shop"} 1"#))
        #expect(store.text(.openMetrics).contains("# TYPE target info\n"))
    }

    @Test func `keys that become one label share it`() throws {
        let store = PrometheusStore()
        try store.take(Handmade.request { Handmade.sum("calls", [([("a_b", "2"), ("a.b", "1")], 1)], &$0) })
        #expect(store.text().contains(#"calls_total{a_b="1;2",otel_scope_name="app"} 1"#))
    }

    @Test func `a name keeps its first type, and others are counted`() throws {
        let store = PrometheusStore()
        try store.take(Handmade.request { Handmade.sum("calls", [([], 1)], &$0) })
        try store.take(Handmade.request { Handmade.gauge("calls_total", [], 5, &$0) })
        #expect(store.refusals.conflicting == 1)
        let lines = store.text().split(separator: "\n").filter { $0.hasPrefix("calls_total{") }
        #expect(lines.count == 1)
    }

    @Test func `newer points replace, delta points add, older ones are counted`() throws {
        let store = PrometheusStore()
        for (time, value) in [(10, 5.0), (30, 8), (20, 6)] {
            try store.take(Handmade.request { Handmade.sum("c", time: UInt64(time), [([], value)], &$0) })
            try store.take(Handmade.request { Handmade.sum("d", delta: true, time: UInt64(10 + time), [([], value)], &$0) })
        }
        #expect(store.text().contains("c_total{otel_scope_name=\"app\"} 8\n"))
        #expect(store.text().contains("d_total{otel_scope_name=\"app\"} 13\n"))
        #expect(store.refusals.outdated == 2)
    }

    @Test func `a sender that begins anew does not make a counter fall`() throws {
        let store = PrometheusStore()
        var shown: [Double] = []
        for (start, time, value) in [(1, 10, 5.0), (1, 20, 8), (25, 30, 2), (25, 40, 3), (45, 50, 1)] {
            let request = Handmade.request { writer in
                writer.field(2) { metric in
                    metric.field(1, string: "c")
                    metric.field(7) { data in
                        data.field(2, varint: 2)
                        data.field(3, bool: true)
                        data.field(1) { point in
                            point.field(2, fixed64: UInt64(start))
                            point.field(3, fixed64: UInt64(time))
                            point.field(4, double: value)
                        }
                    }
                }
            }
            try store.take(request)
            shown.append(store.text().split(separator: " ").last.flatMap { Double($0.dropLast()) } ?? .nan)
        }
        #expect(shown == [5, 8, 10, 11, 12])
    }

    @Test func `series go when their sender says so or says nothing for long`() throws {
        let store = PrometheusStore()
        try store.take(Handmade.request { Handmade.sum("c", [([("k", "1")], 1), ([("k", "2")], 2)], &$0) }, now: minute)
        try store.take(Handmade.request { Handmade.sum("c", time: 20, flags: 1, [([("k", "1")], 0)], &$0) }, now: minute)
        #expect(store.seriesCount == 1)
        #expect(store.text(now: 6 * minute).contains(#"c_total{k="2",otel_scope_name="app"} 2"#))
        #expect(store.text(now: 6 * minute + 1) == "")
        #expect(store.seriesCount == 0)
        try store.take(Handmade.request { Handmade.gauge("c_total", [], 5, &$0) }, now: 7 * minute)
        #expect(store.text(now: 7 * minute).contains("# TYPE c_total gauge"), "its name is free again")
    }

    @Test func `series beyond the limit are counted, not kept`() throws {
        var limits = PrometheusStore.Limits()
        limits.series = 3
        let store = PrometheusStore(limits: limits)
        try store.take(Handmade.request { Handmade.sum("c", (0..<10).map { ([("k", "\($0)")], 1) }, &$0) })
        #expect(store.seriesCount == 3)
        #expect(store.refusals.overLimit == 7)
    }

    @Test func `exponential histograms become classic ones whose buckets rise to the count`() throws {
        var buckets = ExponentialBuckets()
        for value in [0, 0.0005, 0.3, 0.5, 0.7, 1, 100, 100_000] { buckets.record(value) }
        let store = PrometheusStore()
        try store.take(
            Handmade.request { writer in
                writer.field(2) { metric in
                    metric.field(1, string: "d")
                    metric.field(3, string: "s")
                    metric.field(10) { data in
                        data.field(2, varint: 2)
                        data.field(1) { point in
                            point.field(4, fixed64: buckets.count)
                            point.field(5, double: buckets.sum)
                            point.field(6, varint: MetricsMessage.zigzag(buckets.scale))
                            point.field(7, fixed64: buckets.zeroCount)
                            point.field(8) { positive in
                                positive.field(1, varint: MetricsMessage.zigzag(buckets.offset))
                                MetricsMessage.packed(2, varint: buckets.counts, &positive)
                            }
                        }
                    }
                }
            })
        let counts = store.text().split(separator: "\n").filter { $0.contains("_bucket") }.compactMap { Int($0.split(separator: " ")[1]) }
        #expect(counts == counts.sorted())
        #expect(counts.last == 8)
        #expect(store.text().contains(#"le="0.5"} 4"#))
        #expect(store.text().contains(#"le="1"} 6"#))
    }

    @Test func `summaries keep their quantiles`() throws {
        let store = PrometheusStore()
        try store.take(
            Handmade.request { writer in
                writer.field(2) { metric in
                    metric.field(1, string: "s")
                    metric.field(11) { data in
                        data.field(1) { point in
                            point.field(4, fixed64: 3)
                            point.field(5, double: 6)
                            point.field(6) { quantile in
                                quantile.field(1, double: 0.5)
                                quantile.field(2, double: 2)
                            }
                        }
                    }
                }
            })
        #expect(store.text().hasPrefix("# TYPE s summary\ns{otel_scope_name=\"app\",quantile=\"0.5\"} 2\ns_sum{"))
    }

    @Test func `values of every kind become text`() throws {
        let store = PrometheusStore()
        try store.take(
            Handmade.request { writer in
                writer.field(2) { metric in
                    metric.field(1, string: "c")
                    metric.field(5) { data in
                        data.field(1) { point in
                            MetricsMessage.attribute(7, "flag", true, &point)
                            point.field(7) { entry in
                                entry.field(2) { $0.field(3, int: -5) }
                                entry.field(1, string: "n")
                            }
                            point.field(7) { entry in
                                entry.field(1, string: "list")
                                entry.field(2) { value in
                                    value.field(5) { list in
                                        list.field(1) { $0.field(1, string: "a\"b") }
                                        list.field(1) { $0.field(4, double: 1.5) }
                                    }
                                }
                            }
                            point.field(6, fixed64: UInt64(bitPattern: -3))
                        }
                    }
                }
            })
        #expect(store.text().contains(#"c{flag="true",list="[\"a\\\"b\",1.5]",n="-5",otel_scope_name="app"} -3"#))
    }

    @Test func `own samples are rendered by name`() {
        let samples = [
            OwnSample(name: "weir_b_total", labels: [("reason", "busy")], value: 3, kind: .counter, help: "B."),
            OwnSample(name: "weir_a", labels: [], value: 0.5, kind: .gauge, help: "A."),
            OwnSample(name: "weir_b_total", labels: [("reason", "invalid")], value: 1e20, kind: .counter, help: "B."),
        ]
        #expect(
            String(decoding: OwnSample.render(samples, .text), as: UTF8.self) == """
                # HELP weir_a A.
                # TYPE weir_a gauge
                weir_a 0.5
                # HELP weir_b_total B.
                # TYPE weir_b_total counter
                weir_b_total{reason="busy"} 3
                weir_b_total{reason="invalid"} 1e+20

                """)
    }
}
