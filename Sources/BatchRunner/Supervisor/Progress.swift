import Glibc

/// One line on a terminal that says how far a run is.
public final class Progress {
  private var shownAt = 0
  private let start = Clock.now()
  private var isShown = false

  /// Starts the progress line; use it only where standard error is a terminal.
  public init() {}

  /// Shows the line anew, at most ten times a second.
  func show(_ summary: RunSummary) {
    let now = Clock.now()
    guard now - shownAt >= 100, now - start >= 500 else { return }
    shownAt = now
    isShown = true
    var line = "\(summary.recordCount) records"
    if summary.failedCount > 0 { line += ", \(summary.failedCount) failed" }
    line += ", \(summary.recordCount * 1000 / max(1, now - start)) a second"
    say("\r\u{1B}[K\(line)")
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
