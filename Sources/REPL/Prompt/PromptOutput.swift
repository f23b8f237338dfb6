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
    FilePath.write(all: Array((text + "\n").utf8)[...], to: descriptor)
  }
}
