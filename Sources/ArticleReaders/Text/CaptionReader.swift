import ArticleModel

/// Finds the captions of pictures that an extractor left in the text without the pictures.
enum CaptionReader {
  /// The longest caption, in bytes.
  private static let longest = 400

  static func read(_ document: inout TextDocument) {
    for block in document.blocks.indices
    where document.blocks[block].kind == .paragraph && document.blocks[block].field == nil
      && document.blocks[block].lines.count <= 3 && !document.blocks[block].lines.isEmpty
    {
      let span = document.span(of: document.blocks[block].lines)
      guard span.count <= longest, isCaption(document.source, span) else { continue }
      document.blocks[block].kind = .caption
      document.blocks[block].reason = .captionShape
    }
  }

  private static func isCaption(_ source: [UInt8], _ span: Range<Int>) -> Bool {
    source.withUnsafeBufferPointer { source in
      Lexicon.withFolded(UnsafeBufferPointer(rebasing: source[span])) { folded in
        startsWithLabel(folded) || hasCredit(folded)
      }
    }
  }

  /// `Figure 3. …`, `Abb. 2: …`, `图1 …`: a label, a number, and something that ends the label.
  static func startsWithLabel(_ folded: [UInt8]) -> Bool {
    folded.withUnsafeBufferPointer { startsWithLabel($0) }
  }

  private static func startsWithLabel(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = folded.first, Lexicon.shared.tables.figureInitials.contains(first),
      let label = Lexicon.shared.tables.figureLabels.first(where: { folded.starts(with: $0) })
    else {
      return false
    }
    let rest = folded.dropFirst(label.count).drop { $0 == 0x20 }
    let number = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let behind = rest.dropFirst(number.count)
    guard !number.isEmpty, let next = behind.first else { return false }
    // `Figure 3 shows` is a sentence of the text, `Figure 3 – The weir` is none.
    if next == 0x20, separators.contains(where: { behind.dropFirst().starts(with: $0) }) {
      return true
    }
    return next == UInt8(ascii: ".") || next == UInt8(ascii: ":") || next >= 0x80
  }

  /// What may part a label from its caption, with spaces around it.
  private static let separators = ["– ", "— ", "- ", "| "].map { Array($0.utf8) }

  /// `…, in spring. Photo: Ann Smith`
  private static func hasCredit(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    Lexicon.shared.tables.creditWords.contains(in: folded) { start in
      start == 0 || !isLetter(folded, before: start)
    }
  }

  /// Whether the scalar before a place is a letter.
  private static func isLetter(_ text: UnsafeBufferPointer<UInt8>, before place: Int) -> Bool {
    var start = place - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = String(decoding: UnsafeBufferPointer(rebasing: text[start..<place]), as: UTF8.self)
    return scalar.first?.isLetter ?? false
  }
}
