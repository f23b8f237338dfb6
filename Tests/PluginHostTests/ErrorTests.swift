import ArticleModel
import PluginHost
import Testing

/// What a plugin's author reads when something is wrong.
@Suite struct ErrorTests {
  @Test(arguments: [
    ("return article.paragraphs[1].txt", "paragraph has no member 'txt'; did you mean 'text'?"),
    ("return article.paragrafs", "article has no member 'paragrafs'; did you mean 'paragraphs'?"),
    ("return article.poll.xyzzy", "poll has no member 'xyzzy'"),
    ("return article.paragraphs.text", "collection has no member 'text'"),
    ("return article[1]", "article has no member '1'"),
    ("return article[{}]", "article has no member of type table"),
    (
      "return article.paragraphs[1.5]",
      "a list has elements 1 to 4, not one of type number"
    ),
    ("article.title = 1", "cannot set 'title' of article: articles never change"),
    ("article.paragraphs[1] = 1", "cannot set an element of collection: articles never change"),
    ("article.paragraphs[1].text = 'x'", "cannot set 'text' of paragraph: articles never change"),
    ("return article:count()", "bad argument #1 to 'count' (unit expected, got no value)"),
    ("return article:count(nil)", "bad argument #1 to 'count' (unit expected, got nil)"),
    (
      "return article:count 'word'",
      "bad argument #1 to 'count' (unit 'words' expected, got 'word')"
    ),
    (
      "return article:count 'lightyears'", "bad argument #1 to 'count' (no such unit: 'lightyears')"
    ),
    ("return article.count('words')", "bad argument #1 to 'count' (article expected, got string)"),
    (
      "return article.count(article.poll, 'words')",
      "bad argument #1 to 'count' (article expected, got poll)"
    ),
    (
      "return article.sections[1]:measure{ units = { 'tables' } }",
      "bad argument #1 to 'measure' ('units' are counted in whole articles alone: call `article:measure`)"
    ),
    (
      "return article.tables[1]:cell(-1, 1)",
      "bad argument #1 to 'cell' (rows count from 1, the header is 0)"
    ),
    (
      "return article.tables[1]:cell(1.5, 1)",
      "bad argument #1 to 'cell' (number has no integer representation)"
    ),
    ("return article:find ''", "bad argument #1 to 'find' (a text of at least one byte expected)"),
    ("return article:find(12)", "bad argument #1 to 'find' (string expected, got number)"),
    ("article:report{}", "bad argument #1 to 'report' ('message' has to be a string, got nil)"),
    (
      "article:report{ message = 'm', node = 1 }",
      "bad argument #1 to 'report' ('node' has to be a node, got number)"
    ),
    (
      "article:report{ message = 'm', node = article }",
      "bad argument #1 to 'report' ('node' has to be a node, got article)"
    ),
    (
      "article:report{ message = 'm', line = 0 }",
      "bad argument #1 to 'report' ('line' has to be an integer of 1 or more)"
    ),
    (
      "article:report{ message = 'm', level = 'warn' }",
      "bad argument #1 to 'report' ('level' has to be info, warning or error, got 'warn')"
    ),
    ("return ibid.words(12)", "bad argument #1 to 'words' (string expected, got number)"),
    (
      "return ibid.read('pdf', '')",
      "bad argument #1 to 'read' (format text, markdown, html expected, got 'pdf')"
    ),
    ("return ibid.read_file 'x.csv'", "'x.csv' is not in the manifest's 'reads'"),
    ("ibid.write_file('x', '')", "cannot write 'x': the manifest does not say 'writes = true'"),
    ("return ibid.json.decode '{'", "byte 2: a string was expected"),
    ("return ibid.csv.decode '\"a'", "csv.decode: byte 1: a quoted field does not end"),
    ("return ibid.csv.encode{ { {} } }", "csv.encode: row 1, column 1 is a table"),
    ("return article.paragraphs[1]", "result: a handle (paragraph) cannot be in a result"),
    (
      "return { p = article.paragraphs }", "result.p[1]: a handle (paragraph) cannot be in a result"
    ),
    ("error('told', 0)", "told"),
    ("local t = nil; return t.x", "attempt to index a nil value (local 't')"),
    (
      "require 'nothing'",
      "module 'nothing' not found: there is no nothing.lua in the plugin's folder"
    ),
    (
      "require '../secret'",
      "module '../secret': a module's name has letters, digits, '_' and single dots"
    ),
  ])
  func message(_ body: String, _ expected: String) throws {
    let record = try TemporaryPlugin(article: body).run()
    #expect(record.status == .error)
    #expect(record.error?.message == expected)
    #expect(record.result == nil)
  }

