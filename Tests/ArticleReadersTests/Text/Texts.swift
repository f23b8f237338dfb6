import ArticleModel
import ArticleReaders

/// The article that the reader of texts makes of a source.
func readText(_ source: String) -> Article {
  ArticleReader.read(Array(source.utf8), path: "a.txt", format: .text)
}

extension Article {
  /// The texts of the nodes of one kind, in the order of the nodes.
  func texts(_ kind: NodeKind) -> [String] {
    nodes.filter { $0.kind == kind }.map { string($0.text) }
  }

  /// The texts of the cells of all tables, a list for each row.
  var rows: [[String]] {
    tableRows.map { row in cells[row.range].map { string($0.text) } }
  }
}
