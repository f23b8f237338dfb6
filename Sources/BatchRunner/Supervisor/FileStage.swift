import Glibc
import PluginHost

/// The folder in which the files of plugins wait until the record that names them has its turn.
///
/// Files thus appear in the order of the inputs whatever the number of workers, and a name that two records
/// claim goes to the first of them in every run.
final class FileStage {
  /// Where the files wait: a hidden folder in the output folder, so that moving one is a rename.
  let path: String
  private let folder: String
  private var owners: [String: String] = [:]

  /// Makes the output folder, where there is none, and the stage in it.
  init(outputFolder: String) throws(RunError) {
    folder = outputFolder
    path = "\(outputFolder)/.ibid-\(getpid())"
    guard AtomicFile.makeFolder(outputFolder), mkdir(path, 0o777) == 0 else {
      throw .outputFolder(path: outputFolder, reason: SystemError.message())
    }
  }

  /// Moves the files of a record to their places; the record itself, or one that says why they are not there.
  func place(_ record: PlacedRecord) -> RecordLine {
    let line = record.line
    let origin = "\(line.plugin) on \(line.input)"
    for (name, staged) in zip(line.files, record.staged) {
      if let owner = owners[name] {
        return failure(of: record, "the file '\(name)' was written already, by \(owner)")
      }
      do throws(InputProblem) { try AtomicFile.move(staged, to: name, below: folder) } catch {
        return failure(of: record, error.description)
      }
      owners[name] = origin
    }
    return line
  }

  private func failure(of record: PlacedRecord, _ message: String) -> RecordLine {
    for path in record.staged { unlink(path) }
    return RecordLine(input: record.line.input, plugin: record.line.plugin, .error, message)
  }

  /// Removes the stage and what was not moved.
  func remove() {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
            _ = unlinkat(dirfd(folder), $0, 0)
          }
        }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
