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
    #expect(article.texts(.code) == ["one = 1\n\ntwo()"])
  }

  @Test("A program keeps its lines and their indent, and loses that of all of them")
  func indent() {
    let source = "Before it.\n\n    def f(x):\n        y = [1]\n\treturn g(x)\n\nAfter it.\n"
    #expect(readText(source).texts(.code) == ["   def f(x):\n       y = [1]\nreturn g(x)"])
    let even = source.replacing("\t", with: "        ")
    #expect(readText(even).texts(.code) == ["def f(x):\n    y = [1]\n    return g(x)"])
  }
}
