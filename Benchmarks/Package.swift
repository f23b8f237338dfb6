// swift-tools-version: 6.2
import PackageDescription

/// Measurements within one process, apart from the product so that it does not depend on them.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ibid", path: "..")],
  targets: [
    .executableTarget(
      name: "ReaderBenchmark", dependencies: [.product(name: "ArticleReaders", package: "ibid")])
  ]
)
