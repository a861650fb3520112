import Foundation
import Testing

@testable import Components

@Suite struct RetryAfterTests {
    @Test func `dates are those of Foundation`() throws {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        for seconds in stride(from: Int64(0), to: 8_000_000_000, by: 1_234_567) {
            let text = format.string(from: Date(timeIntervalSince1970: Double(seconds)))
            #expect(RetryAfter.unixSeconds(httpDate: text) == seconds, "\(text)")
        }
    }

    @Test(arguments: [
        "", "soon", "-1", "1.5", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Nov 1994 08:49 GMT", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
        "99999999999999999999999",
    ])
    func `what cannot be read says nothing`(header: String) {
        #expect(RetryAfter.duration(header, unixNanoseconds: 0) == nil)
    }

    @Test func `no wait is longer than a day`() {
        #expect(RetryAfter.duration("18446744073709551615", unixNanoseconds: 0) == .seconds(86_400))
        #expect(RetryAfter.duration("5", unixNanoseconds: .max) == .seconds(5))
        #expect(RetryAfter.duration("Sun, 06 Nov 1994 08:49:37 GMT", unixNanoseconds: .max) == .zero)
    }
}
