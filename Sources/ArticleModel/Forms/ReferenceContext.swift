/// The words that stand before each reference, which the JSON form gives beside the places in the source.
///
/// In HTML the bytes before a reference are mostly tags; these are the words that a reader sees there.
struct ReferenceContext {
  /// How many Unicode scalars are given.
  static let length = 30

  private let article: Article
  /// The table that the last reference stood in, and the cell: references come in the order of their places.
  private var tableNode = -1
  private var cell = 0

  init(_ article: Article) { self.article = article }

  /// The end of the node's or cell's text before a reference, without white space at its end and with other references
  /// as `[label]`; references must be asked for in their order.
  mutating func before(_ index: Int) -> [UInt8] {
    let reference = article.references[index]
    let offset = Int(reference.textOffset)
    let part = part(of: reference)
    let start = max(part.text, offset - 4 * ReferenceContext.length)
    var first = index
    while first > 0, article.references[first - 1].node == reference.node,
      Int(article.references[first - 1].textOffset) >= start,
      article.references[first - 1].source.start >= part.source
    {
      first -= 1
    }
    var words: [UInt8] = []
    var next = start
    for (position, other) in article.references[first..<index].enumerated() {
      // A stop that moved before the marker may set an earlier one behind.
      let place = max(next, min(Int(other.textOffset), offset))
      if position > 0, place == next { words += separator(before: first + position) }
      words += article.text[next..<place]
      if let last = words.last, last != 0x20, hasSpaceBefore(other) { words.append(0x20) }
      words += [UInt8(ascii: "[")] + article.text[other.label.range] + [UInt8(ascii: "]")]
      next = place
    }
    if first < index, next >= offset { words += separator(before: index) }
    words += article.text[next..<max(next, offset)]
    while words.last == 0x20 { words.removeLast() }
    var begin = words.count
    var scalars = 0
    while begin > 0, scalars < ReferenceContext.length {
      begin -= 1
      if words[begin] & 0xC0 != 0x80 { scalars += 1 }
    }
    // What was cut off within a scalar is left out.
    while begin < words.count, words[begin] & 0xC0 == 0x80 { begin += 1 }
    return Array(words[begin...])
  }

  /// Whether white space stands before a marker in the source, which the text of the node has closed up; tags do not
  /// count.
  private func hasSpaceBefore(_ reference: Reference) -> Bool {
    var index = reference.source.start
    while index > 0 {
      let byte = article.source[index - 1]
      guard article.format != .text, byte == UInt8(ascii: ">") else { return byte <= 0x20 }
      let tag = article.source[max(0, index - 200)..<index].lastIndex(of: UInt8(ascii: "<"))
      guard let tag else { return false }
      index = tag
    }
    return false
  }

  /// What stands between a reference and the one before it: `, ` or nothing; tags do not count.
  private func separator(before index: Int) -> [UInt8] {
    let start = article.references[index - 1].source.end
    let end = article.references[index].source.start
    guard start <= end, end - start <= 200 else { return [] }
    var separator: [UInt8] = []
    if start == end, article.format == .text {
      // The comma of `[3, 5]` is a part of the first marker.
      let marker = article.source[article.references[index - 1].source.range]
      separator = marker.reversed().prefix { $0 <= 0x20 || $0 == UInt8(ascii: ",") }.reversed()
    }
    var isTag = false
    for byte in article.source[start..<end] {
      switch byte {
      case UInt8(ascii: "<") where article.format != .text: isTag = true
      case UInt8(ascii: ">") where isTag: isTag = false
      default: if !isTag { separator.append(byte <= 0x20 ? 0x20 : byte) }
      }
    }
    return separator.count <= 4 ? separator : []
  }

  /// Where the text begins that a reference stands in, its node's or its cell's, in the arena and in the source: in
  /// the arena one cell's text ends where the next begins.
  private mutating func part(of reference: Reference) -> (text: Int, source: Int) {
    let offset = Int(reference.textOffset)
    let node = article.nodes[Int(reference.node)]
    if node.text.start <= offset, offset <= node.text.end, !node.text.isEmpty {
      return (node.text.start, node.source.start)
    }
    let nothing = (offset, reference.source.start)
    guard let table = table(of: reference) else { return nothing }
    let rows = article.tableRows[table.rows.range]
    guard let first = rows.first, let last = rows.last else { return nothing }
    if tableNode != Int(reference.node) {
      tableNode = Int(reference.node)
      cell = Int(first.start)
    }
    while cell < last.range.upperBound, article.cells[cell].text.end < offset { cell += 1 }
    guard cell < last.range.upperBound, article.cells[cell].text.start <= offset else {
      return nothing
    }
    // The marker at the start of a cell stands at the end of the one before, too.
    while cell + 1 < last.range.upperBound, article.cells[cell + 1].text.start <= offset,
      article.cells[cell + 1].source.start <= reference.source.start
    {
      cell += 1
    }
    return (article.cells[cell].text.start, article.cells[cell].source.start)
  }

  private func table(of reference: Reference) -> Table? {
    let node = article.nodes[Int(reference.node)]
    return node.kind == .table && node.payload >= 0 ? article.tables[Int(node.payload)] : nil
  }
}
