import Glibc
import ScratchFolders

/// The sources that lie beside the tests.
enum Repository {
  /// The folder that has `plugins`, three levels above this file.
  static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The main files of the bundled plugins and the examples.
  static let plugins: [String] = ["plugins", "examples"].flatMap { folder in
    names(in: "\(root)/\(folder)").compactMap { name in
      let path = "\(root)/\(folder)/\(name)"
      // A batch in a file is no plugin.
      if name.hasSuffix(".lua") { return name == "nightly.lua" ? nil : path }
      return access("\(path)/plugin.lua", R_OK) == 0 ? "\(path)/plugin.lua" : nil
    }
  }

  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.sorted()
  }

  static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}

/// A plugin in a folder of its own, with the files beside it.
struct ScratchPlugin: ~Copyable {
  private let scratch = ScratchFolder("ibid-check")
  var folder: String { scratch.path }
  var path: String { "\(folder)/plugin.lua" }

  init(_ source: [UInt8], files: [(name: String, text: String)] = []) {
    mkdir("\(folder)/tests", 0o777)
    mkdir("\(folder)/tests/a", 0o777)
    write(source, to: "plugin.lua")
    for file in files { write(Array(file.text.utf8), to: file.name) }
  }

  func write(_ bytes: [UInt8], to name: String) {
    guard let file = fopen("\(folder)/\(name)", "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
