import Glibc

extension HTMLSkeleton {
  mutating func addText(_ range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
    guard !range.isEmpty else { return }
    separate(at: range.lowerBound)
    var index = range.lowerBound
    while index < range.upperBound, HTMLSkeleton.isSpace(source[index]) { index += 1 }
    if index == range.upperBound {
      if preformatted > 0 {
        addRaw(range, source)
      } else {
        begin(range, attributes: attributes.count)
        bytes.append(0x20)
      }
      return
    }
    index = range.lowerBound
    while index < range.upperBound {
      if source[index] == UInt8(ascii: "&") {
        index = addReference(at: index, before: range.upperBound, source)
        continue
      }
      let found = memchr(source.baseAddress! + index, 0x26, range.upperBound - index)
      let end =
        found.map { UnsafeRawPointer($0) - UnsafeRawPointer(source.baseAddress!) }
        ?? range.upperBound
      addPlain(index..<end, source)
      index = end
    }
  }

  /// Keeps apart what a script kept apart: `<` and `p`, `&am` and `p;`.
  mutating func separate(at start: Int) {
    guard let last = pieces.last, last.end != UInt32(start), let byte = bytes.last, byte != 0x3E
    else { return }
    _ = comment(start..<start)
  }

  /// Adds text without character references.
  mutating func addPlain(_ range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
    let text = UnsafeBufferPointer(rebasing: source[range])
    // Gumbo drops NUL, and makes LF of every CR.
    let isChanged =
      hasNul && text.contains(0) || preformatted > 0 && hasReturn && text.contains(0x0D)
    if range.count < 8 || isChanged || texts.count >= HTMLTextNumber.limit {
      addRaw(range, source)
    } else {
      addNumber(range)
    }
  }

  mutating func addNumber(_ range: Range<Int>) {
    begin(range, attributes: attributes.count)
    HTMLTextNumber.append(texts.count, to: &bytes)
    texts.append(UInt32(range.lowerBound)..<UInt32(range.upperBound))
  }

  /// Adds a character reference as it stands, with the letters that might belong to it. Returns where it ends.
  mutating func addReference(
    at start: Int, before limit: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = start + 1
    let isNumeric = end < limit && source[end] == UInt8(ascii: "#")
    if isNumeric { end += 1 }
    while end < limit, HTMLSkeleton.isLetterOrDigit(source[end]) { end += 1 }
    if end < limit, source[end] == UInt8(ascii: ";") { end += 1 }
    if isNumeric, HTMLTextNumber.isNamed(by: source[start + 2..<end]) {
      addNumber(start..<end)
    } else {
      addRaw(start..<end, source)
    }
    return end
  }

  mutating func addRaw(_ range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
    guard !range.isEmpty else { return }
    let text = UnsafeBufferPointer(rebasing: source[range])
    if hasMark, HTMLTextNumber.first(in: text) != nil {
      addNumber(range)
      return
    }
    begin(range, attributes: attributes.count)
    bytes.append(contentsOf: text)
  }
}
