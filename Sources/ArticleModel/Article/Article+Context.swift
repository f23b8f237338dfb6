extension Article {
  /// How much of the text before a reference tells a person where it stands, in characters.
  private static let contextLength = 30

  /// The text before a reference in its block or cell: up to thirty characters, with the markers that stand among them
  /// written as `[3]`, however the source writes them.
  ///
  /// The text of a block has no markers, so a place in it alone would not tell `a[1][2]` from `a[2][1]`.
  public func context(before index: Int) -> [UInt8] {
    let reference = references[index]
    let (start, sourceStart) = contextStart(of: reference)
    var reversed: [UInt8] = []
    var count = 0
    var end = Int(reference.textOffset)
    var earlier = index - 1
    while count < Article.contextLength {
      if earlier >= 0, references[earlier].node == reference.node,
        Int(references[earlier].textOffset) >= max(end, start),
        references[earlier].source.start >= sourceStart
      {
        let label = text[references[earlier].label.range]
        reversed.append(UInt8(ascii: "]"))
        reversed.append(contentsOf: label.reversed())
        reversed.append(UInt8(ascii: "["))
        count += label.count + 2
        earlier -= 1
        continue
      }
      guard end > start else { break }
      end -= 1
      reversed.append(text[end])
      if text[end] & 0xC0 != 0x80 { count += 1 }
    }
    return reversed.reversed()
  }

  /// Where the text that holds a reference starts, in the arena and in the source: that of its block, its cell or its
  /// table's caption.
  private func contextStart(of reference: Reference) -> (text: Int, source: Int) {
    let node = nodes[Int(reference.node)]
    let offset = Int(reference.textOffset)
    guard node.kind == .table, node.payload >= 0 else {
      return (min(node.text.start, offset), node.source.start)
    }
    let table = tables[Int(node.payload)]
    let rows = tableRows[table.rows.range]
    guard let first = rows.first, let last = rows.last else { return (offset, node.source.start) }
    // Found by the source: in the arena one cell's text ends where the next begins.
    var low = Int(first.start)
    var high = last.range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].source.start <= reference.source.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > Int(first.start) else {
      return (min(table.caption.start, offset), node.source.start)
    }
    return (min(cells[low - 1].text.start, offset), cells[low - 1].source.start)
  }
}
