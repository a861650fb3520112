// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours speaks Swift 6 and has no warnings.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

/// The rooms of the house, lowest first. A target imports only what stands above it here; `HouseTests` checks it.
let package = Package(
    name: "weir",
    products: [
        .executable(name: "weir", targets: ["weir"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-http2.git", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CProtobufC", pkgConfig: "libprotobuf-c", providers: [.apt(["libprotobuf-c-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CSnappy", pkgConfig: "snappy", providers: [.apt(["libsnappy-dev"])]),
        .target(name: "OTLPSchema", dependencies: ["CProtobufC"]),
        .target(name: "Wire", swiftSettings: house),
        .target(name: "OTLP", dependencies: ["Wire", "OTLPSchema", "CProtobufC"], swiftSettings: house),
        .target(name: "GenAI", dependencies: ["OTLP", "Wire"], swiftSettings: house),
        .target(name: "Metrics", dependencies: ["OTLP", "Wire", "CSnappy"], swiftSettings: house),
        .target(name: "CTOML", cxxSettings: [.define("TOML_EXCEPTIONS", to: "0")]),
        .target(name: "Settings", dependencies: ["CTOML"], swiftSettings: house),
        .target(
            name: "Pipeline",
            dependencies: [
                "OTLP", "Wire", "Settings",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "Transport",
            dependencies: [
                "Wire", "CZlib", "CDeflate",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOHPACK", package: "swift-nio-http2"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "Admin",
            dependencies: [
                "Metrics",
                .product(name: "Hummingbird", package: "hummingbird", moduleAliases: ["Metrics": "SwiftMetrics"]),
            ],
            swiftSettings: house
        ),
        .target(name: "Store", dependencies: [.product(name: "GRDB", package: "GRDB.swift")], swiftSettings: house),
        .target(name: "View", dependencies: ["Store", "Admin"], exclude: ["Assets/web"], swiftSettings: house),
        .target(
            name: "Components",
            dependencies: [
                "Wire", "OTLP", "GenAI", "Metrics", "Settings", "Pipeline", "Transport", "Store", "Admin", "View",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ],
            swiftSettings: house
        ),
        .executableTarget(
            name: "weir",
            dependencies: [
                "Admin", "Components", "GenAI", "Metrics", "OTLP", "Pipeline", "Settings", "Store", "View", "Wire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house,
            linkerSettings: [
                // Equal functions once, and no table of symbols for others to link against: 3.5 MiB less at rest.
                .unsafeFlags(["-Xlinker", "--icf=safe", "-Xlinker", "--no-export-dynamic"], .when(configuration: .release))
            ]
        ),
        .target(name: "CMallocCount"),
        .executableTarget(
            name: "weir-bench",
            dependencies: ["CMallocCount", "GenAI", "OTLP", "Wire"],
            swiftSettings: house
        ),
        .testTarget(name: "WireTests", dependencies: ["Wire"], swiftSettings: house),
        .testTarget(name: "OTLPTests", dependencies: ["OTLP", "OTLPSchema", "CProtobufC", "Wire"], swiftSettings: house),
        .testTarget(name: "GenAITests", dependencies: ["GenAI", "OTLP", "Wire"], exclude: ["Fixtures"], swiftSettings: house),
        .testTarget(name: "MetricsTests", dependencies: ["Metrics", "OTLP", "Wire", "CSnappy"], swiftSettings: house),
        .testTarget(name: "SettingsTests", dependencies: ["Settings"], swiftSettings: house),
        .testTarget(name: "PipelineTests", dependencies: ["Pipeline", "OTLP", "Settings", "Wire"], swiftSettings: house),
        .testTarget(name: "TransportTests", dependencies: ["Transport", "Wire"], swiftSettings: house),
        .testTarget(name: "StoreTests", dependencies: ["Store"], exclude: ["Fixtures"], swiftSettings: house),
        .testTarget(name: "ViewTests", dependencies: ["View", "Store"], swiftSettings: house),
        .testTarget(
            name: "ComponentsTests",
            dependencies: ["Components", "Store", "GenAI", "Metrics", "OTLP", "Pipeline", "Settings", "Transport", "View", "Wire"],
            swiftSettings: house
        ),
        .testTarget(name: "HouseTests", dependencies: ["Components", "Pipeline", "Settings"], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
