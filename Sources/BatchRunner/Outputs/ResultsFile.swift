import Glibc

/// A file of results that appears under its name once the run is done, whole or not at all.
public final class ResultsFile {
  public let path: String
  /// The file beside it that is written meanwhile.
  public let temporaryPath: String
  private var isOpen = true

  /// Chooses the file beside `path` that is written first.
  public init(path: String) throws(RunError) {
    self.path = path
    temporaryPath = "\(path).ibid-\(getpid()).tmp"
    // Found out now, not after hours of work.
    let descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .results(path: path, reason: SystemError.message()) }
    close(descriptor)
    if PathKind.of(path) == .folder { throw .results(path: path, reason: "is a folder") }
  }

  deinit { if isOpen { unlink(temporaryPath) } }

  /// A stream into the file.
  public func stream() throws(RunError) -> OutputStream {
    let descriptor = open(temporaryPath, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw .results(path: path, reason: SystemError.message()) }
    return OutputStream(owning: descriptor, name: path)
  }

  /// Puts the file in its place.
  public func commit() throws(RunError) {
    do throws(InputProblem) { try AtomicFile.replace(path, with: temporaryPath) } catch {
      throw .output(path: path, reason: error.description)
    }
    isOpen = false
  }
}
