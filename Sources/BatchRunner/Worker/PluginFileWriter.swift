import Glibc
import PluginHost

/// Puts the files that plugins write below a folder, each whole or not at all.
struct PluginFileWriter {
  /// Where the files go.
  enum Target: Sendable {
    /// Below a folder, under their names.
    case folder(String)
    /// Into a folder, numbered; the supervisor moves them when their record's turn has come.
    case stage(String)
  }

  private let target: Target
  private var staged = 0

  init(_ target: Target) { self.target = target }

  /// Writes files.
  mutating func write(_ files: [PluginFile]) throws(InputProblem) {
    for file in files {
      switch target {
      case .folder(let folder):
        let temporary = "\(folder)/.ibid-\(getpid()).tmp"
        try AtomicFile.write(file.bytes, to: temporary, shownAs: file.name)
        try AtomicFile.move(temporary, to: file.name, below: folder)
      case .stage(let folder):
        let place = PluginFileWriter.stagedPath(folder, getpid(), staged)
        try AtomicFile.write(file.bytes, to: place, shownAs: file.name)
        staged += 1
      }
    }
  }

  /// The path of the file that a worker staged as its `number`th, counted from 0.
  static func stagedPath(_ folder: String, _ worker: pid_t, _ number: Int) -> String {
    "\(folder)/\(worker).\(number)"
  }
}