  @Test func placeNamesPluginAndArticle() throws {
    let record = try TemporaryPlugin(
      article: "local p = article.paragraphs[2]\nlocal text = p.text\nreturn p.txt"
    ).run()
    let error = try #require(record.error)
    #expect(error.pluginLine == "plugin.lua:5")
    #expect(error.articleLine == 7)
    #expect(error.traceback?.split(separator: "\n").dropFirst().first == "    return p.txt")
  }

  @Test func articleLineIsThatOfTheLastNode() throws {
    let record = try TemporaryPlugin(
      article: "for _, p in ipairs(article.paragraphs) do local _ = p.line end error 'x'"
    ).run()
    #expect(record.error?.articleLine == 25)
    let none = try TemporaryPlugin(article: "error 'x'").run()
    #expect(none.error?.articleLine == nil)
  }

  @Test func staleHandleRaises() throws {
    let session = try TemporaryPlugin(
      article: """
        if kept then return kept.text end
        kept = article.paragraphs[1]
        return kept.text
        """
    ).session()
    // Undeclared globals are errors to read, so the first line needs a declaration.
    #expect(session.run(on: Fixture.article).status == .error)
    let keeping = try TemporaryPlugin(
      "local kept\nreturn { name = \"keep\", article = function(article)\nif kept then return kept.text end\n"
        + "kept = article.paragraphs[1]\nreturn kept.text\nend }"
    ).session()
    #expect(keeping.run(on: Fixture.article).text == "\"A short history of lamps.\"")
    let record = keeping.run(on: Fixture.article)
    #expect(
      record.error?.message
        == "this article is no longer open: a paragraph was kept after its article's call returned")
    #expect(record.error?.pluginLine == "plugin.lua:3")
  }

  @Test(arguments: [
    "kept[1]", "#kept", "kept:filter(print)", "tostring(kept)", "ibid.json.encode(kept)",
    "article:report{ message = '', node = kept }",
    "kept == article.paragraphs", "ibid.csv.encode(kept)", "ipairs(kept)(kept, 0)", "pairs(kept)",
  ])
  func staleCollectionNeverDangles(_ expression: String) throws {
    let session = try TemporaryPlugin(
      "local kept\nreturn { name = \"keep\", article = function(article)\nif kept then return \(expression) end\n"
        + "kept = article.paragraphs\nend }"
    ).session()
    #expect(session.run(on: Fixture.article).status == .ok)
    let record = session.run(on: Fixture.article)
    let isComparison = expression.hasPrefix("kept ==") || expression.hasPrefix("tostring")
    #expect(record.status == (isComparison ? .ok : .error))
    if expression.hasPrefix("kept ==") { #expect(record.text == "false") }
  }

  @Test(arguments: [
    ("while true do end", RecordStatus.timeout),
    ("local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end", .memory),
    ("while true do pcall(function() while true do end end) end", .timeout),
  ])
  func limitsEndInTheirRecordAndTheNextArticleRuns(_ body: String, _ status: RecordStatus) throws {
    var limits = Limits()
    // Under a sanitizer 16 MB take longer than the time that ends a loop.
    limits.cpu = status == .timeout ? .milliseconds(100) : .seconds(60)
    limits.memory = 16 << 20
    let session = try TemporaryPlugin(
      "local count = 0\nreturn { name = \"trial\", article = function(article)\ncount = count + 1\n"
        + "if article.path == \"fixture.txt\" then \(body) end\nreturn count end }"
    ).session(limits: limits)
    let record = session.run(on: Fixture.article)
    #expect(record.status == status)
    #expect(record.error?.pluginLine == "plugin.lua:4")
    // A fresh state: what the plugin had counted is gone.
    #expect(session.run(on: Fixture.other).text == "1")
    #expect(session.run(on: Fixture.other).text == "2")
  }

  @Test func findingsArePlacedAndKeptInOrder() throws {
    let record = try TemporaryPlugin(
      article: """
        article:report{ message = "first" }
        article:report{ node = article.paragraphs[2], level = "error", code = "no-end", message = "second" }
        article:report{ node = article.references[2], level = "info", message = "third" }
        article:report{ line = 3, column = 2, message = "fourth" }
        """
    ).run()
    #expect(
      record.findings == [
        Finding(code: "finding", level: .warning, message: "first"),
        Finding(
          code: "no-end", level: .error, message: "second", line: 7, column: 1, kind: "paragraph"),
        Finding(
          code: "finding", level: .info, message: "third", line: 8, column: 64, kind: "reference"),
        Finding(code: "finding", level: .warning, message: "fourth", line: 3, column: 2),
      ])
  }

  @Test func findingsAreBounded() throws {
    let record = try TemporaryPlugin(article: "while true do article:report{ message = 'x' } end")
      .run()
    #expect(record.error?.message == "more than 10000 findings for one article")
    #expect(record.findings.count == 10_000)
  }
}
