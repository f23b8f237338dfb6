import Glibc

/// What gumbo is given of a page: the tags without their attributes, and a character in the place of each longer text.
///
/// Gumbo reads 13 to 20 MB/s, a character at a time, but the tree that it builds depends on little of what it reads: on
/// the names of the tags, on the few attributes named in `HTMLTagName`, and on whether a text is white space. So scripts,
/// styles, comments and attributes are left out, and a text becomes a number that `HTMLTree` looks up again. What is left
/// of a page of today is a twentieth of its bytes. The tree is the one that gumbo would build of the whole page, except
/// that white space around a text stays with the text.
///
/// Start tags that nest deeper than any page needs are left out as well; see `HTMLDepth`.
struct HTMLSkeleton {
  /// How many attributes of a tag are read.
  static let mostAttributes = 500
  /// Bytes of the skeleton and the part of the source that they stand for.
  struct Piece {
    var kept: UInt32
    var start: UInt32
    var end: UInt32
    /// The index of the first attribute, where the piece is a start tag.
    var attributes: UInt32
  }

  struct Attribute {
    var nameStart: UInt32
    var nameCount: UInt32
    var valueStart: UInt32
    var valueCount: UInt32
  }

  let source: [UInt8]
  /// The bytes for the parser.
  private(set) var bytes: [UInt8] = []
  /// The pieces in the order of both the skeleton and the source.
  private(set) var pieces: [Piece] = []
  /// The attributes of all start tags that were kept.
  private(set) var attributes: [Attribute] = []
  /// The source of each text that became a number.
  private(set) var texts: [Range<UInt32>] = []
  /// The contents of scripts of type `application/ld+json`, in the source.
  private(set) var linkedData: [Range<Int>] = []
  /// The first tag in the source that was left out because it nests too deep.
  private(set) var tooDeep: Int?

  private var depth = HTMLDepth()
  /// How many `pre` are open, in which line ends count.
  private var preformatted = 0
  /// How many `svg` and `math` are open, in which CDATA is text.
  private var foreign = 0
  private let hasNul: Bool
  private let hasReturn: Bool
  private let hasMark: Bool

