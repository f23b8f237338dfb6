/// Why a block could not be read.
public enum LineEditorError: Error, Equatable {
  /// A system call on the terminal failed.
  case terminal(call: String, errno: Int32)
  /// Another editor of this process is reading: there is one terminal to be restored on a signal.
  case busy
}

extension LineEditorError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .terminal(let call, let errno):
      "the terminal does not answer: \(call): \(Terminal.describe(errno))"
    case .busy:
      "another line editor is reading"
    }
  }
}
