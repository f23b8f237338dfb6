import ArticleModel

/// Finds pull quotes: short blocks whose words a paragraph nearby says as well.
///
/// Only letters and digits are compared, in lower case, so a changed capital, an ellipsis or quotation marks do not
/// hide the repetition.
struct PullQuoteReader {
  /// The shortest text that is taken for a repetition, in letters.
  private static let shortest = 30
  /// The longest pull quote, in bytes.
  private static let longest = 900
  /// How many blocks away the repeated paragraph may be.
  private static let reach = 40

  private let source: [UInt8]
  private var letters: [Range<Int>: [UInt8]] = [:]

  static func read(_ document: inout TextDocument) {
    var reader = PullQuoteReader(source: document.source)
    let order = document.blocks.indices.filter {
      isText(document.blocks[$0]) && !document.blocks[$0].lines.isEmpty
    }
    .sorted { document.blocks[$0].lines.lowerBound < document.blocks[$1].lines.lowerBound }
    for (position, block) in order.enumerated() {
      let span = document.span(of: document.blocks[block].lines)
      guard span.count >= shortest, span.count <= longest, readsAsSentence(document.source, span)
      else { continue }
      guard let repeated = reader.repeated(document, order, position, span) else { continue }
      document.blocks[block].kind = .pullQuote
      document.blocks[block].reason = .repeatedWords
      document.blocks[block].of = repeated
      document.blocks[block].body = nil
    }
  }

  private init(source: [UInt8]) { self.source = source }

  private static func isText(_ block: TextBlock) -> Bool {
    block.field == nil && (block.kind == .paragraph || block.kind == .quote)
  }

  /// Whether a text may be lifted from running text: it ends a sentence, or trails off, and has several words.
  private static func readsAsSentence(_ source: [UInt8], _ span: Range<Int>) -> Bool {
    guard let last = span.last, source[span.lowerBound] != UInt8(ascii: ">") else { return false }
    let isEnd: Bool =
      switch source[last] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""): true
      case 0x80...0xFF: true
      default: false
      }
    guard isEnd else { return false }
    let words = source[span].reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) } + 1
    return words >= 6 || source[last] >= 0x80 && span.count >= 45
  }

  /// The nearest block that says the words of the block at `position`, or `nil`.
  private mutating func repeated(
    _ document: borrowing TextDocument, _ order: [Int], _ position: Int, _ span: Range<Int>
  ) -> Int? {
    let parts = parts(span)
    guard let longest = parts.max(by: { $0.count < $1.count }), let probe = probe(longest) else {
      return nil
    }
    for distance in 1...PullQuoteReader.reach {
      for other in [position - distance, position + distance] where order.indices.contains(other) {
        let block = document.blocks[order[other]]
        guard block.kind == .paragraph else { continue }
        let range = document.span(of: block.lines)
        // Of two equal texts the first is the pull quote.
        guard range.count >= span.count || range.count * 4 >= span.count * 3,
          contains(probe, in: range)
        else { continue }
        let own = lettersOnly(span)
        if parts.count > 1 {
          let whole = lettersOnly(range)
          if parts.allSatisfy({ isSubsequence(lettersOnly($0), of: whole) }),
            own.count >= PullQuoteReader.shortest
          {
            return order[other]
          }
          continue
        }
        let theirs = lettersOnly(range)
        // Two equal texts count only where they are too long to be said twice by chance.
        let isLonger = theirs.count * 8 >= own.count * 10
        guard own.count >= PullQuoteReader.shortest,
          isLonger || theirs == own && other > position && own.count >= 120
        else { continue }
        if isSubsequence(own, of: theirs) { return order[other] }
      }
    }
    return nil
  }

  /// The stretches between ellipses: a pull quote may leave words out.
  private func parts(_ span: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = span.lowerBound
    for index in span where index + 2 < span.upperBound {
      let isEllipsis =
        source[index] == 0xE2 && source[index + 1] == 0x80 && source[index + 2] == 0xA6
      guard isEllipsis else { continue }
      if index - start > 8 { found.append(start..<index) }
      start = index + 3
    }
    if span.upperBound - start > 8 || found.isEmpty { found.append(start..<span.upperBound) }
    return found
  }

  /// Sixteen bytes from the middle, free of the ends that a pull quote changes.
  private func probe(_ span: Range<Int>) -> Range<Int>? {
    let middle = (span.lowerBound + span.upperBound) / 2
    let start = max(span.lowerBound, middle - 8)
    return start + 16 <= span.upperBound ? start..<start + 16 : nil
  }

  private func contains(_ probe: Range<Int>, in range: Range<Int>) -> Bool {
    source.withUnsafeBytes { bytes in
      ByteSearch.contains(
        UnsafeRawBufferPointer(rebasing: bytes[probe]),
        in: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }

  private mutating func lettersOnly(_ range: Range<Int>) -> [UInt8] {
    if let known = letters[range] { return known }
    var found: [UInt8] = []
    for index in range {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): found.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        found.append(byte)
      // typographic punctuation
      case 0xE2 where index + 1 < range.upperBound && source[index + 1] == 0x80: break
      case 0x80...0xBF
      where index >= 2
        && (source[index - 1] == 0xE2 && byte == 0x80
          || source[index - 2] == 0xE2 && source[index - 1] == 0x80):
        break
      case 0x80...0xFF: found.append(byte)
      default: break
      }
    }
    letters[range] = found
    return found
  }

  private func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    part.withUnsafeBytes { part in
      whole.withUnsafeBytes { whole in ByteSearch.contains(part, in: whole) }
    }
  }
}
