extension Article {
  /// The indices of the top-level blocks, in document order.
  public var blocks: ChildSequence {
    ChildSequence(nodes: nodes, index: blockRange.lowerBound, end: blockRange.upperBound)
  }

  /// The indices of the footnotes' nodes, in the order of their definitions.
  public var footnoteNodes: ChildSequence {
    ChildSequence(nodes: nodes, index: footnoteRange.lowerBound, end: footnoteRange.upperBound)
  }

  /// The indices of the boilerplate's nodes, in document order.
  public var boilerplate: ChildSequence {
    ChildSequence(
      nodes: nodes, index: boilerplateRange.lowerBound, end: boilerplateRange.upperBound)
  }

  /// The indices of the nodes directly inside `node`.
  public func children(of node: Int) -> ChildSequence {
    ChildSequence(nodes: nodes, index: node + 1, end: Int(nodes[node].end))
  }

  /// The indices of all blocks of one kind, nested ones included.
  public func blocks(of kind: NodeKind) -> [Int] {
    blockRange.filter { nodes[$0].kind == kind }
  }

  /// The normalised text in the arena as a string.
  public func string(_ span: ByteSpan) -> String {
    span.isEmpty ? "" : String(decoding: text[span.range], as: UTF8.self)
  }

  /// Bytes of the source as a string.
  public func sourceString(_ span: ByteSpan) -> String {
    span.isEmpty ? "" : String(decoding: source[span.range], as: UTF8.self)
  }

  /// The cells of a table, the header not included.
  public func bodyRows(of table: Table) -> ArraySlice<IndexSlice> {
    tableRows[table.rows.range].dropFirst(table.hasHeader ? 1 : 0)
  }

  /// The header cells of a table, or `nil` where it has no header.
  public func headerRow(of table: Table) -> IndexSlice? {
    table.hasHeader ? tableRows[Int(table.rows.start)] : nil
  }
}

/// The siblings from one node on, found by jumping over their descendants.
public struct ChildSequence: Sequence, IteratorProtocol {
  let nodes: [Node]
  var index: Int
  let end: Int

  /// The index of the next sibling.
  public mutating func next() -> Int? {
    guard index < end else { return nil }
    defer { index = Int(nodes[index].end) }
    return index
  }
}
