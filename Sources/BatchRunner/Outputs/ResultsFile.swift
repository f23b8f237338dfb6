import Glibc

/// A file of results that appears under its name once the run is done, whole or not at all. A pipe or a device takes them as
/// they come.
public final class ResultsFile {
  public let path: String
  private let place: FilePlace
  private var isOpen = true

  /// Chooses the file beside `path` that is written first.
  ///
  /// - Parameter outputFolder: the folder of the plugins' files, which is made now: results may lie in it.
  public init(path: String, outputFolder: String? = nil) throws(RunError) {
    self.path = path
    if let outputFolder { AtomicFile.makeFolder(outputFolder) }
    place = FilePlace(path)
    if PathKind.of(path) == .folder { throw .results(path: path, reason: "is a folder") }
    // Found out now, not after hours of work.
    guard let temporary = place.temporary else { return }
    let descriptor = place.open()
    guard descriptor >= 0 else { throw .results(path: path, reason: ResultsFile.reason(temporary)) }
    close(descriptor)
  }

  deinit { if isOpen, let temporary = place.temporary { unlink(temporary) } }

  /// What is written until the run is done.
  public var writtenPath: String { place.temporary ?? place.path }

  /// Why a file cannot be opened.
  private static func reason(_ path: String) -> String {
    let reason = SystemError.message()
    guard errno == ENOENT, let slash = path.lastIndex(of: "/") else { return reason }
    return "there is no folder \(path[..<slash])"
  }

  /// A stream into the file.
  public func stream() throws(RunError) -> OutputStream {
    let descriptor = open(writtenPath, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw .results(path: path, reason: SystemError.message()) }
    return OutputStream(owning: descriptor, name: path)
  }

  /// Puts the file in its place.
  public func commit() throws(RunError) {
    do throws(WriteProblem) { try place.commit() } catch {
      throw .output(path: path, reason: error.reason)
    }
    isOpen = false
  }
}
