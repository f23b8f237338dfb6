import ArticleModel

/// A value of a result as people read it.
enum DisplayValue {
  /// The value in one line: numbers with two decimals, lists with commas, what is nested only by its size.
  static func line(_ value: JSONValue) -> String {
    switch value {
    case .null: return ""
    case .bool(let flag): return flag ? "yes" : "no"
    case .integer(let number): return String(number)
    case .number(let number): return self.number(number)
    case .string(let text): return ColumnText.oneLine(text)
    case .array(let elements):
      let isFlat = elements.allSatisfy { $0.array == nil && $0.members == nil }
      return isFlat && !elements.isEmpty
        ? elements.map(line).joined(separator: ", ") : "[\(elements.count)]"
    case .object(let members): return Chart.line(of: value) ?? "{\(members.count)}"
    }
  }

  static func isNumber(_ value: JSONValue) -> Bool {
    switch value {
    case .integer, .number: true
    default: false
    }
  }

  private static func number(_ number: Double) -> String {
    guard abs(number) < 1e12 else { return "\(number)" }
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(whole).\(rest / 10)\(rest % 10)"
  }
}
