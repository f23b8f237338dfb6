import ArticleModel
import PluginHost
import Testing

/// The session behind the prompt.
@Suite struct ReplTests {
  private func session() throws -> ReplSession {
    let session = try ReplSession()
    session.open(Fixture.article)
    return session
  }

  private func show(_ outcome: ReplSession.Outcome) -> String {
    switch outcome {
    case .values(let values): values.map(show).joined(separator: ", ")
    case .incomplete: "…"
    case .failed(let status, let error): "\(status): \(error.message)"
    }
  }

  private func show(_ value: DisplayValue) -> String {
    switch value {
    case .nil: "nil"
    case .bool(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .string(let string): "\"\(string.text)\"\(string.isCut ? "…\(string.byteCount)" : "")"
    case .table(let table):
      "{"
        + table.entries.map { table.isList ? show($0.value) : "\(show($0.key))=\(show($0.value))" }
        .joined(separator: " ")
        + (table.omittedCount > 0 ? " +\(table.omittedCount)" : "") + "}"
    case .handle(let handle): "<\(handle.text) #\(handle.index) of \(handle.article.path)>"
    case .collection(let list):
      "\(list.name):\(list.elementType)[\(list.count)/\(list.elements.count)]"
    case .function(let text): text.hasPrefix("function: ") ? "function" : text
    case .other(let type, let text): "(\(type) \(text))"
    }
  }

  @Test(arguments: [
    ("1 + 1", "2"), ("1, nil, 'x', 1.5, true", "1, nil, \"x\", 1.5, true"), ("x = 4", ""),
    ("local a = 1", ""),
    ("{ 3, 2, { 1 } }", "{3 2 {1}}"), ("{ b = 1, a = { c = 2 } }", "{\"a\"={\"c\"=2} \"b\"=1}"),
    ("{ 1, [3] = 2, x = 1 }", "{1=1 3=2 \"x\"=1}"), ("print", "function"),
    ("('x'):rep(70000)", "\"\("xxx")\"…70000"),
    ("article.poll", "<poll @20:1 #12 of fixture.txt>"),
    ("article.paragraphs", "paragraphs:paragraph[4/4]"),
    ("article.poll.options[2]", "<option \"Gas\" #1 of fixture.txt>"),
    ("article.tables[1].rows", "rows:row[2/2]"),
    ("article.tables[1].rows[1]", "row:string[2/2]"),
    ("articles", "{<article fixture.txt \"Lighthouses and their keepers\" #0 of fixture.txt>}"),
    ("if true then", "…"), ("x = ", "…"), ("function f()", "…"),
    ("'abc", "error: unfinished string near ''abc'"),
    ("return 1 1", "error: <eof> expected near '1'"),
    ("nope.x", "error: undefined variable 'nope'"),
    ("error('told')", "error: told"),
    ("setmetatable({}, { __tostring = function() return 'mine' end })", "(table mine)"),
    ("'\\xff'", "\"\u{FFFD}\""), ("ibid.null", "(userdata null)"),
  ])
  func evaluation(_ text: String, _ expected: String) throws {
    let shown = show(try session().evaluate(text))
    if expected.contains("…70000") {
      #expect(shown.hasSuffix("…70000") && shown.count == 65536 + 2 + 6)
    } else {
      #expect(shown == expected)
    }
  }

  @Test func deepTablesAndLongListsAreBounded() throws {
    let session = try session()
    #expect(show(session.evaluate("{{{{{{}}}}}}")) == "{{{{{ +1}}}}}")
    _ = session.evaluate("t = {} for i = 1, 1000 do t[i] = i end")
    #expect(show(session.evaluate("t")).hasSuffix("200 +800}"))
    #expect(show(session.evaluate("t", isWhole: true)).hasSuffix(" 1000}"))
    #expect(show(session.evaluate("{{{{{{7}}}}}}", isWhole: true)) == "{{{{{{7}}}}}}")
    #expect(show(session.evaluate("('x'):rep(70000)", isWhole: true)).utf8.count == 70002)
    _ = session.evaluate("t.t = t")
    #expect(show(session.evaluate("t")).contains("+801"))
  }

  @Test func tablesInsideThemselvesAreNamed() throws {
    let session = try session()
    _ = session.evaluate("a = { 1 } a.b = { a, a = a } a.c = a.b")
    let inner = "(table {…})"
    #expect(
      show(session.evaluate("a"))
        == "{1=1 \"b\"={1=\(inner) \"a\"=\(inner)} \"c\"={1=\(inner) \"a\"=\(inner)}}")
    #expect(show(session.evaluate("_G", isWhole: true)).contains("\"_G\"=\(inner)"))
  }

