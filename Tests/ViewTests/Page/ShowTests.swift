import Testing

@testable import View

@Suite struct ShowTests {
    @Test(arguments: [
        (1.5, 2, "1.50"), (-0.25, 1, "-0.3"), (0, 0, "0"), (12_345.678, 0, "12346"), (0.000000001, 9, "0.000000001"),
        (12_000_000_000, 9, "12000000000.0000000"), (9.99e14, 9, "999000000000000.000"), (-9.99e14, 3, "-999000000000000.000"),
        (1e15, 0, "–"), (.nan, 1, "–"), (.infinity, 1, "–"),
    ])
    func `a number has its places, or as many as it can have`(number: Double, places: Int, text: String) {
        #expect(Show.decimal(number, places: places) == text)
    }
}
