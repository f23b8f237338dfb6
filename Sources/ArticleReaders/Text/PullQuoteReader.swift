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
    let copies = reader.copies(document, order)
    for position in copies.keys.sorted() {
      let block = order[position]
      let span = document.span(of: document.blocks[block].lines)
      guard let repeated = reader.repeated(document, order, position, span, copies[position]!)
      else { continue }
      document.blocks[block].kind = .pullQuote
      document.blocks[block].reason = .repeatedWords
      document.blocks[block].of = repeated
      document.blocks[block].body = nil
    }
  }

  /// For each block that may be a pull quote, the blocks nearby that hold its middle.
  private func copies(_ document: borrowing TextDocument, _ order: [Int]) -> [Int: [Int]] {
    var index = RepetitionIndex(source: source)
    for (position, block) in order.enumerated() {
      let span = document.span(of: document.blocks[block].lines)
      guard span.count >= PullQuoteReader.shortest, span.count <= PullQuoteReader.longest,
        PullQuoteReader.readsAsSentence(source, span),
        let part = parts(span).max(by: { $0.count < $1.count })
      else { continue }
      index.add(position, part)
    }
    var copies: [Int: [Int]] = [:]
    for (other, block) in order.enumerated() where document.blocks[block].kind == .paragraph {
      index.copies(in: document.span(of: document.blocks[block].lines)) { position in
        let distance = abs(position - other)
        if distance > 0, distance <= PullQuoteReader.reach, copies[position]?.last != other {
          copies[position, default: []].append(other)
        }
      }
    }
    return copies
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

  /// The nearest of some blocks that says the words of the block at `position`, or `nil`.
  private mutating func repeated(
    _ document: borrowing TextDocument, _ order: [Int], _ position: Int, _ span: Range<Int>,
    _ others: [Int]
  ) -> Int? {
    let parts = parts(span)
    let own = lettersOnly(span)
    guard own.count >= PullQuoteReader.shortest else { return nil }
    for other in others.sorted(by: { abs($0 - position) < abs($1 - position) }) {
      let block = document.blocks[order[other]]
      guard block.kind == .paragraph else { continue }
      let theirs = lettersOnly(document.span(of: block.lines))
      if parts.count > 1 {
        if parts.allSatisfy({ isSubsequence(lettersOnly($0), of: theirs) }) { return order[other] }
        continue
      }
      // Two equal texts count only where they are too long to be said twice by chance; the first is the pull quote.
      let isLonger = theirs.count * 8 >= own.count * 10
      let isTwin = theirs == own && other > position && own.count >= 120
      if isTwin || isLonger && isSubsequence(own, of: theirs) { return order[other] }
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
