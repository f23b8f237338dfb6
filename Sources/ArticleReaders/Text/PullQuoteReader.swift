import ArticleModel
import Bytes

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
    let order = document.blocksInOrder().filter { isText(document.blocks[$0]) }
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

  /// For each block that may be a pull quote, the paragraphs nearby that may say the same.
  private func copies(_ document: borrowing TextDocument, _ order: [Int]) -> [Int: [Int]] {
    var index = RepetitionIndex(source: source)
    let spans = order.map { document.span(of: document.blocks[$0].lines) }
    var copies: [Int: [Int]] = [:]
    var entered = 0
    for position in order.indices {
      guard let stretch = stretch(spans[position]) else { continue }
      while entered < min(order.count, position + PullQuoteReader.reach + 1) {
        if document.blocks[order[entered]].kind == .paragraph { index.add(spans[entered]) }
        entered += 1
      }
      let oldest = max(0, position - PullQuoteReader.reach)
      var others: [Int] = []
      index.copies(of: stretch, since: spans[oldest].lowerBound) { probe, copy in
        let other = PullQuoteReader.index(in: spans, of: copy)
        guard other != position, !others.contains(other),
          saysTheSame(stretch, at: probe, spans[other], at: copy)
        else { return }
        others.append(other)
      }
      if !others.isEmpty { copies[position] = others.sorted() }
    }
    return copies
  }

  /// The index of the span that holds a byte.
  private static func index(in spans: [Range<Int>], of place: Int) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What a block that may be a pull quote is known by: its longest part between ellipses.
  private func stretch(_ span: Range<Int>) -> Range<Int>? {
    guard span.count >= PullQuoteReader.shortest, span.count <= PullQuoteReader.longest,
      PullQuoteReader.readsAsSentence(source, span)
    else { return nil }
    return hasEllipsis(span) ? parts(span).max { $0.count < $1.count } : span
  }

  /// Whether the letters of a stretch stand in another text so that byte `probe` of it comes to lie on byte `copy`.
  private func saysTheSame(
    _ stretch: Range<Int>, at probe: Int, _ other: Range<Int>, at copy: Int
  ) -> Bool {
    source.withUnsafeBufferPointer { bytes in
      var (own, theirs) = (probe, copy)
      while let letter = PullQuoteReader.letter(bytes, after: &own, stretch.upperBound) {
        guard letter == PullQuoteReader.letter(bytes, after: &theirs, other.upperBound) else {
          return false
        }
      }
      (own, theirs) = (probe, copy)
      while let letter = PullQuoteReader.letter(bytes, before: &own, stretch.lowerBound) {
        guard letter == PullQuoteReader.letter(bytes, before: &theirs, other.lowerBound) else {
          return false
        }
      }
      return true
    }
  }

  /// The next letter's byte in lower case, from `index` on, which moves behind it; `nil` at the end.
  private static func letter(
    _ bytes: UnsafeBufferPointer<UInt8>, after index: inout Int, _ end: Int
  ) -> UInt8? {
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == 0xE2, index < end, bytes[index] == 0x80 {
        index += 2  // typographic punctuation
      } else if let letter = letter(byte) {
        return letter
      }
    }
    return nil
  }

  /// The letter's byte before `index`, which moves before it; `nil` at the start.
  private static func letter(
    _ bytes: UnsafeBufferPointer<UInt8>, before index: inout Int, _ start: Int
  ) -> UInt8? {
    while index > start {
      index -= 1
      let byte = bytes[index]
      if byte >= 0x80, byte < 0xC0, index - 2 >= start, bytes[index - 2] == 0xE2,
        bytes[index - 1] == 0x80
      {
        index -= 2
      } else if let letter = letter(byte) {
        return letter
      }
    }
    return nil
  }

  /// A letter or digit of ASCII in lower case, or a byte of a scalar beyond it.
  @inline(__always)
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      byte
    default: nil
    }
  }

  private init(source: [UInt8]) { self.source = source }

  private static func isText(_ block: TextBlock) -> Bool {
    block.field == nil && (block.kind == .paragraph || block.kind == .quote)
  }

  /// Whether a text may be lifted from running text: it ends a sentence, or trails off, and has several words.
  private static func readsAsSentence(_ source: [UInt8], _ span: Range<Int>) -> Bool {
    let first = source[span.lowerBound]
    guard let last = span.last, first != UInt8(ascii: ">"), first != UInt8(ascii: "#"),
      !BoxDrawing.isOne(source, span.lowerBound)
    else { return false }
    let isEnd: Bool =
      switch source[last] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""): true
      case 0x80...0xFF: true
      default: false
      }
    guard isEnd else { return false }
    // So much text has several words.
    if span.count >= (source[last] >= 0x80 ? 45 : 120) { return true }
    return source.withUnsafeBufferPointer { bytes in
      var words = 1
      for byte in bytes[span] where byte == 0x20 {
        words &+= 1
        if words == 6 { return true }
      }
      return false
    }
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

  private func hasEllipsis(_ span: Range<Int>) -> Bool {
    source.withUnsafeBytes { bytes in
      ByteSearch.contains([0xE2, 0x80, 0xA6], in: UnsafeRawBufferPointer(rebasing: bytes[span]))
    }
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
    found.reserveCapacity(range.count)
    source.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while let letter = PullQuoteReader.letter(bytes, after: &index, range.upperBound) {
        found.append(letter)
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
