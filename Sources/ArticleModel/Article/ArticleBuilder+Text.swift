extension ArticleBuilder {
  /// Appends bytes to the text arena as they are. Returns their span.
  public mutating func appendText(_ bytes: some Sequence<UInt8>) -> ByteSpan {
    let start = text.count
    text.append(contentsOf: bytes)
    return ByteSpan(start..<text.count)
  }

  /// Appends part of the source to the text arena with white space collapsed. Returns the text's span.
  ///
  /// Runs of spaces, tabs, line ends and no-break spaces become one space; none is left at either end.
  public mutating func appendNormalised(_ range: Range<Int>) -> ByteSpan {
    let start = text.count
    appendCollapsed(range, from: start)
    trimTextEnd(to: start)
    return ByteSpan(start..<text.count)
  }

  /// Appends part of the source with white space collapsed against what stands in the arena from `start` on.
  ///
  /// A trailing space is kept, so that pieces of one text can follow each other; end with `trimTextEnd`.
  public mutating func appendCollapsed(_ range: Range<Int>, from start: Int) {
    let owner = source  // a local owner, so that the span does not borrow the builder
    let bytes = owner.span
    var index = range.lowerBound
    var plain = index
    while index < range.upperBound {
      let width = whiteSpaceWidth(bytes, at: index, end: range.upperBound)
      if width == 0 {
        index += 1
        continue
      }
      let isSingleSpace =
        bytes[index] == UInt8(ascii: " ") && index > plain && index + 1 < range.upperBound
        && whiteSpaceWidth(bytes, at: index + 1, end: range.upperBound) == 0
      if isSingleSpace {
        index += 2
        continue
      }
      text.append(contentsOf: owner[plain..<index])
      index += width
      while index < range.upperBound {
        let more = whiteSpaceWidth(bytes, at: index, end: range.upperBound)
        if more == 0 { break }
        index += more
      }
      if text.count > start, text[text.count - 1] != UInt8(ascii: " ") {
        text.append(UInt8(ascii: " "))
      }
      plain = index
    }
    text.append(contentsOf: owner[plain..<range.upperBound])
  }

  /// Appends a space unless the text from `start` on is empty or ends with one.
  public mutating func appendSpace(from start: Int) {
    if text.count > start, text[text.count - 1] != UInt8(ascii: " ") {
      text.append(UInt8(ascii: " "))
    }
  }

  /// Keeps a reference's label while the text around it is being appended.
  ///
  /// The span counts from the start of the labels; `finish()` moves it into the arena.
  public mutating func appendLabelOutOfLine(_ label: some Sequence<UInt8>) -> ByteSpan {
    let start = labels.count
    labels.append(contentsOf: label)
    return ByteSpan(start..<labels.count)
  }

  /// The label of a reference whose label was kept with `appendLabelOutOfLine`.
  public func label(of reference: Reference) -> String {
    String(decoding: labels[reference.label.range], as: UTF8.self)
  }

  /// Removes spaces at the end of the arena, but nothing before `start`.
  public mutating func trimTextEnd(to start: Int) {
    while text.count > start, text[text.count - 1] == UInt8(ascii: " ") { text.removeLast() }
  }
}

/// The bytes that a white-space scalar at `index` takes, or 0 where there is none.
///
/// White space is what Unicode's White_Space property names, and U+FEFF, which extractors leave in texts.
@inlinable
public func whiteSpaceWidth(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Int {
  let byte = bytes[index]
  if byte > 0x20 && byte < 0xC2 { return 0 }
  switch byte {
  case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: return 1
  case 0xC2:
    return index + 1 < end && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85) ? 2 : 0
  case 0xE1, 0xE2, 0xE3, 0xEF:
    guard index + 2 < end else { return 0 }
    let rest = UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index + 2])
    switch (byte, rest) {
    case (0xE1, 0x9A80): return 3  // U+1680
    case (0xE2, 0x8080...0x808B): return 3  // U+2000…U+200B
    case (0xE2, 0x80A8), (0xE2, 0x80A9), (0xE2, 0x80AF), (0xE2, 0x819F): return 3
    case (0xE3, 0x8080): return 3  // U+3000
    case (0xEF, 0xBBBF): return 3  // U+FEFF
    default: return 0
    }
  default: return 0
  }
}
