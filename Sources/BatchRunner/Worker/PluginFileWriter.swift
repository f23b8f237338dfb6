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

  /// Writes the files of a record; of those that are staged, all or none.
  mutating func write(_ files: [PluginFile]) throws(InputProblem) {
    switch target {
    case .folder(let folder):
      for file in files {
        let temporary = "\(folder)/.ibid-\(getpid()).tmp"
        try AtomicFile.write(file.bytes, to: temporary, shownAs: file.name)
        try AtomicFile.move(temporary, to: file.name, below: folder)
      }
    case .stage(let folder):
      try stage(files, in: folder)
      // The supervisor counts the files of the records that it gets, and a record that failed names none.
      staged += files.count
    }
  }

  private func stage(_ files: [PluginFile], in folder: String) throws(InputProblem) {
    var written: [String] = []
    do throws(InputProblem) {
      for file in files {
        let place = PluginFileWriter.stagedPath(folder, getpid(), staged + written.count)
        try AtomicFile.write(file.bytes, to: place, shownAs: file.name)
        written.append(place)
      }
    } catch {
      for place in written { unlink(place) }
      throw error
    }
  }

  /// The path of the file that a worker staged as its `number`th, counted from 0.
  static func stagedPath(_ folder: String, _ worker: pid_t, _ number: Int) -> String {
    "\(folder)/\(worker).\(number)"
  }
}
