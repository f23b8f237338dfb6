/// Keeps the tree of a page from growing deep.
///
/// Gumbo's passes cost time in proportion to the depth of the tree, and 100,000 nested elements take it minutes. So the
/// skeleton follows which elements are open, as far as that needs no rules of HTML, and leaves out the tags of those
/// that stand too deep.
struct HTMLDepth {
  /// How deep elements may nest.
  static let deepest = 256
  /// How many formatting elements (`b`, `font`) may be open; HTML repeats each of them in every later paragraph.
  static let deepestFormatting = 16
  /// How many end tags may end more than the innermost element.
  ///
  /// HTML does not follow some of them (`<i><div></i>`), so each may leave the tree one deeper than it looks from here.
  private static let mostMismatches = 1_000
  /// How far out the element is sought that an end tag ends.
  private static let reach = 512

  private var open: [UInt64] = []
  private var formatting: [UInt64] = []
  private var mismatches = 0

  private static let ruby = HTMLTagName.key("ruby")
  private static let option = HTMLTagName.key("option")
  private static let readings: [UInt64] = [HTMLTagName.key("rt"), HTMLTagName.key("rp")]

  /// Opens an element. Returns whether it is to be kept.
  mutating func begin(_ key: UInt64) -> Bool {
    // The next option or reading closes the one before.
    if let last = open.last {
      if key == HTMLDepth.option, last == key {
        open.removeLast()
      } else if HTMLDepth.readings.contains(key), HTMLDepth.readings.contains(last),
        open.suffix(8).contains(HTMLDepth.ruby)
      {
        open.removeLast()
      }
    }
    open.append(key)
    return open.count <= HTMLDepth.deepest
  }

  /// Ends the innermost element of a name. Returns whether the end tag is to be kept.
  mutating func end(_ key: UInt64) -> Bool {
    var index = open.count - 1
    while index >= 0, open[index] != key, HTMLDepth.isImplied(open[index]) { index -= 1 }
    if index < 0 || open[index] != key {
      guard mismatches < HTMLDepth.mostMismatches else { return open.count <= HTMLDepth.deepest }
      mismatches += 1
      let first = max(0, open.count - HTMLDepth.reach)
      guard let found = open[first...].lastIndex(of: key) else {
        return open.count <= HTMLDepth.deepest
      }
      index = found
    }
    open.removeSubrange(index...)
    return index < HTMLDepth.deepest
  }

  /// Opens a formatting element. Returns whether it is to be kept.
  mutating func beginFormatting(_ key: UInt64) -> Bool {
    guard formatting.count < HTMLDepth.deepestFormatting else { return false }
    formatting.append(key)
    return true
  }

  /// Ends the innermost formatting element of a name.
  mutating func endFormatting(_ key: UInt64) {
    if let index = formatting.lastIndex(of: key) { formatting.remove(at: index) }
  }

  /// Whether the end tag of the element around ends an element too.
  private static func isImplied(_ key: UInt64) -> Bool { key == option || readings.contains(key) }
}
