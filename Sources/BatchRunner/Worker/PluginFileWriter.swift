import Glibc
import PluginHost

/// Puts the files that plugins write below a folder, each whole or not at all.
struct PluginFileWriter {
  /// Where the files go.
  enum Target: Sendable {
    /// Below a folder, under their names.
    case folder(String)
    /// Numbered, each path beginning with this one; the supervisor moves them when their record's turn has come.
    case stage(start: String)
  }

  private let target: Target
  private var staged = 0

  init(_ target: Target) { self.target = target }

  /// Writes the files of a record; of those that are staged, all or none.
  mutating func write(_ files: [PluginFile]) throws(WriteProblem) {
    switch target {
    case .folder(let folder):
      for file in files {
        let temporary = UniqueName.temporary(in: folder)
        try AtomicFile.create(temporary, file.bytes, shownAs: file.name)
        try AtomicFile.move(temporary, to: file.name, below: folder)
      }
    case .stage(let start):
      try stage(files, start)
      // The supervisor counts the files of the records that it gets, and a record that failed names none.
      staged += files.count
    }
  }

  private func stage(_ files: [PluginFile], _ start: String) throws(WriteProblem) {
    var written: [String] = []
    do throws(WriteProblem) {
      for file in files {
        let place = PluginFileWriter.stagedPath(start, staged + written.count)
        try AtomicFile.create(place, file.bytes, shownAs: file.name)
        written.append(place)
      }
    } catch {
      for place in written { unlink(place) }
      throw error
    }
  }

  /// The path of the file that a worker staged as its `number`th, counted from 0.
  ///
  /// - Parameter start: how the paths of all its files begin.
  static func stagedPath(_ start: String, _ number: Int) -> String { "\(start).\(number)" }
}
