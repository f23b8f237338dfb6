import ArticleModel
import ArticleReaders
import Testing

@Suite("Doubtful readings of texts") struct DoubtTests {
  private static let prose =
    "The harbour froze early that year, and the boats lay still for weeks on end."

  /// A text, the code of what is doubtful in it, its line.
  static let doubts: [(String, DiagnosticCode, UInt32)] = [
    (
      "A title\n\n\(prose)\n\nWhat nobody in the town could have known when the ice broke up again\n\n\(prose)",
      .headingDoubtful, 5
    ),
    (
      "A title\n\nThe first winter.1 The second winter. It snowed for days3 on end. The fourth came.4 \(prose)\n\nNotes\n\n1. Harbour book, 1790.\n\n2. Harbour book, 1791.\n\n3. Harbour book, 1792.\n\n4. Harbour book, 1793.",
      .referenceDoubtful, 3
    ),
    (
      "A title\n\nThe first winter.[1] The second.[2]\n\nThe third winter was mild.[7] \(prose)\n\nNotes\n\n[1] Harbour book, 1790.\n\n[2] Harbour book, 1791.",
      .referenceDoubtful, 5
    ),
  ]

  @Test("what could be something else is said with its place", arguments: doubts)
  func isTold(_ text: String, _ code: DiagnosticCode, _ line: UInt32) {
    let article = ArticleReader.read(Array(text.utf8), path: "a.txt")
    let found = article.diagnostics.filter { $0.code == code }
    #expect(found.map(\.line) == [line], "\(article.diagnostics)\n\(article.tree())")
    #expect(found.allSatisfy { $0.severity == .info })
  }

  static let clear = [
    "A title\n\n\(prose)\n\nWhat the ice did\n\n\(prose)",
    "A title\n\nThe first winter1 was long. The second winter2 was not. \(prose)\n\nNotes\n\n1. Harbour book, 1790.\n\n2. Harbour book, 1791.",
    "A title\n\nThe first winter.[1] The second.[2]\n\nNotes\n\n[1] Harbour book, 1790.\n\n[2] Harbour book, 1791.",
  ]

  @Test("what is clear is not doubted", arguments: clear)
  func isNotTold(_ text: String) {
    let article = ArticleReader.read(Array(text.utf8), path: "a.txt")
    #expect(article.diagnostics.isEmpty, "\(article.diagnostics)\n\(article.tree())")
  }

  @Test("one line alone is the text, not a title", arguments: ["Twelve words", "氷の年", "# Ice"])
  func oneLine(_ text: String) {
    let article = ArticleReader.read(Array("\n\(text)\n".utf8), path: "a.txt")
    #expect(article.title == nil)
    #expect(article.nodes.count == 1)
  }
}
