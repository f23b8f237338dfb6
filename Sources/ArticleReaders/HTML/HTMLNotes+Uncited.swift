import ArticleModel
import CHTML

/// Definitions that nothing cites.
extension HTMLNotes {
  /// Takes in the entries of a list of notes that nothing cites.
  mutating func completeLists() {
    let known = Dictionary(definitions.indices.map { (definitions[$0].range.lowerBound, $0) }) {
      first, _ in first
    }
    var lists: Set<Int> = []
    for definition in definitions where tree.tag(definition.range.lowerBound) == GUMBO_TAG_LI {
      lists.insert(tree.parent(definition.range.lowerBound))
    }
    for list in lists.sorted() {
      let items = tree.children(list).filter { tree.tag($0) == GUMBO_TAG_LI }
      guard items.count(where: { known[$0] != nil }) * 2 >= items.count else { continue }
      let first = tree.attribute("start", of: list).flatMap { decimal($0) } ?? 1
      for (offset, item) in items.enumerated() where known[item] == nil {
        definitions.append(
          Definition(range: item..<tree.end(item), label: Array(String(first + offset).utf8)))
      }
    }
  }

  /// Words that ids of notes begin with, without signs: `fn12`, `_ftn12`, `cite_note-12`.
  static let families: Set<[UInt8]> = Set(
    ["fn", "ftn", "footnote", "endnote", "edn", "note", "fnote", "citenote", "sdfootnote"].map {
      Array($0.utf8)
    })

  /// Takes in blocks whose ids are like those of known notes, or begin as ids of notes do, though nothing cites them.
  mutating func completeFamilies() {
    let known = definitions.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    let ordinals = itemOrdinals()
    var next = 0
    var families: Set<[UInt8]> = []
    for range in known {
      if let id = HTMLNotes.numbered(tree.attribute("id", of: range.lowerBound)) {
        families.insert(id.family)
      }
    }
    let starts = Set(known.map(\.lowerBound))
    var index = 0
    while index < tree.count {
      defer { index += 1 }
      while next < known.count, known[next].upperBound <= index { next += 1 }
      guard !starts.contains(index), isDefinitionBlock(index),
        let id = HTMLNotes.numbered(tree.attribute("id", of: index)),
        families.contains(id.family) || HTMLNotes.families.contains(id.family),
        next == known.count || known[next].lowerBound >= tree.end(index)
      else { continue }
      let range = index..<tree.end(index)
      let label = Array(String(id.number).utf8)
      let isLabelled =
        HTMLNoteLabel.prefixLength(of: label, in: HTMLNotes.startText(of: range, in: tree)) != nil
      guard isLabelled || ordinals[index] == id.number else { continue }
      definitions.append(Definition(range: range, label: label))
      index = tree.end(index) - 1
    }
  }

  private func isDefinitionBlock(_ index: Int) -> Bool {
    switch tree.tag(index) {
    case GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_DIV, GUMBO_TAG_DD: true
    default: false
    }
  }

  /// The number of each item of a list, counted from the list's `start`.
  private func itemOrdinals() -> [Int: Int] {
    var next: [Int: Int] = [:]
    var ordinals: [Int: Int] = [:]
    for index in tree.elements.indices where tree.tag(index) == GUMBO_TAG_LI {
      let list = tree.parent(index)
      let number = next[list] ?? tree.attribute("start", of: list).flatMap { decimal($0) } ?? 1
      ordinals[index] = number
      next[list] = number + 1
    }
    return ordinals
  }

  /// The letters and the number of an id such as `fn:12`.
  static func numbered(_ id: UnsafeBufferPointer<UInt8>?) -> (family: [UInt8], number: Int)? {
    guard let id, id.count <= 64 else { return nil }
    let bytes = HTMLLocalLink.bare(Array(id)).map { HTMLTagName.lower($0) }
    let family = bytes.prefix { $0 < 0x30 || $0 > 0x39 }
    guard !family.isEmpty, let number = decimal(bytes[family.count...]) else { return nil }
    return (Array(family), number)
  }
}
