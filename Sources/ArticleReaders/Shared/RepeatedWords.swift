import ArticleModel
import Bytes

/// Links pull quotes to the paragraphs whose words they repeat, in an article whose blocks are known.
///
/// Only letters and digits are compared, in lower case, so a changed capital, an ellipsis or quotation marks do not hide
/// the repetition. A quotation whose words a paragraph nearby says as well becomes a pull quote; markup sets it apart, so
/// a paragraph in the running text that repeats another stays one.
struct RepeatedWords {
  /// The shortest repetition that is looked for, in bytes of letters and digits.
  private static let shortest = 16
  /// The shortest quotation that is taken for a pull quote without being named one; manuals say short things twice.
  private static let shortestQuote = 60
  /// The longest pull quote, in bytes.
  private static let longest = 900
  /// How many texts away the repeated paragraph may be.
  private static let reach = 40

  private let text: [UInt8]
  private let attributions: [Int: Int]
  private var letters: [Range<Int>: [UInt8]] = [:]

  /// Links the pull quotes of an article that is being built.
  ///
  /// - Parameter attributions: for each pull quote that names who said it, where the name begins in the builder's arena.
  static func link(in builder: inout ArticleBuilder, attributions: [Int: Int] = [:]) {
    var finder = RepeatedWords(text: builder.text, attributions: attributions)
    let order = builder.nodes.indices.filter { isText(builder.nodes[$0]) }
    for position in order.indices {
      let node = order[position]
      let isNamed = builder.nodes[node].kind == .pullQuote
      let span = builder.nodes[node].text
      let isQuote =
        builder.nodes[node].parent >= 0
        && builder.nodes[Int(builder.nodes[node].parent)].kind == .quote
      guard isNamed || isQuote && span.count >= shortestQuote && span.count <= longest else {
        continue
      }
      guard let repeated = finder.repeated(position, order, builder, isNamed: isNamed) else {
        continue
      }
      builder.update(node) { node in
        node.of = Int32(repeated)
        if isNamed { return }
        node.kind = .pullQuote
        node.reason = .repeatedWords
      }
    }
  }

  private init(text: [UInt8], attributions: [Int: Int]) {
    self.text = text
    self.attributions = attributions
  }

  private static func isText(_ node: Node) -> Bool {
    (node.kind == .paragraph && node.role == .body || node.kind == .pullQuote)
      && node.text.count >= shortest
  }

  private mutating func repeated(
    _ position: Int, _ order: [Int], _ builder: borrowing ArticleBuilder, isNamed: Bool
  ) -> Int? {
    let quote = builder.nodes[order[position]].text
    // Where notes were taken out of a text, it stands elsewhere in the arena.
    let name = attributions[order[position]].flatMap {
      quote.range.dropFirst().contains($0) ? $0 : nil
    }
    let own = ByteSpan(quote.start..<(name ?? quote.end))
    let parts = RepeatedWords.parts(of: own.range, in: text)
    let longest = parts.max { $0.count < $1.count }!
    let middle = (longest.lowerBound + longest.upperBound) / 2
    let probe = max(longest.lowerBound, middle - 8)..<min(longest.upperBound, middle + 8)
    for distance in 1...RepeatedWords.reach {
      for other in [position - distance, position + distance] where order.indices.contains(other) {
        let node = builder.nodes[order[other]]
        guard node.kind == .paragraph, node.text.count > own.count || isNamed,
          contains(probe, in: node.text.range)
        else {
          continue
        }
        let part = lettersOnly(own)
        let whole = lettersOnly(node.text)
        // Equal texts are not said twice by chance where they are long.
        let isTwin = isNamed && part == whole && part.count >= 120
        guard part.count >= RepeatedWords.shortest, isTwin || whole.count * 8 >= part.count * 10
        else {
          continue
        }
        let hasAll =
          parts.count == 1
          ? RepeatedWords.contains(part, in: whole)
          : parts.allSatisfy {
            RepeatedWords.contains(lettersOnly(ByteSpan($0)), in: whole)
          }
        if hasAll { return order[other] }
      }
    }
    return nil
  }

  /// The stretches of a text between ellipses, where a pull quote leaves words out; all of it where it has none.
  static func parts(of range: Range<Int>, in text: [UInt8]) -> [Range<Int>] {
    let shortest = 9
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index + 2 < range.upperBound {
      guard text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0xA6 else {
        index += 1
        continue
      }
      if index - start >= shortest { parts.append(start..<index) }
      index += 3
      start = index
    }
    if range.upperBound - start >= shortest { parts.append(start..<range.upperBound) }
    return parts.isEmpty ? [range] : parts
  }

  private func contains(_ probe: Range<Int>, in range: Range<Int>) -> Bool {
    text.withUnsafeBytes { bytes in
      ByteSearch.contains(
        UnsafeRawBufferPointer(rebasing: bytes[probe]),
        in: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }

  private static func contains(_ part: [UInt8], in whole: [UInt8]) -> Bool {
    part.withUnsafeBytes { part in
      whole.withUnsafeBytes { whole in ByteSearch.contains(part, in: whole) }
    }
  }

  /// The letters and digits of a text in lower case, without the typographic punctuation of U+2000 to U+203F.
  private mutating func lettersOnly(_ span: ByteSpan) -> [UInt8] {
    if let known = letters[span.range] { return known }
    var found: [UInt8] = []
    var index = span.start
    while index < span.end {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): found.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        found.append(byte)
      case 0xE2 where index + 1 < span.end && text[index + 1] == 0x80: index += 2
      case 0x80...: found.append(byte)
      default: break
      }
      index += 1
    }
    letters[span.range] = found
    return found
  }
}
