import ArticleModel
import CMarkdown
import Glibc

/// The labels of a Markdown text's footnotes, and where they stand in the source.
struct MarkdownFootnotes {
  /// The label of each definition in the order of cmark's tree, which is the order of the builder's footnotes.
  private(set) var labels: [Range<Int>] = []

  /// Finds the label of every `[^label]:` from `start` on; some may turn out to stand in code, or twice.
  static func candidates(in source: [UInt8], from start: Int) -> [Range<Int>] {
    var labels: [Range<Int>] = []
    let bytes = source.span
    source.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var index = start
      while let found = memchr(base + index, Int32(UInt8(ascii: "[")), buffer.count - index) {
        index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        guard let label = label(bytes, at: index) else {
          index += 1
          continue
        }
        index = label.upperBound + 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":"),
          beginsBlock(bytes, label.lowerBound - 2)
        else { continue }
        labels.append(label)
      }
    }
    return labels
  }

  /// Whether nothing but the marks of quotations and lists stands before a byte on its line: `as said in [^5]:` cites.
  private static func beginsBlock(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    var index = index - 1
    while index >= 0, bytes[index] != 0x0A, bytes[index] != 0x0D {
      switch bytes[index] {
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        index -= 1
      default: return false
      }
    }
    return true
  }

  /// The label of a `[^label]` that begins at `index`, or `nil`.
  static func label(_ bytes: Span<UInt8>, at index: Int) -> Range<Int>? {
    guard index + 3 < bytes.count, bytes[index] == UInt8(ascii: "["),
      bytes[index + 1] == UInt8(ascii: "^")
    else { return nil }
    var end = index + 2
    while end < bytes.count, end - index <= 1_000 {
      switch bytes[end] {
      case UInt8(ascii: "]"): return end > index + 2 ? index + 2..<end : nil
      case 0...0x20, UInt8(ascii: "["): return nil
      default: end += 1
      }
    }
    return nil
  }

  /// Reads the labels of the definitions, which stand last in cmark's tree.
  init(_ root: OpaquePointer, _ source: [UInt8], _ places: MarkdownPlaces) {
    var child = cmark_node_first_child(root)
    while let node = child {
      if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
        let start = MarkdownFootnotes.start(of: node, source, places)
        labels.append(MarkdownFootnotes.label(source.span, at: start) ?? 0..<0)
      }
      child = cmark_node_next(node)
    }
  }

  /// The offset of a definition's `[^`; cmark gives the place of what follows the colon.
  static func start(of definition: OpaquePointer, _ source: [UInt8], _ places: MarkdownPlaces)
    -> Int
  {
    let line = Int(cmark_node_get_start_line(definition))
    let lineStart = places.offset(line: line, column: 1)
    var index = places.offset(line: line, column: Int(cmark_node_get_start_column(definition)))
    let limit = min(index, source.count - 2)
    // The note itself may begin with a reference.
    index = limit - 1
    while index >= lineStart {
      if source[index] == UInt8(ascii: "["), source[index + 1] == UInt8(ascii: "^") { return index }
      index -= 1
    }
    return max(lineStart, min(limit, source.count))
  }

  /// Finds the next `[^label]` in a range, without regard to ASCII case and not after a backslash.
  static func find(
    _ label: UnsafeBufferPointer<UInt8>, in range: Range<Int>, of source: [UInt8]
  ) -> ByteSpan? {
    let bytes = source.span
    var index = range.lowerBound
    while index + label.count + 3 <= range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if matches(label, bytes, at: index, end: range.upperBound) {
        return ByteSpan(offset: index, count: label.count + 3)
      }
      index += 1
    }
    return nil
  }

  /// Whether `[^label]` stands at `index`.
  static func matches(
    _ label: UnsafeBufferPointer<UInt8>, _ bytes: Span<UInt8>, at index: Int, end: Int
  ) -> Bool {
    guard index >= 0, index + label.count + 3 <= end, bytes[index] == UInt8(ascii: "["),
      bytes[index + 1] == UInt8(ascii: "^"), bytes[index + 2 + label.count] == UInt8(ascii: "]")
    else { return false }
    for offset in 0..<label.count {
      let (a, b) = (bytes[index + 2 + offset], label[offset])
      guard a == b || (a | 0x20 == b | 0x20 && a | 0x20 >= 0x61 && a | 0x20 <= 0x7A) else {
        return false
      }
    }
    return true
  }
}
