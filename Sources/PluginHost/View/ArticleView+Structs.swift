import ArticleModel
import CLuaBridge

extension ibid_range {
  init(_ span: ByteSpan) { self.init(start: span.offset, count: span.count) }
  init(_ slice: IndexSlice) { self.init(start: slice.start, count: slice.count) }
  init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), count: UInt32(range.count))
  }
}

extension ibid_node {
  init(_ node: Node) {
    self.init(
      kind: node.kind.number, role: node.role.number, level: node.level, reason: node.reason.number,
      ordered: node.isOrdered ? 1 : 0, checked: node.isChecked.map { $0 ? 1 : 0 } ?? -1,
      parent: node.parent, next: -1, previous: node.previous, section: node.section, of: node.of,
      payload: node.payload, end: node.end, children: ibid_range(start: 0, count: 0),
      source: ibid_range(node.source), text: ibid_range(node.text), runs: ibid_range(node.runs),
      references: ibid_range(node.references), line: node.line, column: node.column,
      last_line: node.lastLine)
  }
}

extension ViewMemory {
  /// The raw values of an enum in the order of its cases, as C strings.
  func names<Value: CaseIterable & RawRepresentable<String>>(
    of type: Value.Type
  ) -> UnsafePointer<UnsafePointer<CChar>?> {
    map(type.allCases.map { Array($0.rawValue.utf8) + [0] }) { Optional(copy($0)) }
  }
}

// A case's number is its place among all cases. Looking it up by raw value would cost a string
// comparison per node.
extension NodeKind {
  var number: UInt8 { unsafeBitCast(self, to: UInt8.self) }
}

extension ParagraphRole {
  var number: UInt8 { unsafeBitCast(self, to: UInt8.self) }
}

extension Reason {
  var number: UInt8 { unsafeBitCast(self, to: UInt8.self) }
}
