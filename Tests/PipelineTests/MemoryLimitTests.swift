import Foundation
import Testing

@testable import Pipeline

@Suite struct MemoryLimitTests {
    private let folder = TemporaryFolder()

    private func bytes(_ membership: String, _ files: [String: String]) throws -> Int? {
        for (path, text) in files.merging(["membership": membership], uniquingKeysWith: { $1 }) {
            let url = URL(fileURLWithPath: folder.path + "/" + path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        return MemoryLimit.containerBytes(cgroups: folder.path + "/cg", membership: folder.path + "/membership")
    }

    @Test func `the least limit on the way to the root holds`() throws {
        let files = ["cg/a/b/memory.max": "max\n", "cg/a/memory.max": "1000\n", "cg/memory.max": "2000\n"]
        #expect(try bytes("0::/a/b\n", files) == 1000)
    }

    @Test func `a container that sees itself as the root has the root's limit`() throws {
        #expect(try bytes("0::/not/here\n", ["cg/memory.max": "4096\n"]) == 4096)
    }

    @Test func `version 1 keeps memory in a tree of its own`() throws {
        let files = ["cg/memory/docker/x/memory.limit_in_bytes": "5000\n", "cg/docker/x/memory.max": "1\n"]
        #expect(try bytes("12:cpu,cpuacct:/docker/x\n7:memory:/docker/x\n", files) == 5000)
    }

    @Test func `no limit is none`() throws {
        #expect(try bytes("0::/\n", ["cg/memory.max": "max\n"]) == nil)
    }
}
