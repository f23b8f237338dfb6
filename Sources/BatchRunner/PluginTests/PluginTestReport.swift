import PluginHost

/// The outcomes of tests as a person or a machine reads them.
public enum PluginTestReport {
  /// The forms of a report.
  public enum Form: String, CaseIterable, Sendable {
    /// A line for each test, with what is wrong below.
    case text
    /// The Test Anything Protocol, version 14.
    case tap
    /// The XML that JUnit writes and that continuous integration reads.
    case junit
  }

  /// What stands before the first outcome.
  public static func head(_ form: Form) -> String {
    switch form {
    case .text: ""
    case .tap: "TAP version 14\n"
    case .junit: ""
    }
  }

  /// What is said of an outcome when it is there; `number` counts from 1. Nothing for JUnit, whose counts come first.
  public static func line(_ outcome: PluginTestOutcome, number: Int, _ form: Form) -> String {
    switch form {
    case .text:
      let word = !outcome.hasPassed ? "FAILED" : outcome.isUpdated ? "wrote " : "ok    "
      return "\(word) \(outcome.test.name)\n"
        + outcome.problems.map { "       \($0)\n" }.joined()
    case .tap:
      guard !outcome.hasPassed else { return "ok \(number) - \(outcome.test.name)\n" }
      return "not ok \(number) - \(outcome.test.name)\n  ---\n  problems: |\n"
        + outcome.problems.map { "    \(ColumnText.oneLine($0))\n" }.joined() + "  ...\n"
    case .junit: return ""
    }
  }

  /// What stands after the last outcome.
  public static func tail(_ outcomes: [PluginTestOutcome], _ form: Form) -> String {
    let failed = outcomes.count { !$0.hasPassed }
    switch form {
    case .text: return "\(outcomes.count - failed) passed, \(failed) failed\n"
    case .tap: return "1..\(outcomes.count)\n"
    case .junit: return junit(outcomes)
    }
  }

  private static func junit(_ outcomes: [PluginTestOutcome]) -> String {
    var names: [String] = []
    for outcome in outcomes where !names.contains(outcome.test.pluginName) {
      names.append(outcome.test.pluginName)
    }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites\(counts(outcomes))>\n"
    for name in names {
      let suite = outcomes.filter { $0.test.pluginName == name }
      text += "  <testsuite name=\"\(escaped(name))\"\(counts(suite))>\n"
      for outcome in suite {
        let test = outcome.test.name.dropFirst(name.count + 1)
        text += "    <testcase classname=\"\(escaped(name))\" name=\"\(escaped(String(test)))\""
        guard !outcome.hasPassed else {
          text += "/>\n"
          continue
        }
        text += ">\n      <failure message=\"\(escaped(outcome.problems[0]))\">"
        text += escaped(outcome.problems.joined(separator: "\n")) + "</failure>\n    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func counts(_ outcomes: [PluginTestOutcome]) -> String {
    " tests=\"\(outcomes.count)\" failures=\"\(outcomes.count { !$0.hasPassed })\""
  }

  /// Text for XML 1.0, which has no control characters.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in ColumnText.printable(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
