import NIOCore
import Testing

@testable import Transport

@Suite struct ClientTextTests {
    @Test func `what is percent-encoded comes back, and what is not well encoded stays`() {
        for text in ["", "plain", "100 % größe\n", "\u{0}"] { #expect(GRPCText.percentDecoded(GRPCText.percentEncoded(text)) == text) }
        #expect(GRPCText.percentDecoded("50% off %4") == "50% off %4")
        #expect(GRPCText.percentDecoded("%e4%zz") == "\u{FFFD}%zz")
    }

    @Test func `base64 is read with and without padding`() {
        for length in 0..<20 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
            #expect(GRPCText.unbase64(GRPCText.base64(bytes)) == bytes)
        }
        #expect(GRPCText.unbase64("AQ==") == [1])
        #expect(GRPCText.unbase64("+_-/") == GRPCText.unbase64("-/+_"))
        #expect(GRPCText.unbase64("A*B") == [])
    }

    @Test(arguments: [
        (1, "1n"), (99_999_999, "99999999n"), (100_000_000, "100000u"), (10_000_000_000, "10000000u"), (0, "1n"), (-5, "1n"),
        (600_000_000_000, "600000m"), (Int64.max, "2562047H"),
    ])
    func `a timeout has at most eight digits`(nanoseconds: Int64, text: String) {
        #expect(GRPCTimeout.text(nanoseconds: nanoseconds) == text)
    }

    @Test func `pauses grow up to ten seconds, and end with a success`() {
        var pause = ReconnectPause()
        let now = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
        #expect(pause.refusal(now) == nil)
        for wanted in [100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000] {
            pause.fail("why", now: now, random: 1)
            #expect(pause.refusal(now) == .unreachable("why", retryAfter: .milliseconds(wanted)))
            #expect(pause.refusal(now + .milliseconds(Int64(wanted))) == nil)
        }
        for _ in 0..<100 { pause.fail("why", now: now, random: 0) }
        #expect(pause.refusal(now) == .unreachable("why", retryAfter: .seconds(5)))
        pause.succeed()
        #expect(pause.refusal(now) == nil)
    }

    @Test func `a connection is watched`() {
        var target = GRPCTarget(host: "", port: 0, authority: "")
        (target.connectTimeout, target.keepaliveAfter, target.pingTimeout, target.idleTimeout) = (
            .seconds(1), .seconds(10), .seconds(2), .seconds(60)
        )
        let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
        func at(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }
        var watch = GRPCWatch(target, now: start)
        #expect(watch.look(at(0), isBusy: true, isReady: false).word == "fine")
        #expect(watch.look(at(1), isBusy: true, isReady: false).word == "silent")
        #expect(watch.look(at(9), isBusy: true, isReady: true).word == "fine")
        #expect(watch.look(at(10), isBusy: true, isReady: true).word == "ask")
        #expect(watch.look(at(10), isBusy: false, isReady: true).word == "fine")
        let asks = [watch.asks(at(10)), watch.asks(at(11))]
        #expect(asks == [true, false])
        #expect(watch.look(at(12), isBusy: true, isReady: true).word == "silent")
        watch.heard(at(12))
        #expect(watch.look(at(12), isBusy: true, isReady: true).word == "fine")
        #expect(watch.look(at(72), isBusy: false, isReady: true).word == "idle")
        watch.used(at(70))
        #expect(watch.look(at(72), isBusy: false, isReady: true).word == "fine")
    }
}

extension GRPCWatch.Finding {
    fileprivate var word: String {
        switch self {
        case .fine: "fine"
        case .ask: "ask"
        case .idle: "idle"
        case .silent: "silent"
        }
    }
}
