import CHTML

/// A link to another place of the page.
struct HTMLLocalLink {
  /// What the page says that a link is for, by its role or class.
  enum Role {
    /// It cites a note.
    case reference
    /// It leads back from a note.
    case back
  }

  var anchor: Int
  var target: Int
  /// The text without brackets around it, where it is short and one word; empty for others.
  var words: [UInt8]
  /// The label of a note that the text is.
  var label: [UInt8]?
  var isArrow: Bool
  /// Whether the text has signs alone: `¶`, `#`.
  var isSign: Bool
  var role: Role?

  /// The longest text of a link that may be the label of a note, in bytes.
  private static let longestWords = 8

  /// The links of a page whose targets it holds, in document order.
  static func all(in tree: HTMLTree, _ hints: [HTMLHints]) -> [HTMLLocalLink] {
    var targets: [[UInt8]: Int] = [:]
    var similar: [[UInt8]: Int] = [:]
    var anchors: [(Int, [UInt8])] = []
    for index in tree.elements.indices where tree.isElement(index) {
      if let id = tree.attribute("id", of: index), !id.isEmpty {
        let key = Array(id)
        if targets[key] == nil { targets[key] = index }
        if similar[bare(key)] == nil { similar[bare(key)] = index }
      }
      guard tree.tag(index) == GUMBO_TAG_A else { continue }
      if let name = tree.attribute("name", of: index), !name.isEmpty {
        let key = Array(name)
        if targets[key] == nil { targets[key] = index }
      }
      guard let href = tree.attribute("href", of: index), href.first == UInt8(ascii: "#"),
        href.count > 1
      else {
        continue
      }
      anchors.append((index, decoded(href.dropFirst())))
    }
    return anchors.compactMap { anchor, fragment in
      // Systems that copy articles rewrite `fn:1` to `fn1` and forget the links.
      guard let target = targets[fragment] ?? similar[bare(fragment)] else { return nil }
      return HTMLLocalLink(from: anchor, to: target, in: tree)
    }
  }

  private init(from anchor: Int, to target: Int, in tree: HTMLTree) {
    let text = tree.plainText(anchor)
    self.anchor = anchor
    self.target = target
    let words = HTMLNoteLabel.withoutDress(text)
    let isWord = words.count <= HTMLLocalLink.longestWords && !words.contains(0x20)
    self.words = isWord ? Array(words) : []
    label = HTMLNoteLabel.parse(text)
    isArrow = HTMLNoteLabel.isArrow(text)
    isSign =
      !text.isEmpty && text.count <= HTMLLocalLink.longestWords
      && !String(decoding: text, as: UTF8.self).contains { $0.isLetter || $0.isNumber }
    role = HTMLLocalLink.role(of: anchor, in: tree)
  }

  /// After DPUB-ARIA's `doc-noteref` and `doc-backlink`, EPUB's `noteref`, and the classes of docutils and of Markdown's
  /// programs, `fn-backref` and `footnote-backref`.
  private static func role(of anchor: Int, in tree: HTMLTree) -> Role? {
    let kind = tree.string("role", of: anchor) ?? tree.string("epub:type", of: anchor) ?? ""
    if kind.contains("noteref") { return .reference }
    if kind.contains("backlink") { return .back }
    let name = tree.string("class", of: anchor) ?? ""
    return name.contains("backref") || name.contains("backlink") ? .back : nil
  }

  /// The letters and digits of an id.
  static func bare(_ id: [UInt8]) -> [UInt8] {
    id.filter { $0 >= 0x80 || $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }

  /// A fragment with `%20` and its like replaced.
  private static func decoded(_ fragment: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    let bytes = Array(fragment)
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
