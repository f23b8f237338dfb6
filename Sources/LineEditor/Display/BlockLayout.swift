/// Lays out a block of text with its prompts, styles and hint.
struct BlockLayout {
  var prompt: String
  var continuationPrompt: String
  var metrics = Metrics()

  /// The rows of the block at a width.
  ///
  /// - Parameters:
  ///   - cursor: the cursor's place in the text, in UTF-8 bytes.
  ///   - hint: dim text for the end of the cursor's line; never more than the rest of one row.
  func frame(
    _ text: String, cursor: Int, styles: [StyledRange] = [], hint: Hint? = nil, columns: Int
  ) -> Frame {
    var builder = FrameBuilder(columns: columns, metrics: metrics)
    let roles = Self.roles(styles, count: text.utf8.count)
    var pendingHint = hint
    var place: Frame.Position?
    var offset = 0
    func endLine() {
      guard offset >= cursor else { return }
      place = place ?? builder.cursorPosition()
      guard let hint = pendingHint else { return }
      if hint.kind == .note, builder.column > 0 { builder.appendFitting("  ", .text) }
      builder.appendFitting(hint.text, .hint)
      pendingHint = nil
    }

    builder.append(prompt, .prompt)
    for cluster in text {
      if cluster == "\n" {
        endLine()
        builder.newline()
        builder.append(continuationPrompt, .continuationPrompt)
      } else {
        let position = builder.append(cluster, roles[offset])
        if offset == cursor { place = position }
      }
      offset += cluster.utf8.count
    }
    endLine()
    return Frame(rows: builder.rows, cursor: place ?? Frame.Position())
  }

  /// The role of each byte; of ranges that overlap the last one wins.
  private static func roles(_ styles: [StyledRange], count: Int) -> [StyleRole] {
    var roles = [StyleRole](repeating: .text, count: count)
    for style in styles {
      for offset in style.range.clamped(to: 0..<count) { roles[offset] = style.role }
    }
    return roles
  }
}
