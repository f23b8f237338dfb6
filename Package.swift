// swift-tools-version: 6.2
import PackageDescription

/// Settings of all Swift targets.
let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let c: [CSetting] = [
  .unsafeFlags(["-Wall", "-Wextra", "-Wconversion", "-Werror", "-std=c11"])
]

let package = Package(
  name: "ibid",
  products: [
    .executable(name: "ibid", targets: ["ibid"]),
    .library(name: "PluginHost", targets: ["PluginHost"]),
    // For Benchmarks/ and Fuzz/.
    .library(name: "ArticleReaders", targets: ["ArticleModel", "ArticleReaders"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CHTML", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Debian's libstemmer has no description for pkg-config; the module map names the library.
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "CICU", cSettings: c,
      linkerSettings: [
        .linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
        .linkedLibrary("stdc++"), .linkedLibrary("m"),
      ]),

    // The product, lowest layer first; each target imports only what stands above it.
    .target(
      name: "CLuaBridge", dependencies: ["CLua"], cSettings: c,
      linkerSettings: [.linkedLibrary("m")]),
    .target(name: "Bytes", swiftSettings: swift),
    .target(name: "Folders", swiftSettings: swift),
    .target(name: "ArticleModel", dependencies: ["Bytes"], swiftSettings: swift),
    .target(
      name: "TextAnalysis", dependencies: ["Bytes", "CICU", "CStemmer"], swiftSettings: swift),
    .target(name: "CMarkdownArena", dependencies: ["CMarkdown"], cSettings: c),
    .target(
      name: "ArticleReaders",
      dependencies: [
        "Bytes", "ArticleModel", "TextAnalysis", "CMarkdown", "CMarkdownArena", "CHTML", "CYAML",
      ],
      swiftSettings: swift),
    .target(
      name: "PluginHost",
      dependencies: ["CLuaBridge", "Folders", "ArticleModel", "TextAnalysis", "ArticleReaders"],
      swiftSettings: swift),
    .target(name: "CProcess", cSettings: c),
    .target(
      name: "BatchRunner",
      dependencies: [
        "CProcess", "CSQLite", "CNettle", "CZlib", "CZstd", "CBrotli", "Bytes", "Folders",
        "ArticleModel", "TextAnalysis", "ArticleReaders", "LuaSource", "PluginHost",
        "PluginChecker",
      ],
      swiftSettings: swift),
    .target(name: "LuaSource", swiftSettings: swift),
    .target(
      name: "PluginChecker", dependencies: ["Folders", "ArticleModel", "LuaSource", "PluginHost"],
      swiftSettings: swift),
    // Embeds the templates, style and script of its folder `pages` with #embed.
    .target(
      name: "CReport", exclude: ["pages"],
      // CICU names the C++ library: named here too it would stand before ICU, whose references it has to resolve.
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Wconversion", "-Werror"])]),
    .target(
      name: "HTMLReport", dependencies: ["CReport", "ArticleModel", "PluginHost", "BatchRunner"],
      swiftSettings: swift),
    .target(name: "LineEditor", dependencies: ["CICU"], swiftSettings: swift),
    .target(
      name: "REPL",
      dependencies: [
        "CProcess", "Folders", "ArticleModel", "TextAnalysis", "PluginHost", "BatchRunner",
        "LineEditor", "LuaSource",
      ],
      swiftSettings: swift),
    .executableTarget(
      name: "ibid",
      dependencies: [
        "CICU", "CLua", "ArticleModel", "TextAnalysis", "ArticleReaders", "PluginHost",
        "BatchRunner", "HTMLReport", "PluginChecker",
        "REPL",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),

    .testTarget(name: "LuaSourceTests", dependencies: ["LuaSource"], swiftSettings: swift),
    .testTarget(
      name: "PluginCheckerTests",
      dependencies: ["PluginChecker", "PluginHost", "CLuaBridge", "ScratchFolders"],
      swiftSettings: swift),
    .testTarget(
      name: "HTMLReportTests", dependencies: ["HTMLReport", "ArticleReaders", "BatchRunner"],
      swiftSettings: swift),
    .testTarget(
      name: "BatchRunnerTests",
      dependencies: [
        "BatchRunner", "ArticleReaders", "Folders", "ScratchFolders", "TerminalTesting", "ibid",
      ],
      swiftSettings: swift),
    // Drives the executable with the pages in Tests/Commands.
    .testTarget(
      name: "CommandTests", dependencies: ["ScratchFolders", "ibid"], swiftSettings: swift),
    // Drives the executable with the plugins in Tests/Sandbox.
    .testTarget(
      name: "SandboxTests", dependencies: ["ibid", "ArticleModel", "PluginHost", "ScratchFolders"],
      swiftSettings: swift),
    // A program around PluginHost, as another package would have it; the tests run it.
    .executableTarget(
      name: "EmbeddingExample", dependencies: ["ArticleReaders", "PluginHost"],
      path: "examples/embedding", swiftSettings: swift),
    .testTarget(
      name: "PluginHostTests",
      dependencies: ["PluginHost", "CLuaBridge", "EmbeddingExample", "ScratchFolders"],
      swiftSettings: swift),
    // The bundled plugins on their own cases and on the corpus.
    .testTarget(
      name: "BundledPluginTests", dependencies: ["PluginHost", "ArticleReaders", "ArticleModel"],
      swiftSettings: swift),
    .testTarget(
      name: "CLuaBridgeTests", dependencies: ["CLuaBridge"], exclude: ["Fixtures"],
      swiftSettings: swift),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"], swiftSettings: swift),
    .testTarget(
      name: "FoldersTests", dependencies: ["Folders", "ScratchFolders"], swiftSettings: swift),
    .testTarget(name: "ArticleModelTests", dependencies: ["ArticleModel"], swiftSettings: swift),
    .testTarget(
      name: "ArticleReadersTests",
      dependencies: ["ArticleReaders", "ArticleModel", "CHTML", "CMarkdownArena"],
      swiftSettings: swift),
    .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"], swiftSettings: swift),
    .testTarget(
      name: "LineEditorTests",
      dependencies: ["LineEditor", "EditorSample", "ScratchFolders", "TerminalTesting"],
      swiftSettings: swift),
    .testTarget(
      name: "REPLTests",
      dependencies: [
        "REPL", "CProcess", "LineEditor", "ScratchFolders", "TerminalTesting", "ibid",
      ],
      swiftSettings: swift),
    // Folders of their own for tests.
    .target(name: "ScratchFolders", path: "Tests/ScratchFolders", swiftSettings: swift),
    // A pseudo-terminal and the screen behind it, for tests that type.
    .target(name: "TerminalTesting", path: "Tests/TerminalTesting", swiftSettings: swift),
    // A program around the editor that the tests drive through a pseudo-terminal.
    .executableTarget(
      name: "EditorSample", dependencies: ["LineEditor"], path: "Tests/EditorSample",
      swiftSettings: swift),
  ]
)
