/// What keeps a command from running, or makes it stop.
public enum RunError: Error, Hashable, Sendable {
  /// None of the paths exists.
  case noInput([String])
  /// The results cannot be written.
  case output(path: String, reason: String)

  /// One sentence for people, without a full stop.
  public var message: String {
    switch self {
    case .noInput(let paths) where paths.count == 1: "no such file or folder: '\(paths[0])'"
    case .noInput(let paths): "none of these files or folders exists: \(paths.map { "'\($0)'" }.joined(separator: ", "))"
    case .output(let path, let reason): "cannot write \(path): \(reason)"
    }
  }

  /// What to do about it, where that is known.
  public var hint: String? {
    switch self {
    case .noInput, .output: nil
    }
  }

  /// 2 where nothing could run, else 1.
  public var exitStatus: Int32 {
    switch self {
    case .noInput: 2
    case .output: 1
    }
  }
}
