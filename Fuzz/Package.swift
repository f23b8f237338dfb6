// swift-tools-version: 6.2
import PackageDescription

/// Fuzz targets, apart from the product because everything here is built with coverage counters.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "ibid", path: "..")],
  targets: [
    .systemLibrary(name: "CFuzzer"),
    .executableTarget(
      name: "ReaderFuzz",
      dependencies: [
        "CFuzzer", .product(name: "ArticleReaders", package: "ibid"),
      ]),
  ]
)
