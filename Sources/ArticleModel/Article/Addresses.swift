/// Finds the web addresses in a text: `http://…`, `https://…` and `www.…`.
///
/// An address ends at white space, at a quotation mark or bracket that it did not open, or before a full stop, comma
/// or similar mark that ends the sentence around it.
func addresses(in text: Span<UInt8>, _ span: ByteSpan) -> [ByteSpan] {
  var found: [ByteSpan] = []
  var index = span.start
  while index < span.end {
    guard let start = addressStart(text, at: index, from: span.start, end: span.end) else {
      index += 1
      continue
    }
    let end = addressEnd(text, from: start, end: span.end)
    if end > start { found.append(ByteSpan(start..<end)) }
    index = max(end, index + 1)
  }
  return found
}

private func addressStart(_ text: Span<UInt8>, at index: Int, from start: Int, end: Int) -> Int? {
  let byte = text[index] | 0x20
  guard byte == UInt8(ascii: "h") || byte == UInt8(ascii: "w") else { return nil }
  if index > start, isASCIILetterOrDigit(text[index - 1]) { return nil }
  for prefix in ["http://", "https://", "www."] as [StaticString]
  where index + prefix.utf8CodeUnitCount < end {
    var matches = true
    for offset in 0..<prefix.utf8CodeUnitCount
    where text[index + offset] | 0x20 != prefix.utf8Start[offset] | 0x20 {
      matches = false
      break
    }
    if matches { return index }
  }
  return nil
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

private func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte | 0x20 {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
  default: false
  }
}
