import ArticleModel

/// A diagnostic on one line: place, severity, message, code.
struct DiagnosticLine {
  let diagnostic: Diagnostic
  let page: Page

  func text(indent: Int) -> String {
    let place = "\(diagnostic.line):\(diagnostic.column)"
    let severity = diagnostic.severity.rawValue
    let code = "[\(diagnostic.code.rawValue)]"
    let used = indent + place.utf8.count + severity.utf8.count + code.utf8.count + 4
    let message = page.rest(diagnostic.message, after: used)
    let look = diagnostic.severity == .info ? page.dim(severity) : page.alarm(severity)
    return String(repeating: " ", count: indent)
      + "\(page.dim(place)) \(look): \(message) \(page.dim(code))"
  }
}
