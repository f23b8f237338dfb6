import Glibc

/// Where the prompt writes: values and printed lines to one stream, complaints to the other.
struct PromptOutput {
  /// Takes lines of results and of what Lua prints.
  var write: (String) -> Void
  /// Takes errors.
  var complain: (String) -> Void

  /// Standard output for all; errors of a script to standard error.
  static func standard(isInteractive: Bool) -> PromptOutput {
    PromptOutput(
      write: { line($0, to: STDOUT_FILENO) },
      complain: { line($0, to: isInteractive ? STDOUT_FILENO : STDERR_FILENO) })
  }

  private static func line(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    bytes.append(UInt8(ascii: "\n"))
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