  @Test func valuesAndGlobalsPersist() throws {
    let session = try session()
    _ = session.evaluate("x = 6 * 7")
    #expect(show(session.evaluate("x")) == "42")
    #expect(show(session.evaluate("_ + 1")) == "43")
    _ = session.evaluate("7, 8")
    #expect(show(session.evaluate("_2")) == "8")
    #expect(
      show(session.evaluate("local p = article.paragraphs[1] return p"))
        == show(session.evaluate("article.blocks[1]")))
  }

  @Test func articlesStayOpen() throws {
    let session = try session()
    _ = session.evaluate("first = article.paragraphs[1]")
    session.open(Fixture.other)
    #expect(
      show(session.evaluate("first.text, article.path, #articles"))
        == "\"A short history of lamps.\", \"other.txt\", 2")
    #expect(show(session.evaluate("articles[1].paragraphs[1] == first")) == "true")
    #expect(session.articles.map(\.path) == ["fixture.txt", "other.txt"])
  }

  @Test func readTextBecomesAnArticle() throws {
    let session = try session()
    #expect(show(session.evaluate("a = ibid.read('markdown', '# Title\\n\\nText.')")) == "")
    #expect(show(session.evaluate("a.path, a.format")) == "\"(markdown)\", \"markdown\"")
  }

  @Test func interruptStopsAndKeepsTheSession() throws {
    let session = try session()
    _ = session.evaluate("x = 1")
    var limits = ReplSession.defaultLimits
    limits.cpu = .milliseconds(50)
    let bounded = try ReplSession(limits: limits)
    _ = bounded.evaluate("x = 1")
    guard case .failed(.timeout, _) = bounded.evaluate("while true do end") else {
      Issue.record("an endless loop ends as a timeout")
      return
    }
    #expect(show(bounded.evaluate("x")) == "1")
  }

  @Test(arguments: [
    ("article", "title", true), ("article", "count", true), ("article.paragraphs[1]", "role", true),
    ("article.paragraphs[1]", "text", true), ("article.paragraphs", "filter", true),
    ("ibid.json", "encode", true),
    ("mine", "alpha", true), ("mine[\"beta\"]", "gamma", true), ("", "article", true),
    ("", "string", true),
    ("article.title", "upper", true), ("article:report{}", "x", false),
    ("nothing.here", "x", false),
    ("article.tables[1].label", "gsub", true), ("error()", "x", false), ("1", "x", false),
  ])
  func completion(_ path: String, _ name: String, _ isThere: Bool) throws {
    let session = try session()
    _ = session.evaluate("mine = { alpha = 1, beta = { gamma = 2 } }")
    _ = session.evaluate("5")
    let members = session.members(ofPath: path)
    #expect(members.contains { $0.name == name } == isThere)
    #expect(show(session.evaluate("_")) == "5")
  }

  @Test func completionKnowsKinds() throws {
    let members = try session().members(ofPath: "article")
    #expect(members.first { $0.name == "count" }?.isMethod == true)
    #expect(members.first { $0.name == "title" }?.type == "string?")
    #expect(members.first { $0.name == "title" }?.isFunction == false)
  }
}
