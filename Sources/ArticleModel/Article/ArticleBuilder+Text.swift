extension ArticleBuilder {
  /// Appends bytes to the text arena as they are. Returns their span.
  public mutating func appendText(_ bytes: some Sequence<UInt8>) -> ByteSpan {
    let start = text.count
    text.append(contentsOf: bytes)
    return ByteSpan(start..<text.count)
  }

  // Other modules call the generic function without a specialised copy of it, which costs more than a short text does:
  // so the readers have these.

  /// Appends bytes to the text arena as they are. Returns their span.
  public mutating func appendText(_ bytes: [UInt8]) -> ByteSpan {
    bytes.withUnsafeBufferPointer { appendText($0) }
  }

  /// Appends bytes to the text arena as they are. Returns their span.
  public mutating func appendText(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteSpan {
    let start = text.count
    text.append(contentsOf: bytes)
    return ByteSpan(start..<text.count)
  }

  /// Appends a number that is not negative in decimal digits to the text arena. Returns their span.
  public mutating func appendText(decimal number: Int) -> ByteSpan {
    let start = text.count
    ArticleBuilder.append(number, to: &text)
    return ByteSpan(start..<text.count)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
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
    let owner = reading  // a local owner, so that the span does not borrow the builder
    text.appendCollapsed(range, of: owner.span, from: start)
  }

  /// Appends part of the source that has no white space but single spaces, as `appendCollapsed` does.
  public mutating func appendEven(_ range: Range<Int>, from start: Int) {
    var range = range
    if !range.isEmpty, reading[range.lowerBound] == 0x20 {
      text.appendSpace(from: start)
      range = range.dropFirst()
    }
    reading.withUnsafeBufferPointer { bytes in
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// Appends a space unless the text from `start` on is empty or ends with one.
  public mutating func appendSpace(from start: Int) { text.appendSpace(from: start) }

  /// Keeps a reference's label while the text around it is being appended.
  ///
  /// The span counts from the start of the labels; `finish()` moves it into the arena.
  public mutating func appendLabelOutOfLine(_ label: ArraySlice<UInt8>) -> ByteSpan {
    let start = labels.count
    label.withUnsafeBufferPointer { labels.append(contentsOf: $0) }
    return ByteSpan(start..<labels.count)
  }

  /// Keeps a number as a reference's label while the text around it is being appended.
  public mutating func appendLabelOutOfLine(decimal number: Int) -> ByteSpan {
    let start = labels.count
    ArticleBuilder.append(number, to: &labels)
    return ByteSpan(start..<labels.count)
  }

  /// The label of a reference whose label was kept with `appendLabelOutOfLine`.
  public func label(of reference: Reference) -> String {
    String(decoding: labels[reference.label.range], as: UTF8.self)
  }

  /// Removes spaces at the end of the arena, but nothing before `start`.
  public mutating func trimTextEnd(to start: Int) {
    while text.count > start, text[text.count - 1] == UInt8(ascii: " ") { text.removeLast() }
    // References that stood behind the spaces stand at the end now.
    var index = references.count - 1
    while index >= 0, Int(references[index].textOffset) > text.count {
      references[index].textOffset = UInt32(text.count)
      index -= 1
    }
  }
}
