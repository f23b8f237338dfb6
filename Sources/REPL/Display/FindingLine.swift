import ArticleModel
import PluginHost

/// A finding of a plugin on one line: place, level, message, code.
struct FindingLine {
  let finding: Finding
  let page: Page

  var text: String {
    let place =
      finding.line.map { line in "\(line)\(finding.column.map { ":\($0)" } ?? ""): " } ?? ""
    let level = finding.level.rawValue
    let code = finding.code.isEmpty ? "" : " [\(finding.code)]"
    let used = place.utf8.count + level.utf8.count + code.utf8.count + 3
    let look = finding.level == .info ? page.dim(level) : page.alarm(level)
    return "\(page.dim(place))\(look): \(page.rest(finding.message, after: used))\(page.dim(code))"
  }
}
