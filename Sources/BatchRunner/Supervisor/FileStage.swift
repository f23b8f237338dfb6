import Glibc
import PluginHost
import TextAnalysis

/// The folder in which the files of plugins wait until the record that names them has its turn.
///
/// Files thus appear in the order of the inputs whatever the number of workers, and a name that two records
/// claim goes to the first of them in every run.
final class FileStage {
  /// Where the files wait: in the output folder, so that moving one is a rename.
  private let stage: StageFolder
  private let folder: String
  /// What wrote each file, by the bytes of its name: strings are equal where only a file system may say so.
  private var owners: [[UInt8]: String] = [:]
  /// The name that was written first of those which a file system may take for one.
  private var written: [[UInt8]: [UInt8]] = [:]
  /// How many files this process has put in itself.
  private var ownCount = 0

  /// Makes the output folder, where there is none, and the stage in it.
  init(outputFolder: String) throws(RunError) {
    folder = outputFolder
    guard AtomicFile.makeFolder(outputFolder) else {
      throw .outputFolder(path: outputFolder, reason: SystemError.message())
    }
    do throws(InputProblem) { stage = try StageFolder(in: outputFolder) } catch {
      throw .outputFolder(path: outputFolder, reason: error.description)
    }
  }

  /// Says to others that the run goes on.
  func touch() { stage.touch() }

  /// How the paths of the files begin that a worker puts in; workers count from 1.
  func start(ofWorker number: Int) -> String { "\(stage.path)/\(number)" }

  /// Puts in a file that no worker of this run wrote; its path, or `nil` where that fails.
  func add(_ bytes: [UInt8]) -> String? {
    let file = PluginFileWriter.stagedPath(start(ofWorker: 0), ownCount)
    ownCount += 1
    do throws(WriteProblem) { try AtomicFile.create(file, bytes) } catch { return nil }
    return file
  }

  /// Moves the files of a record to their places; the record itself, or one that says why they are not there.
  func place(_ record: PlacedRecord) -> RecordLine {
    let line = record.line
    let origin = "\(line.plugin) on \(line.input)"
    for (name, staged) in zip(line.files, record.staged) {
      let bytes = Array(name.utf8)
      if let owner = owners[bytes] {
        return failure(of: record, "the file '\(name)' was written already, by \(owner)")
      }
      if let twin = twin(of: bytes) {
        return failure(
          of: record,
          "the file '\(String(decoding: twin, as: UTF8.self))' was written already, by "
            + "\(owners[twin]!), and this file system does not tell '\(name)' from it")
      }
      do throws(WriteProblem) { try AtomicFile.move(staged, to: name, below: folder) } catch {
        return failure(of: record, error.description)
      }
      owners[bytes] = origin
    }
    return line
  }

  /// A file of this run under another name that leads to the same place, as names do that differ in case alone
  /// on Windows and macOS.
  private func twin(of name: [UInt8]) -> [UInt8]? {
    let key = CaseFolding.fold(Normalisation.nfkc(name))
    guard let other = written[key] else {
      written[key] = name
      return nil
    }
    guard other != name, let first = file(other), let second = file(name) else { return nil }
    return first == second ? other : nil
  }

  /// What a name in the output folder leads to.
  private func file(_ name: [UInt8]) -> [UInt64]? {
    var status = stat()
    let path = "\(folder)/\(String(decoding: name, as: UTF8.self))"
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  private func failure(of record: PlacedRecord, _ message: String) -> RecordLine {
    for path in record.staged { unlink(path) }
    return RecordLine(input: record.line.input, plugin: record.line.plugin, .error, message)
  }

  /// Removes the stage and what was not moved.
  func remove() { stage.remove() }
}
