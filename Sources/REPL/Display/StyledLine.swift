/// A line under construction: its bare text, to be measured, and the same with its looks.
struct StyledLine {
  private(set) var plain = ""
  private(set) var styled = ""

  init(_ text: String = "") { append(text) }

  init(_ text: String, _ look: (String) -> String) { append(text, look) }

  mutating func append(_ text: String) {
    plain += text
    styled += text
  }

  mutating func append(_ text: String, _ look: (String) -> String) {
    plain += text
    styled += look(text)
  }

  static func += (line: inout StyledLine, other: StyledLine) {
    line.plain += other.plain
    line.styled += other.styled
  }
}
