import Testing

/// The rooms and arrows of the house, as the sources have them.
@Suite struct RoomTests {
    @Test(arguments: Room.all.map(\.name))
    func `a room imports only what its line in the table allows`(name: String) throws {
        let room = try #require(Room.all.first { $0.name == name })
        let files = Checkout.swiftFiles(in: "Sources/\(name)")
        try #require(!files.isEmpty, "Sources/\(name) holds no Swift")
        let allowed = Set(room.ours + room.outside + Room.system)
        for file in files {
            for module in Import.all(in: file.text).map(\.module) where !allowed.contains(module) {
                guard ["Foundation", "FoundationEssentials"].contains(module), Room.mayUseFoundation.contains(file.path) else {
                    Issue.record("\(file.path) imports \(module)")
                    continue
                }
            }
        }
    }

    @Test func `arrows only point up the table`() {
        for (place, room) in Room.all.enumerated() {
            let above = Set(Room.all[..<place].map(\.name))
            for name in room.ours where Room.all.contains(where: { $0.name == name }) {
                #expect(above.contains(name), "\(room.name) → \(name)")
            }
        }
    }

    @Test func `every folder of Sources is a room, a C target or a tool`() {
        let known = Set(
            Room.all.map(\.name) + ["CProtobufC", "CZlib", "CDeflate", "CSnappy", "OTLPSchema", "CTOML", "CMallocCount", "weir-bench"])
        for name in Checkout.names(in: "Sources") where !name.hasPrefix(".") { #expect(known.contains(name), "Sources/\(name)") }
    }

    @Test func `an import line is recognised whatever stands around it`() {
        let text = """
            import Wire
            @testable import OTLP
            @preconcurrency package import NIOCore
            import struct Foundation.Date
            // import Nothing
            let text = "import Nothing"
            """
        #expect(Import.all(in: text).map(\.module) == ["Wire", "OTLP", "NIOCore", "Foundation"])
    }
}
