import Glibc

/// What of a page is worth parsing: the source without scripts, styles and comments, and where each byte came from.
///
/// Gumbo reads 15 to 20 MB/s and half of a page of today is script. Its passes also cost time in proportion to the
/// depth of the tree, so start tags that nest deeper than any page needs are left out as well.
struct HTMLSource {
  /// How deep elements may nest.
  static let deepest = 256
  /// How many attributes a tag may have, or it is left out; gumbo compares each with all before it.
  static let mostAttributes = 500
  /// How many formatting elements (`b`, `font`) may be open; HTML repeats each of them in every later paragraph.
  static let deepestFormatting = 16

  /// The bytes for the parser.
  private(set) var bytes: [UInt8] = []
  /// The contents of scripts of type `application/ld+json`, in the source.
  private(set) var linkedData: [Range<Int>] = []
  /// The first tag in the source that was left out because it nests too deep.
  private(set) var tooDeep: Int?

  /// Where kept pieces begin, in `bytes` and in the source.
  private var pieces: [(kept: Int, source: Int)] = []
  private var keptUntil = 0
  private var depth = 0
  private var formatting = 0

  init(_ source: [UInt8]) {
    bytes.reserveCapacity(source.count + 1)
    source.withUnsafeBufferPointer { scan($0) }
  }

  /// The offset in the source of a byte of `bytes`.
  func sourceOffset(_ offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].kept <= offset { low = middle } else { high = middle }
    }
    return pieces.isEmpty ? offset : offset - pieces[low].kept + pieces[low].source
  }

  private mutating func scan(_ source: UnsafeBufferPointer<UInt8>) {
    guard let base = source.baseAddress else { return }
    var index = 0
    while let found = memchr(base + index, 0x3C, source.count - index) {
      let start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      index = start + 1
      guard index < source.count else { break }
      switch source[index] {
      case UInt8(ascii: "!"):
        guard start + 3 < source.count, source[start + 2] == 0x2D, source[start + 3] == 0x2D else {
          continue
        }
        index = find("-->", from: start + 2, in: source) ?? source.count
        cut(start..<index, source)
      case UInt8(ascii: "/"): index = endTag(start, source)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        index = startTag(start, source)
      default: continue
      }
    }
    keep(upTo: source.count, source)
  }

  /// Handles the tag at `start`. Returns where to go on.
  private mutating func startTag(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    let name = HTMLTagName(source, at: start + 1)
    let nameEnd = start + 1 + name.count
    var attributes = 0
    let end = tagEnd(from: nameEnd, source, counting: &attributes)
    if attributes > HTMLSource.mostAttributes, name.kind != .raw {
      cut(start..<end, source)
      return end
    }
    switch name.kind {
    case .raw:
      let close = find(name.closing, from: end, in: source)
      let content = end..<(close ?? source.count)
      if name.isScript, isLinkedData(start..<end, source) { linkedData.append(content) }
      let after =
        close.map { tagEnd(from: $0 + name.closing.utf8CodeUnitCount, source) } ?? source.count
      cut(start..<after, source)
      return after
    case .escapable:
      return find(name.closing, from: end, in: source) ?? source.count
    case .void: return end
    case .formatting:
      formatting += 1
      if formatting > HTMLSource.deepestFormatting { cut(start..<end, source) }
      return end
    case .closedByItself: return end
    case .nesting:
      if source[end - 1] == 0x3E, end >= 2, source[end - 2] == 0x2F, name.isForeign { return end }
      depth += 1
      if depth > HTMLSource.deepest {
        if tooDeep == nil { tooDeep = start }
        cut(start..<end, source)
      }
      return end
    }
  }

  private mutating func endTag(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    let name = HTMLTagName(source, at: start + 2)
    let end = tagEnd(from: start + 2 + name.count, source)
    switch name.kind {
    case .nesting where name.count > 0:
      if depth > HTMLSource.deepest { cut(start..<end, source) }
      depth = max(0, depth - 1)
    case .formatting: formatting = max(0, formatting - 1)
    default: break
    }
    return end
  }

  /// The offset after the `>` that ends a tag; quotes matter where a value begins, as in the HTML standard, 13.2.5.
  private func tagEnd(from start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    var attributes = 0
    return tagEnd(from: start, source, counting: &attributes)
  }

  private func tagEnd(
    from start: Int, _ source: UnsafeBufferPointer<UInt8>, counting attributes: inout Int
  ) -> Int {
    var index = start
    var followsEquals = false
    var isBetween = true
    while index < source.count {
      let byte = source[index]
      index += 1
      switch byte {
      case 0x3E: return index
      case 0x3D: followsEquals = true
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: isBetween = true
      case 0x22, 0x27:
        guard followsEquals else { continue }
        followsEquals = false
        isBetween = true
        guard let close = memchr(source.baseAddress! + index, Int32(byte), source.count - index)
        else {
          return source.count
        }
        index = UnsafeRawPointer(close) - UnsafeRawPointer(source.baseAddress!) + 1
      default:
        if isBetween, !followsEquals { attributes += 1 }
        isBetween = false
        followsEquals = false
      }
    }
    return source.count
  }

  private func isLinkedData(_ tag: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    find(
      "ld+json", from: tag.lowerBound, in: UnsafeBufferPointer(rebasing: source[..<tag.upperBound]))
      != nil
  }

  /// Finds ASCII text without regard to case; for `-->` the result is the offset after it.
  private func find(
    _ text: StaticString, from start: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let base = source.baseAddress else { return nil }
    let count = text.utf8CodeUnitCount
    let first = text.utf8Start[0]
    var index = start
    while index + count <= source.count,
      let found = memchr(base + index, Int32(first), source.count - index - count + 1)
    {
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      var matched = 1
      while matched < count, HTMLTagName.lower(source[offset + matched]) == text.utf8Start[matched]
      { matched += 1 }
      if matched == count { return first == 0x2D ? offset + count : offset }
      index = offset + 1
    }
    return nil
  }

  private mutating func cut(_ range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
    keep(upTo: range.lowerBound, source)
    keptUntil = max(keptUntil, range.upperBound)
  }

  private mutating func keep(upTo end: Int, _ source: UnsafeBufferPointer<UInt8>) {
    guard end > keptUntil else { return }
    pieces.append((kept: bytes.count, source: keptUntil))
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[keptUntil..<end]))
    keptUntil = end
  }
}
