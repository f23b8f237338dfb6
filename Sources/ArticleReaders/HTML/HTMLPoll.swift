import ArticleModel
import CHTML
import Glibc

/// A reader poll of a page.
struct HTMLPoll {
  /// The nodes that hold it: one element, or neighbours within one.
  var nodes: Range<Int>
  var question: [UInt8]
  var labels: [[UInt8]]
  /// The figures, and the places of the answers in the page's source.
  var found: TextPoll

  /// Finds the polls of a page with the reader of polls in text, over the page's lines.
  static func find(in tree: HTMLTree, _ hints: [HTMLHints]) -> [HTMLPoll] {
    guard let body = tree.elements.indices.first(where: { tree.tag($0) == GUMBO_TAG_BODY }),
      mayHold(tree, hints, body)
    else { return [] }
    let lines = HTMLLines(tree, hints, body: body)
    var document = TextDocument(markup: lines.bytes)
    PollReader.read(&document)
    return document.blocks.filter { $0.kind == .poll && !$0.lines.isEmpty }.map { block in
      HTMLPoll(document.polls[block.payload], block.lines, lines, tree)
    }
  }

  /// Whether a page has at least two percentages, or something named a poll.
  private static func mayHold(_ tree: HTMLTree, _ hints: [HTMLHints], _ body: Int) -> Bool {
    var percentages = 0
    for index in body..<tree.end(body) {
      if tree.isElement(index) {
        if hints[index].contains(.poll) { return true }
        continue
      }
      let text = tree.text(index)
      if let base = text.baseAddress, memchr(base, Int32(UInt8(ascii: "%")), text.count) != nil {
        percentages += 1
      }
      if percentages >= 2 { return true }
    }
    return false
  }

  private init(_ poll: TextPoll, _ lineRange: Range<Int>, _ lines: HTMLLines, _ tree: HTMLTree) {
    let first = lines.nodes[lineRange.lowerBound].lowerBound
    let last = lines.nodes[lineRange.upperBound - 1].upperBound
    nodes = HTMLPoll.elements(from: first, to: last, tree)
    question = Array(lines.bytes[poll.question])
    labels = poll.answers.map { Array(lines.bytes[$0.label]) }
    found = poll
    for index in found.answers.indices {
      let source = poll.answers[index].source
      let start = HTMLPoll.line(at: source.lowerBound, lines)
      let end = HTMLPoll.line(at: max(source.lowerBound, source.upperBound - 1), lines)
      let begin = tree.elements[lines.nodes[start].lowerBound].start
      found.answers[index].source =
        begin..<max(begin, tree.elements[lines.nodes[end].upperBound].stop)
    }
  }

  private static func line(at offset: Int, _ lines: HTMLLines) -> Int {
    var low = 0
    var high = lines.starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines.starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The largest element that holds nothing but the poll, or the neighbours that hold it together.
  private static func elements(from first: Int, to last: Int, _ tree: HTMLTree) -> Range<Int> {
    var start = first
    while tree.parent(start) >= 0, tree.end(tree.parent(start)) <= last {
      start = tree.parent(start)
    }
    let around = tree.parent(start)
    var end = last
    while tree.parent(end) >= 0, tree.parent(end) != around { end = tree.parent(end) }
    var range = start..<tree.end(end)
    while let parent = Optional(tree.parent(range.lowerBound)), parent >= 0,
      tree.tag(parent) != GUMBO_TAG_BODY,
      !holdsText(tree, parent + 1..<range.lowerBound),
      !holdsText(tree, range.upperBound..<tree.end(parent))
    {
      range = parent..<tree.end(parent)
    }
    return range
  }

  private static func holdsText(_ tree: HTMLTree, _ range: Range<Int>) -> Bool {
    range.contains { tree.elements[$0].kind == .text }
  }
}
