import ArticleModel
import Bytes

/// Rows of buttons: what a page lays out as a menu, and a text holds as one line.
extension BoilerplateReader {
  /// A menu on one line: at least half of the parts between `|`, `/`, `>`, `›` or `·` are buttons.
  static func menuReason(_ line: UnsafeBufferPointer<UInt8>) -> Reason? {
    var parts = 0
    var known = 0
    var reason: Reason?
    var start = 0
    func add(_ end: Int) {
      guard end > start else { return }
      parts += 1
      guard let found = lookUp(UnsafeBufferPointer(rebasing: line[start..<end])) else { return }
      known += 1
      reason = reason ?? found
    }
    var index = nextCut(line, 0)
    while index < line.count {
      let width = cutWidth(line, index)
      if width > 0 {
        add(index)
        start = index + width
      }
      index = nextCut(line, index + max(1, width))
    }
    guard start > 0 else { return nil }
    add(line.count)
    return parts >= 2 && known * 2 >= parts ? reason : nil
  }

  /// `Share Tweet Pin Email`: two buttons or more in a row, with nothing but spaces between.
  static func isShareRow(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count <= longestRow, Lexicon.shared.tables.shareOpenings.mayBegin(line) else {
      return false
    }
    var buttons = 0
    var start = 0
    while start < line.count {
      guard let end = buttonEnd(line, from: start) else { return false }
      buttons += 1
      start = end
      while start < line.count, line[start] == 0x20 { start += 1 }
    }
    return buttons >= 2
  }

  /// Where the button ends that begins at a word: the longest that is known, of up to four words.
  private static func buttonEnd(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var found: Int?
    var end = start
    for _ in 0..<4 where end < line.count {
      if end > start { end += 1 }
      while end < line.count, line[end] != 0x20 { end += 1 }
      let isKnown = Lexicon.withFolded(UnsafeBufferPointer(rebasing: line[start..<end])) {
        Lexicon.shared.tables.shareWords.index(of: $0) != nil
      }
      if isKnown { found = end }
    }
    return found
  }

  /// The next byte from `start` on that may cut a menu; the length of the line where none does.
  private static func nextCut(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    ByteScan.first(in: line.span, from: start, to: line.count) { word in
      word.equal(UInt8(ascii: "|")) | word.equal(UInt8(ascii: "/"))
        | word.equal(UInt8(ascii: ">")) | word.equal(0xC2)
        | word.equal(0xE2)
    }
  }

  @inline(__always)
  private static func cutWidth(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch line[index] {
    case UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: ">"): 1
    case 0xC2 where index + 1 < line.count && line[index + 1] == 0xB7: 2  // ·
    case 0xE2
    where index + 2 < line.count && line[index + 1] == 0x80 && line[index + 2] == 0xBA:
      3  // ›
    default: 0
    }
  }
}
