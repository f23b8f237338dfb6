import Glibc

/// One line on a terminal that says how far a run is.
public final class Progress {
  private var shownAt = 0
  private let start = Clock.now()
  private var isShown = false
  private var counter: InputCounter

  /// Starts the progress line; use it only where standard error is a terminal.
  public init(_ counter: InputCounter) { self.counter = counter }

  /// Shows the line anew, at most ten times a second.
  ///
  /// - Parameter doneCount: how many inputs have their records.
  func show(_ summary: RunSummary, doneCount: Int) {
    let now = Clock.now()
    guard now - shownAt >= 100, now - start >= 500 else { return }
    counter.advance()
    shownAt = now
    isShown = true
    say(
      "\r\u{1B}[K"
        + Progress.line(
          done: doneCount, failed: summary.failedCount, total: counter.total,
          milliseconds: now - start))
  }

  /// `120 of 400 articles, 2 failed, 31 a second, 9 s left`.
  static func line(done: Int, failed: Int, total: Int?, milliseconds: Int) -> String {
    var line = total.map { "\(done) of \($0) articles" } ?? RunSummary.count(done, "article")
    if failed > 0 { line += ", \(failed) failed" }
    let rate = Double(done) * 1000 / Double(max(1, milliseconds))
    line += rate >= 10 ? ", \(Int(rate)) a second" : ", \(Int(rate * 60)) a minute"
    if let total, done > 0, total >= done {
      line += ", \(duration(seconds: Int(Double(total - done) / rate))) left"
    }
    return line
  }

  /// `45 s`, `12 min`, `3 h 5 min`.
  private static func duration(seconds: Int) -> String {
    if seconds < 90 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 90 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }

  /// Takes the line away, so that something else can be written.
  public func clear() {
    if isShown { say("\r\u{1B}[K") }
    isShown = false
  }

  private func say(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