  init(_ source: [UInt8]) {
    self.source = source
    hasNul = source.contains(0)
    hasReturn = source.contains(0x0D)
    hasMark = source.withUnsafeBufferPointer { HTMLTextNumber.first(in: $0) != nil }
    bytes.reserveCapacity(source.count / 4 + 64)
    pieces.reserveCapacity(source.count / 32 + 16)
    source.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ source: UnsafeBufferPointer<UInt8>) {
    guard let base = source.baseAddress else { return }
    var text = 0
    var index = 0
    while let found = memchr(base + index, 0x3C, source.count - index) {
      let start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      guard start + 1 < source.count else { break }
      switch source[start + 1] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        addText(text..<start, source)
        index = startTag(start, source)
      case UInt8(ascii: "/"):
        addText(text..<start, source)
        index = endTag(start, source)
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        addText(text..<start, source)
        index = declaration(start, source)
      default:
        index = start + 1
        continue
      }
      text = index
    }
    addText(text..<source.count, source)
  }

  // MARK: Tags

  /// Handles the start tag at `start`. Returns where to go on.
  private mutating func startTag(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    let name = HTMLTagName(source, at: start + 1)
    let first = attributes.count
    guard let tag = readAttributes(from: start + 1 + name.count, source) else {
      attributes.removeSubrange(first...)
      return source.count  // a tag that the page's end cuts off is none
    }
    let end = tag.end
    var isKept = true
    var next = end
    var content: Range<Int>?
    switch name.kind {
    case .raw:
      let close = find(name.closing, from: end, in: source)
      if name.isScript, isLinkedData(start..<end, source) {
        linkedData.append(end..<(close ?? source.count))
      }
      next =
        close.flatMap { tagEnd(from: $0 + name.closing.utf8CodeUnitCount, source) }
        ?? source.count
      isKept = false
    case .escapable:
      next = find(name.closing, from: end, in: source) ?? source.count
      content = end..<next
    case .void, .closedByItself: break
    case .formatting: isKept = depth.beginFormatting(name.key)
    case .preformatted, .nesting, .foreign:
      // In SVG and MathML `/>` ends an element; it has no text and is left out.
      if tag.closesItself, name.kind == .foreign || foreign > 0 && !name.isHTML {
        isKept = false
        break
      }
      if name.kind == .foreign { foreign += 1 }
      if name.kind == .preformatted { preformatted += 1 }
      isKept = depth.begin(name.key)
      if !isKept, tooDeep == nil { tooDeep = start }
    }
    guard isKept else {
      attributes.removeSubrange(first...)
      return next
    }
    if name.needsAttributes, attributes.count - first <= HTMLSkeleton.mostAttributes {
      begin(start..<end, attributes: first)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
    } else {
      begin(start..<end, attributes: first)
      bytes.append(
        contentsOf: UnsafeBufferPointer(rebasing: source[start..<start + 1 + name.count]))
      if tag.closesItself { bytes.append(UInt8(ascii: "/")) }
      bytes.append(UInt8(ascii: ">"))
    }
    if let content { addText(content, source) }
    if name.kind == .preformatted { return addFirstLineEnd(from: next, source) }
    return next
  }

  /// HTML drops a line end right behind `<pre>`.
  private mutating func addFirstLineEnd(
    from start: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = start
    if end < source.count, source[end] == 0x0D { end += 1 }
    if end < source.count, source[end] == 0x0A { end += 1 }
    if end > start { addRaw(start..<end, source) }
    return end
  }

  private mutating func endTag(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    let name = HTMLTagName(source, at: start + 2)
    guard name.count > 0, name.startsWithLetter else {
      return after(0x3E, from: start, source)  // a comment, by the standard
    }
    guard let end = tagEnd(from: start + 2 + name.count, source) else { return source.count }
    var isKept = true
    switch name.kind {
    case .nesting, .preformatted, .foreign:
      isKept = depth.end(name.key)
      if name.kind == .preformatted { preformatted = max(0, preformatted - 1) }
      if name.kind == .foreign { foreign = max(0, foreign - 1) }
    case .formatting: depth.endFormatting(name.key)
    default: break
    }
    if isKept {
      begin(start..<end, attributes: attributes.count)
      bytes.append(
        contentsOf: UnsafeBufferPointer(rebasing: source[start..<start + 2 + name.count]))
      bytes.append(UInt8(ascii: ">"))
    }
    return end
  }

  /// Handles `<!…>` and `<?…>`: the document type is kept, CDATA is text in SVG and MathML, all else is a comment.
  private mutating func declaration(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    if start + 3 < source.count, source[start + 2] == 0x2D, source[start + 3] == 0x2D {
      return find("-->", from: start + 2, in: source).map { $0 + 3 } ?? source.count
    }
    if foreign > 0, find("<![cdata[", from: start, in: source, only: true) != nil {
      let content = start + 9
      let close = find("]]>", from: content, in: source) ?? source.count
      guard content < close, texts.count < HTMLTextNumber.limit else {
        return min(close + 3, source.count)
      }
      begin(start..<content, attributes: attributes.count)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<content]))
      addNumber(content..<close)
      begin(close..<min(close + 3, source.count), attributes: attributes.count)
      bytes.append(contentsOf: [0x5D, 0x5D, 0x3E])
      return min(close + 3, source.count)
    }
    let end = after(0x3E, from: start, source)
    if find("<!doctype", from: start, in: source, only: true) != nil, source[end - 1] == 0x3E {
      addRaw(start..<end, source)
    }
    return end
  }

  // MARK: Attributes

  /// Reads the attributes of a tag as the standard does (HTML 13.2.5.32 to 13.2.5.40). Returns the offset after its `>`,
  /// or `nil` where the page ends before.
  private mutating func readAttributes(
    from start: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, closesItself: Bool)? {
    var index = start
    var isSlash = false
    let limit = attributes.count + HTMLSkeleton.mostAttributes
    while index < source.count {
      switch source[index] {
      case 0x3E: return (index + 1, isSlash)
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        isSlash = false
        index += 1
      case 0x2F:
        isSlash = true
        index += 1
      default:
        isSlash = false
        guard let attribute = attribute(at: &index, source) else { return nil }
        if attributes.count <= limit { attributes.append(attribute) }
      }
    }
    return nil
  }

  private func attribute(
    at index: inout Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Attribute? {
    let name = index
    index += 1  // even `=` begins a name
    name: while index < source.count {
      switch source[index] {
      case 0x3D, 0x3E, 0x2F, 0x20, 0x09, 0x0A, 0x0C, 0x0D: break name
      default: index += 1
      }
    }
    var attribute = Attribute(
      nameStart: UInt32(name), nameCount: UInt32(index - name), valueStart: UInt32(index),
      valueCount: 0)
    var next = index
    while next < source.count, HTMLSkeleton.isSpace(source[next]) { next += 1 }
    guard next < source.count else { return nil }
    guard source[next] == 0x3D else { return attribute }
    next += 1
    while next < source.count, HTMLSkeleton.isSpace(source[next]) { next += 1 }
    guard next < source.count else { return nil }
    let quote = source[next]
    if quote == 0x22 || quote == 0x27 {
      next += 1
      guard
        let close = memchr(source.baseAddress! + next, Int32(quote), source.count - next)
      else { return nil }
      attribute.valueStart = UInt32(next)
      index = UnsafeRawPointer(close) - UnsafeRawPointer(source.baseAddress!)
      attribute.valueCount = UInt32(index - next)
      index += 1
    } else {
      index = next
      while index < source.count, source[index] != 0x3E, !HTMLSkeleton.isSpace(source[index]) {
        index += 1
      }
      attribute.valueStart = UInt32(next)
      attribute.valueCount = UInt32(index - next)
    }
    return attribute
  }

  /// The offset after the `>` of a tag whose attributes do not matter, or `nil` where the page ends before.
  private mutating func tagEnd(
    from start: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    if start < source.count, source[start] == 0x3E { return start + 1 }
    let count = attributes.count
    defer { attributes.removeSubrange(count...) }
    return readAttributes(from: start, source)?.end
  }

  private func isLinkedData(_ tag: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    find(
      "ld+json", from: tag.lowerBound, in: UnsafeBufferPointer(rebasing: source[..<tag.upperBound]))
      != nil
  }

  // MARK: Texts

  private mutating func addText(_ range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
    guard !range.isEmpty else { return }
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

  /// Adds text without character references.
  private mutating func addPlain(_ range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
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

  private mutating func addNumber(_ range: Range<Int>) {
    begin(range, attributes: attributes.count)
    HTMLTextNumber.append(texts.count, to: &bytes)
    texts.append(UInt32(range.lowerBound)..<UInt32(range.upperBound))
  }

  /// Adds a character reference as it stands, with the letters that might belong to it. Returns where it ends.
  private mutating func addReference(
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

  private mutating func addRaw(_ range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
    guard !range.isEmpty else { return }
    let text = UnsafeBufferPointer(rebasing: source[range])
    if hasMark, HTMLTextNumber.first(in: text) != nil {
      addNumber(range)
      return
    }
    begin(range, attributes: attributes.count)
    bytes.append(contentsOf: text)
  }

  private mutating func begin(_ range: Range<Int>, attributes: Int) {
    pieces.append(
      Piece(
        kept: UInt32(bytes.count), start: UInt32(range.lowerBound), end: UInt32(range.upperBound),
        attributes: UInt32(attributes)))
  }

  // MARK: Bytes

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  /// The offset after the next `byte`, or the end.
  private func after(
    _ byte: UInt8, from start: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard let found = memchr(source.baseAddress! + start, Int32(byte), source.count - start) else {
      return source.count
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(source.baseAddress!) + 1
  }

  /// Finds ASCII text, written here in lower case, without regard to case.
  private func find(
    _ text: StaticString, from start: Int, in source: UnsafeBufferPointer<UInt8>,
    only: Bool = false
  ) -> Int? {
    guard let base = source.baseAddress else { return nil }
    let count = text.utf8CodeUnitCount
    let first = text.utf8Start[0]
    var index = start
    while index + count <= source.count,
      let found = memchr(base + index, Int32(first), source.count - index - count + 1)
    {
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if only, offset > start { return nil }
      var matched = 1
      while matched < count, HTMLTagName.lower(source[offset + matched]) == text.utf8Start[matched]
      { matched += 1 }
      if matched == count { return offset }
      index = offset + 1
    }
    return nil
  }
}
