import Glibc

/// What a person sees beside the results.
enum Terminal {
  /// Writes `ibid: error: …` and a hint to standard error.
  static func complain(_ message: String, hint: String? = nil) {
    say("ibid: error: \(message)")
    if let hint { say("  hint: \(hint)") }
  }

  /// Writes a line to standard error, in one piece.
  static func say(_ line: String) {
    var line = line + "\n"
    line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// The columns of the terminal on standard output; 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return max(40, Int(size.ws_col))
  }

  /// Whether colours are wanted on a descriptor (no-color.org).
  static func isColoured(_ descriptor: Int32) -> Bool {
    guard isatty(descriptor) != 0 else { return false }
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }
}
