import ArticleModel

/// Something said of a place: a diagnostic of the readers or a finding of a plugin.
struct Remark {
  var level: String
  var message: String
  var code: String?
  var line: Int
  var column: Int
  /// The plugin that found it, or `nil` for a diagnostic.
  var plugin: String?

  init(_ diagnostic: Diagnostic) {
    level = diagnostic.severity.rawValue
    message = diagnostic.message
    code = diagnostic.code.rawValue
    line = Int(diagnostic.line)
    column = Int(diagnostic.column)
  }

  /// Reads a finding of a record; one without a place is said of the first line.
  init(_ finding: JSONValue, plugin: String) {
    level = finding["level"]?.string.flatMap(Severity.init(rawValue:))?.rawValue ?? "info"
    message = finding["message"]?.string ?? ""
    code = finding["code"]?.string
    line = max(1, finding["line"]?.integer ?? 1)
    column = max(1, finding["column"]?.integer ?? 1)
    self.plugin = plugin
  }

  var values: TemplateValue {
    [
      "level": .text(level), "message": .text(message), "code": .optional(code),
      "line": .number(line), "column": .number(column), "plugin": .optional(plugin),
    ]
  }
}
