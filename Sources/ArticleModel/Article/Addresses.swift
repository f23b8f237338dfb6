import Bytes

/// Finds the web addresses in a text: `http://…`, `https://…` and `www.…`.
///
/// An address ends at white space, at a quotation mark or bracket that it did not open, or before a full stop, comma
/// or similar mark that ends the sentence around it.
func addresses(in text: Span<UInt8>, _ span: ByteSpan) -> [ByteSpan] {
  var found: [ByteSpan] = []
  var index = span.start
  while case let next = nextStart(text, index, span.end), next < span.end {
    index = next
    guard startsAddress(text, at: index, from: span.start, end: span.end) else {
      index += 1
      continue
    }
    let end = addressEnd(text, from: index, end: span.end)
    if end > index { found.append(ByteSpan(index..<end)) }
    index = max(end, index + 1)
  }
  return found
}

/// The next byte from `start` on that an address may begin with; `end` where none is.
private func nextStart(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
  ByteScan.first(in: text, from: start, to: end) {
    $0.lowered.equal(UInt8(ascii: "h")) | $0.lowered.equal(UInt8(ascii: "w"))
  }
}

/// Whether an address begins at a byte and goes on behind its `http://`, `https://` or `www.`.
private func startsAddress(
  _ text: Span<UInt8>, at index: Int, from start: Int, end: Int
) -> Bool {
  if index > start, case let before = text[index - 1],
    ASCII.isLetter(before) || ASCII.isDigit(before)
  {
    return false
  }
  return begins(text, at: index, end, with: "www.")
    || begins(text, at: index, end, with: "http")
      && (begins(text, at: index + 4, end, with: "://")
        || begins(text, at: index + 4, end, with: "s://"))
}

/// Whether a text goes on with a prefix, in any case, and with something behind it.
private func begins(
  _ text: Span<UInt8>, at index: Int, _ end: Int, with prefix: StaticString
) -> Bool {
  let count = prefix.utf8CodeUnitCount
  guard index + count < end else { return false }
  for offset in 0..<count where text[index + offset] | 0x20 != prefix.utf8Start[offset] | 0x20 {
    return false
  }
  return true
}

private func addressEnd(_ text: Span<UInt8>, from start: Int, end: Int) -> Int {
  var depth = 0
  var index = start
  scan: while index < end {
    switch text[index] {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
      break scan
    case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      depth -= 1
      if depth < 0 { break scan }
    // quotation marks, dashes, ellipsis
    case 0xE2 where index + 1 < end && text[index + 1] == 0x80: break scan
    case 0xE3 where index + 1 < end && text[index + 1] == 0x80: break scan  // CJK punctuation
    case 0xEF where index + 1 < end && text[index + 1] == 0xBC: break scan  // full-width forms
    default: break
    }
    index += 1
  }
  while index > start {
    switch text[index - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "'"):
      index -= 1
    default: return index
    }
  }
  return index
}
