import Glibc

/// One line on a terminal that says how far a run is.
///
/// The line is never wider than the terminal, and the cursor waits at its start: what is written there next takes its
/// place, once it has erased what follows the cursor as `Log` does. That erases a line too that a terminal has broken
/// in two when it was made narrower.
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
    let line = Progress.line(
      done: doneCount, failed: summary.failedCount, total: counter.total,
      milliseconds: now - start, columns: Progress.columns)
    // Without automatic margins: the terminal may have become narrower this very moment.
    say("\r\u{1B}[?7l\(line)\u{1B}[J\r\u{1B}[?7h")
  }

  /// Takes the line away, so that something else can be written.
  public func clear() {
    if isShown { say("\r\u{1B}[J") }
    isShown = false
  }

  private static var columns: Int {
    var size = winsize()
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  private func say(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  // MARK: Text

  /// `120 of 400 articles, 2 failed, 31 a second, 9 s left`, or what of it has room.
  ///
  /// - Parameter columns: the width of the terminal, whose last column stays empty.
  static func line(
    done: Int, failed: Int, total: Int?, milliseconds: Int, columns: Int
  ) -> String {
    let rate = Double(done) * 1000 / Double(max(1, milliseconds))
    let count = total.map { "\(done) of \($0)" } ?? "\(done)"
    let isOne = (total ?? done) == 1
    var left: String?
    if let total, done > 0, total >= done {
      left = "\(duration(seconds: Int(Double(total - done) / rate))) left"
    }
    let failures = failed > 0 ? "\(failed) failed" : nil
    let speed = rate >= 10 ? "\(Int(rate)) a second" : "\(Int(rate * 60)) a minute"
    let forms: [[String?]] = [
      ["\(count) \(isOne ? "article" : "articles")", failures, speed, left],
      [count, failures, speed, left], [count, failures, left], [count, failures], [count],
    ]
    let lines = forms.map { $0.compactMap(\.self).joined(separator: ", ") }
    return lines.first { $0.utf8.count < columns } ?? ""
  }

  /// `45 s`, `12 min`, `3 h 5 min`.
  private static func duration(seconds: Int) -> String {
    if seconds < 90 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 90 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
