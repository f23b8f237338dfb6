import Glibc

/// Paths that are listed in a file, one a line.
struct FileList: ~Copyable {
  private var lines: LineReader
  private let name: String

  /// Opens a list; `-` is standard input.
  init(path: String) throws(RunError) {
    name = path
    do throws(InputProblem) {
      lines = path == "-" ? LineReader(descriptor: STDIN_FILENO) : try LineReader(path: path)
    } catch {
      throw .fileList(path: path, reason: error.description)
    }
  }

  /// The descriptor that `next()` may have to wait for, or `nil` when it will not wait.
  var awaitedDescriptor: Int32? { lines.hasLine ? nil : lines.descriptor }

  /// The next path that is not empty, or what is wrong with its line; `nil` at the end.
  mutating func next() -> (path: String, problem: InputProblem?)? {
    while true {
      do throws(InputProblem) {
        guard let line = try lines.next() else { return nil }
        let bytes = line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : line
        if bytes.isEmpty { continue }
        let place = "\(name):\(lines.number)"
        guard !bytes.contains(0), let path = String(validating: bytes, as: UTF8.self) else {
          return (place, InputProblem("is not the path of a file"))
        }
        // A list read from standard input cannot name it.
        return (path == "-" ? "./-" : path, nil)
      } catch {
        return ("\(name):\(lines.number)", error)
      }
    }
  }
}
