import Glibc

/// What gumbo is given of a page: the tags without their attributes, and a character in the place of each longer text.
///
/// Gumbo reads 13 to 20 MB/s, a character at a time, but the tree that it builds depends on little of what it reads: on
/// the names of the tags, on the few attributes named in `HTMLTagName`, and on whether a text is white space. So scripts,
/// styles, comments and attributes are left out, and a text becomes a number that `HTMLTree` looks up again. What is left
/// of a page of today is a twentieth of its bytes. The tree is the one that gumbo would build of the whole page; tests
/// hold the two against each other. They differ in four things, of which no reading depends: white space around a text
/// stays with the text; SVG's and MathML's elements that end in `/>` are left out; a `style` within a `select`, where the
/// standard takes its content for text, is left out as elsewhere; a `body` tag that comes after the body's first content
/// does not add its attributes.
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
  var bytes: [UInt8] = []
  /// The pieces in the order of both the skeleton and the source.
  var pieces: [Piece] = []
  /// The attributes of all start tags that were kept.
  var attributes: [Attribute] = []
  /// The source of each text that became a number.
  var texts: [Range<UInt32>] = []
  /// The contents of scripts of type `application/ld+json`, in the source.
  var linkedData: [Range<Int>] = []
  /// The first tag in the source that was left out because it nests too deep.
  var tooDeep: Int?

  var depth = HTMLDepth()
  /// How many `pre` are open, in which line ends count.
  var preformatted = 0
  /// How many `svg` and `math` are open, in which CDATA is text.
  var foreign = 0
  let hasNul: Bool
  let hasReturn: Bool
  let hasMark: Bool

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
      // `</` at the end of the page is text.
      if start + 2 == source.count, source[start + 1] == UInt8(ascii: "/") { break }
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

  mutating func begin(_ range: Range<Int>, attributes: Int) {
    pieces.append(
      Piece(
        kept: UInt32(bytes.count), start: UInt32(range.lowerBound), end: UInt32(range.upperBound),
        attributes: UInt32(attributes)))
  }

  // MARK: Bytes

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  /// The offset after the next `byte`, or the end.
  func after(
    _ byte: UInt8, from start: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard let found = memchr(source.baseAddress! + start, Int32(byte), source.count - start) else {
      return source.count
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(source.baseAddress!) + 1
  }

  /// Finds ASCII text, written here in lower case, without regard to case.
  func find(
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
