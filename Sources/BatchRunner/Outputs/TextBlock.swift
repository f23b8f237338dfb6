/// The text that a plugin gives for people, beside the plugin's name, wrapped.
struct TextBlock {
  /// The columns of the names.
  private static let labelWidth = 9

  let text: String

  /// Lays out a text under a label at most `width` columns wide; its lines stay lines.
  init(label: String, text: String, width: Int, style: Style) {
    let label = ColumnText.oneLine(label)
    let margin = String(repeating: " ", count: TextBlock.labelWidth + 1)
    var lines: [String] = []
    for line in ColumnText.printable(text).split(separator: "\n", omittingEmptySubsequences: false)
    {
      lines += ColumnText.wrapped(String(line), to: max(20, width - margin.utf8.count))
    }
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    var output = ""
    let padded = ColumnText.padded(label, to: TextBlock.labelWidth)
    if ColumnText.width(label) > TextBlock.labelWidth { output = style.bold(label) + "\n" }
    for (index, line) in lines.enumerated() {
      let head = index == 0 && output.isEmpty ? style.bold(padded) + " " : margin
      output += line.isEmpty ? "\n" : head + line + "\n"
    }
    if lines.isEmpty, output.isEmpty { output = style.bold(label) + "\n" }
    self.text = output
  }
}
