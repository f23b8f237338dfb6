import ScratchFolders

@testable import BatchRunner

/// A folder that is removed with what is in it.
struct TemporaryFolder: ~Copyable {
  private let scratch = ScratchFolder("ibid-test")
  var path: String { scratch.path }

  func write(_ text: String, to name: String) throws {
    if let slash = name.lastIndex(of: "/") { AtomicFile.makeFolder("\(path)/\(name[..<slash])") }
    try AtomicFile.write(Array(text.utf8), to: "\(path)/\(name)")
  }

  /// Every input below the folder, without the folder's own path, with its problem.
  func inputs(_ names: String...) throws -> [String] {
    let inputs = try InputSequence(paths: names.map { $0.isEmpty ? path : "\(path)/\($0)" })
    var found: [String] = []
    while let input = inputs.next() {
      var line = input.name.replacing(path + "/", with: "")
      switch input.content {
      case .file: break
      case .document(let document):
        line += " " + String(decoding: document, as: UTF8.self).replacing(path + "/", with: "")
      case .bytes(let bytes): line += " \(bytes.count) bytes"
      case .unreadable(let problem): line += " ! \(problem)"
      }
      found.append(line)
    }
    return found
  }
}
