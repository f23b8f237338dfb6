import ArticleModel
import Testing

@Suite("Fences of backticks")
struct FenceTests {
  @Test("A fence that begins a table does not end code, and no line of the table is lost")
  func table() {
    let source = """
      ```    code

      one

      ```    Whatever     12
      For growers
      For teachers

      The end of it.

      """
    let article = readText(source)
    #expect(uncoveredLines(article) == [])
    #expect(article.blocks(of: .table).map { Int(article.nodes[$0].line) } == [5])
    #expect(article.blocks(of: .code).isEmpty)
  }

  @Test("What stands between two fences is code, blank lines included")
  func code() {
    let source = "Before it.\n\n```\none = 1\n\ntwo()\n```\n\nAfter it.\n"
    let article = readText(source)
    let code = article.blocks(of: .code).map { article.nodes[$0] }
    #expect(code.map(\.line) == [3])
    #expect(code.map(\.lastLine) == [7])
  }
}
