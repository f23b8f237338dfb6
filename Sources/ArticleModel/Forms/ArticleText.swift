extension Article {
  /// The article as plain text: title and blocks with blank lines between them, then the footnotes; no boilerplate.
  public func plainText() -> String {
    var parts: [String] = []
    if let title { parts.append(title) }
    if let subtitle { parts.append(subtitle) }
    for index in blocks { appendPlainText(of: index, to: &parts) }
    if !footnotes.isEmpty {
      let notes = footnotes.map { "[\(string($0.label))] \(string(nodes[Int($0.node)].text))" }
      parts.append(notes.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func appendPlainText(of index: Int, to parts: inout [String]) {
    let node = nodes[index]
    switch node.kind {
    case .pullQuote: break  // its words stand in the paragraph that it repeats
    case .table where node.payload >= 0:
      let table = tables[Int(node.payload)]
      let rows = tableRows[table.rows.range].map { row in
        cells[row.range].map { string($0.text) }.joined(separator: "\t")
      }
      let title = [string(table.label), string(table.caption)].filter { !$0.isEmpty }.joined(
        separator: ". ")
      parts.append(([title].filter { !$0.isEmpty } + rows).joined(separator: "\n"))
    case .poll where node.payload >= 0:
      let poll = polls[Int(node.payload)]
      let answers = pollOptions[poll.options.range].map { option in
        "\(string(option.label)): \(option.votes.map(String.init) ?? "?")"
      }
      parts.append(([string(poll.question)] + answers).joined(separator: "\n"))
    case .code: parts.append(sourceString(node.source))
    default:
      if !node.text.isEmpty { parts.append(string(node.text)) }
      for child in children(of: index) { appendPlainText(of: child, to: &parts) }
    }
  }
}
