import Bytes
import CHTML

/// A note that stands where it is cited, as LaTeXML writes it: a raised mark, and beside it what a reader sees who points
/// at the mark, which begins with the mark again.
struct HTMLInlineNote {
  /// The element around mark and note.
  var element: Int
  /// The raised mark.
  var mark: Int
  /// The element with the words of the note.
  var body: Int
  var label: [UInt8]
  /// The elements with which the note begins that say its label again.
  var repeatedMarks: [Int]

  /// The notes of a page, in document order.
  static func all(in tree: HTMLTree, _ hints: [HTMLHints]) -> [HTMLInlineNote] {
    tree.elements.indices.compactMap { index in
      isNamed(index, in: tree, hints) ? HTMLInlineNote(index, in: tree) : nil
    }
  }

  private static func isNamed(_ index: Int, in tree: HTMLTree, _ hints: [HTMLHints]) -> Bool {
    guard tree.tag(index) == GUMBO_TAG_SPAN else { return false }
    if hints[index].contains(.notes) { return true }
    // Pages that show programs have a `span` for each word.
    return tree.attribute("class", of: index).map {
      ByteSearch.contains(className, in: UnsafeRawBufferPointer($0))
    } ?? false
  }

  private static let className = Array("ltx_note".utf8)

  private init?(_ index: Int, in tree: HTMLTree) {
    let children = tree.children(index)
    guard children.count == 2, tree.tag(children[0]) == GUMBO_TAG_SUP,
      tree.tag(children[1]) == GUMBO_TAG_SPAN,
      let label = HTMLNoteLabel.parse(tree.plainText(children[0]))
    else { return nil }
    let marks = HTMLInlineNote.marks(label, atStartOf: children[1], in: tree)
    guard !marks.isEmpty else { return nil }
    element = index
    mark = children[0]
    body = children[1]
    self.label = label
    repeatedMarks = marks
  }

  private static func marks(_ label: [UInt8], atStartOf body: Int, in tree: HTMLTree) -> [Int] {
    var marks: [Int] = []
    var index = body + 1
    while index < tree.end(body) {
      if tree.elements[index].kind == .text { break }
      // A mark is a text and the elements right around it.
      if tree.isElement(index), tree.inside(index).count <= 4,
        HTMLNoteLabel.parse(tree.plainText(index)) == label
      {
        marks.append(index)
        index = tree.end(index)
      } else {
        index += 1
      }
    }
    return marks
  }
}
