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

  @Test("No pass joins, cuts or takes the lines between fences")
  func untouched() {
    let lines = [
      "- name: install", "          state: present", "| abc |", "x = 1 #", "y = 2 #", "Share",
      "12 comments",
      "it = [1]", "-", "-",
    ].joined(separator: "\n")
    for between in ["\n", "\n\n"] {
      let source =
        "Before it, the keepers wrote it down\(between)```sh\n\(lines)\n```\(between)and then they left it.\n"
      let article = readText(source)
      #expect(article.texts(.code) == [lines])
      #expect(uncoveredLines(article).isEmpty)
      #expect(article.references.isEmpty)
    }
  }

  @Test("A program may be empty")
  func nothing() {
    #expect(readText("Before it.\n\n```\n\n```\n\nAfter it.\n").texts(.code) == [""])
  }

  @Test("A longer fence holds shorter ones")
  func nested() {
    let source = "Before it.\n\n````md\n```sh\nmake all\n```\n````\n\nAfter it.\n"
    #expect(readText(source).texts(.code) == ["```sh\nmake all\n```"])
  }

  @Test("A program keeps its lines and their indent, and loses that of all of them")
  func indent() {
    let source = "Before it.\n\n    def f(x):\n        y = [1]\n\treturn g(x)\n\nAfter it.\n"
    #expect(readText(source).texts(.code) == ["    def f(x):\n        y = [1]\n\treturn g(x)"])
    let wide = "Before it.\n\n```\n a = 1\n\u{A0}b = 2\n\u{3000}c = 3\n```\n\nAfter it.\n"
    #expect(readText(wide).texts(.code) == [" a = 1\n\u{A0}b = 2\n\u{3000}c = 3"])
    let even = source.replacing("\t", with: "        ")
    #expect(readText(even).texts(.code) == ["def f(x):\n    y = [1]\n    return g(x)"])
  }
}
