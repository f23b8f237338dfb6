import Glibc

/// What a person sees beside the results.
enum Terminal {
  /// Writes `ibid: error: …` and a hint to standard error.
  static func complain(_ message: String, hint: String? = nil) {
    say("ibid: error: \(message)")
    if let hint { say("hint: \(hint)") }
  }

  /// Writes a line to standard error, in one piece.
  static func say(_ line: String) {
    var line = line + "\n"
    line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
