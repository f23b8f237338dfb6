import ArticleModel

/// Reports readings that could be something else, as diagnostics of severity `info`.
enum ReadingDoubts {
  /// From how many bytes on a text that was left out may be part of the article.
  private static let longest = 400
  /// How many words a line has that was taken for a heading by its shape and may be a short paragraph.
  private static let wordCount = 11

  /// Looks at pull quotes whose words the article does not have, boilerplate that reads like prose and long headings.
  static func report(in builder: inout ArticleBuilder) {
    for node in builder.nodes {
      switch node.kind {
      case .pullQuote where node.of < 0:
        builder.diagnostics.append(
          Diagnostic(
            .pullQuoteDoubtful, .info,
            "named a pull quote, but no paragraph nearby has its words", at: node.source.start))
      case .boilerplate where readsLikeProse(builder.text[node.text.range]):
        builder.diagnostics.append(
          Diagnostic(
            .boilerplateDoubtful, .info,
            "\(node.text.count) bytes of prose were taken for boilerplate (\(node.reason.rawValue))",
            at: node.source.start))
      case .heading where node.reason == .headingShape:
        let words = builder.text[node.text.range].count { $0 == 0x20 } + 1
        guard words >= wordCount else { continue }
        builder.diagnostics.append(
          Diagnostic(
            .headingDoubtful, .info,
            "\(words) words on a line of their own were taken for a heading; they may be a paragraph",
            at: node.source.start))
      default: break
      }
    }
  }

  /// Whether a long text has sentences of an ordinary length: lists of links have hardly a full stop.
  private static func readsLikeProse(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= longest else { return false }
    var stops = 0
    var previous: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      if byte == 0x20, previous == UInt8(ascii: ".") { stops += 1 }
      // The ideographic full stop, U+3002.
      if byte == 0x82, previous == 0x80, text[index - 2] == 0xE3 { stops += 1 }
      previous = byte
    }
    return stops >= 2 && text.count / stops <= 300
  }
}
