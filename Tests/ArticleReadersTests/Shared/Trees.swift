import ArticleModel
import ArticleReaders
import Testing

/// Reads a source and gives its tree without the first line, which names the format.
func tree(_ source: String, _ format: ArticleFormat) -> String {
  let article = ArticleReader.read(Array(source.utf8), path: "test", format: format)
  return article.tree().split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    .map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
}

/// A source with the tree that it must give.
struct Golden: Sendable, CustomTestStringConvertible {
  let name: String
  let source: String
  let tree: String

  init(_ name: String, _ source: String, _ tree: String) {
    self.name = name
    self.source = source
    self.tree = tree + "\n"
  }

  var testDescription: String { name }
}
