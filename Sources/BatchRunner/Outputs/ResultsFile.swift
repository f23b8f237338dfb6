import Glibc

/// A file of results that appears under its name once the run is done, whole or not at all. Until then it lies in a folder of the
/// run beside its place, so that the next run there removes what one leaves that was killed. A pipe or a device takes results
/// as they come.
public final class ResultsFile {
  public let path: String
  private let place: FilePlace
  private let isDatabase: Bool
  /// Holds the file that is written first; `nil` where there is none.
  private let stage: StageFolder?

  /// Makes the file that is written first.
  ///
  /// - Parameters:
  ///   - outputFolder: the folder of the plugins' files, which is made now: results may lie in it.
  ///   - isDatabase: whether SQLite will read the file.
  public init(
    path: String, outputFolder: String? = nil, isDatabase: Bool = false
  ) throws(RunError) {
    self.path = path
    self.isDatabase = isDatabase
    if let outputFolder { AtomicFile.makeFolder(outputFolder) }
    if PathKind.of(path) == .folder { throw .results(path: path, reason: "is a folder") }
    let end = FilePlace(path)
    guard end.temporary != nil else {
      (place, stage) = (end, nil)
      return
    }
    // Found out now, not after hours of work.
    var status = stat()
    if lstat(end.path, &status) != 0, errno == ENAMETOOLONG {
      throw .results(path: path, reason: SystemError.message())
    }
    let folder = end.folder
    if access(folder, F_OK) != 0, errno == ENOENT {
      throw .results(path: path, reason: "there is no folder \(folder)")
    }
    do throws(InputProblem) {
      let stage = try StageFolder(in: folder)
      (place, self.stage) = (end.written(at: "\(stage.path)/results"), stage)
    } catch {
      throw .results(path: path, reason: error.description)
    }
    let descriptor = place.open()
    guard descriptor >= 0 else { throw .results(path: path, reason: SystemError.message()) }
    close(descriptor)
  }

  /// What is written until the run is done.
  public var writtenPath: String { place.temporary ?? place.path }

  /// Says to others that the run goes on.
  public func touch() { stage?.touch() }

  /// A stream into the file.
  public func stream() throws(RunError) -> OutputStream {
    let flags = O_WRONLY | O_TRUNC | O_CLOEXEC | (stage == nil ? 0 : O_NOFOLLOW)
    let descriptor = open(writtenPath, flags)
    guard descriptor >= 0 else { throw .results(path: path, reason: SystemError.message()) }
    return OutputStream(owning: descriptor, name: path)
  }

  /// Puts the file in its place.
  public func commit() throws(RunError) {
    // What SQLite has left beside a database belongs to that alone: it would be read into the new one.
    if isDatabase {
      for ending in ["-journal", "-wal", "-shm"] { unlink(place.path + ending) }
    }
    do throws(WriteProblem) { try place.commit() } catch {
      throw .output(path: path, reason: error.reason)
    }
    stage?.remove()
  }
}
