import TextAnalysis

/// Text fitted into columns of a terminal.
enum ColumnText {
  /// How many columns a text takes.
  static func width(_ text: String) -> Int { DisplayWidth.of(text.utf8Span.span) }

  /// The text with at most `columns` columns; what is cut becomes an ellipsis.
  static func cut(_ text: String, to columns: Int) -> String {
    if width(text) <= columns { return text }
    return String(prefix(text.unicodeScalars, columns - 1)) + "…"
  }

  /// The end of the text, for paths, whose end tells more.
  static func cutStart(_ text: String, to columns: Int) -> String {
    if width(text) <= columns { return text }
    var end = String.UnicodeScalarView()
    end.append(contentsOf: prefix(text.unicodeScalars.reversed(), columns - 1).reversed())
    return "…" + String(end)
  }

  /// The text filled up with spaces.
  static func padded(_ text: String, to columns: Int, alignsRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, columns - width(text)))
    return alignsRight ? space + text : text + space
  }

  static func withoutEndSpaces(_ text: String) -> String {
    let end = text.utf8.lastIndex { $0 != 0x20 }
    return end.map { String(text[...$0]) } ?? ""
  }

  /// The text on one line, with control characters as spaces, so that it cannot steer the terminal.
  static func oneLine(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return String(text) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(isControl(scalar) ? " " : scalar)
    }
    return String(scalars)
  }

  /// The text with its line ends, but no other control characters.
  static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar == "\n" || !isControl(scalar) {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// The text in lines of at most `columns` columns, broken at spaces, or between wide characters, or where it must.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var used = 0
    // The part of the line before the last place where it may break, and its columns.
    var breakEnd: String.UnicodeScalarView.Index?
    for scalar in text.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if used + width > columns, scalar != " " {
        let end = breakEnd ?? line.endIndex
        let rest = String.UnicodeScalarView(line[end...].drop { $0 == " " })
        lines.append(withoutEndSpaces(String(String.UnicodeScalarView(line[..<end]))))
        line = rest
        used = rest.reduce(0) { $0 + DisplayWidth.of($1) }
        breakEnd = nil
      }
      line.append(scalar)
      used += width
      if scalar == " " || width == 2 { breakEnd = line.endIndex }
    }
    lines.append(withoutEndSpaces(String(line)))
    return lines
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }

  private static func prefix<Scalars: Collection<Unicode.Scalar>>(
    _ scalars: Scalars, _ columns: Int
  ) -> Scalars.SubSequence {
    var used = 0
    return scalars.prefix { scalar in
      used += DisplayWidth.of(scalar)
      return used <= columns
    }
  }
}
