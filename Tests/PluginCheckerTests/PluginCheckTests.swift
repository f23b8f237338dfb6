import ArticleModel
import PluginHost
import Testing

@testable import PluginChecker

@Suite struct PluginCheckTests {
  /// Findings as `line:column level code: message (hint)`.
  private func findings(
    _ source: String, files: [(name: String, text: String)] = []
  ) -> [String] {
    let plugin = ScratchPlugin(Array(source.utf8), files: files)
    let check = PluginCheck(path: plugin.path)
    return check.findings.map { finding in
      let source = check.sources[finding.path] ?? []
      let line = SourcePlace.line(of: finding.range.lowerBound, in: source)
      let start = source[..<finding.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      return "\(line):\(finding.range.lowerBound - start + 1) \(finding.code.rawValue)"
    }
  }

  /// A plugin whose function has these lines; they begin on line 3.
  private func inArticle(_ body: String, manifest: String = "") -> String {
    """
    return { name = "p", version = "1.0.0", summary = "s", \(manifest)
    article = function(article, options)
    \(body)
    end }
    """
  }

  @Test(arguments: Repository.plugins)
  func bundledPluginsAndExamplesAreFreeOfFindings(_ path: String) {
    let findings = PluginCheck(path: path).findings.filter { $0.level >= .warning }
    #expect(findings == [])
  }

  @Test func bundledPluginsAreFound() { #expect(Repository.plugins.count >= 8) }

  @Test(arguments: [
    ("return article.footnots", "3:16 unknown-member"),
    ("return article['titel']", "3:16 unknown-member"),
    ("return article.poll.questoin", "3:21 unknown-member"),
    ("return article.polls[1].options[1].lable", "3:36 unknown-member"),
    ("return article.paragraphs.text", "3:27 unknown-member"),
    ("for _, p in ipairs(article.paragraphs) do print(p.txt) end", "3:51 unknown-member"),
    ("for _, t in ipairs(article.tables) do print(t.row_cuont) end", "3:47 unknown-member"),
    ("local n = article.footnotes[1]; return n.antecedent.lable", "3:53 unknown-member"),
    ("article.paragraphs:filter(function(p) return p.txt end)", "3:48 unknown-member"),
    ("article:walk(function(node) return node.levle end)", "3:41 unknown-member"),
    ("for _, m in ipairs(article:find 'x') do print(m.node.txt) end", "3:54 unknown-member"),
    ("return ibid.wrods('x')", "3:13 unknown-member"),
    ("return ibid.json.encdoe(1)", "3:18 unknown-member"),
    ("return string.trim('x')", "3:15 unknown-member"),
    ("return ('x'):trim()", "3:14 unknown-member"),
    ("return article.text:trim()", "3:21 unknown-member"),
    ("return os.execute('x')", "3:11 unknown-member"),
    ("return article.count('words')", "3:16 wrong-call"),
    ("return article:title()", "3:16 wrong-call"),
    ("return article.title()", "3:16 wrong-call"), ("return ibid:words('x')", "3:13 wrong-call"),
    ("return article:count 'wrods'", "3:22 unknown-unit"),
    ("article:report{ mesage = 'x' }", "3:17 unknown-field"),
    ("article.title = 'x'", "3:9 read-only"),
    ("article.paragraphs[1].text = 'x'", "3:23 read-only"),
    ("return options.top", "3:16 undeclared-option"), ("io.open('x')", "3:1 undeclared-global"),
    ("return reslut", "3:8 undeclared-global"), ("count = 1", "3:1 assigned-global"),
    ("return ibid.read_file 'x.csv'", "3:23 undeclared-file"),
    ("ibid.write_file('x', 'y')", "3:17 undeclared-file"),
    ("return require 'nothing'", "3:16 missing-module"),
    ("local x = = 1", "3:11 syntax-error"),
  ])
  func mistakes(_ body: String, _ finding: String) {
    #expect(findings(inArticle(body)) == [finding])
  }

  @Test(arguments: [
    // A variable that is set again may be anything.
    "local x = article.paragraphs; x = { text = 1 }; return x.text",
    "local x = article.poll or {}; return x.anything", "local x = {}; x.a = 1; return x.b",
    // Any kind's member may be asked of a node.
    "for _, b in ipairs(article.blocks) do if b.kind == 'heading' then print(b.level) end end",
    // A list that the plugin made is its own.
    "local l = ibid.list {}; l.note = 1; l[1] = 2; return l.note",
    "if string.trim then return 1 end",
    "article.paragraphs:map(function(p) return { p = p } end):filter(function(x) return x.p end)",
    "local function f(x) return x.anything end; return f(article), f({})",
    "local f = function(x) return x.anything end; return pcall(f, article)",
    "for i = 1, #article.paragraphs do print(article.paragraphs[i].text) end",
    "local _ENV = { print = print }; print(x)", "return article:frequencies{ top = 3 }[1].term",
    "return ('x'):upper():rep(3)", "return table.unpack(article.paragraphs:totable())",
    "goto done ::done:: return 1", "return { ibid.null }",
    "local ipairs = pairs; for _, p in ipairs(article.tables) do print(p.x) end",
  ])
  func noMistakes(_ body: String) { #expect(findings(inArticle(body)) == []) }

  @Test func parametersOfLocalFunctionsHaveTheTypesOfTheirCalls() {
    let source = """
      local function label(note) return note.lable end
      local function all(a) for _, n in ipairs(a.footnotes) do print(label(n)) end end
      return { name = "p", version = "1.0.0", summary = "s", article = function(x) all(x) end }
      """
    #expect(findings(source) == ["1:40 unknown-member"])
  }

  @Test func tablesInVariablesAreRead() {
    let source = """
      local plugin = { name = "p", version = "1.0.0", summary = "s", options = {
        top = { type = "integer", doc = "d" } } }
      function plugin.article(article, options) return article.titel, options.pot end
      plugin.finish = function(total, options) return options.top end
      return plugin
      """
    #expect(findings(source) == ["3:58 unknown-member", "3:73 undeclared-option"])
  }

  @Test(arguments: [
    ("options = { top = { type = 'integer', doc = 'd' } },", ["1:68 unused-option"]),
    ("options = { top = { type = 'integer' } },", ["1:68 missing-doc", "1:68 unused-option"]),
    ("options = { top = { type = 'integre' } },", ["1:76 bad-manifest"]),
    ("reads = { 'a.csv' },", ["1:66 missing-file"]), ("optoins = {},", ["1:56 bad-manifest"]),
  ])
  func manifests(_ manifest: String, _ expected: [String]) {
    #expect(findings(inArticle("return 1", manifest: manifest)) == expected)
  }

  @Test func whatPluginsShouldSayIsMissed() {
    let source = "return { name = 'p', article = function() end }"
    #expect(findings(source) == ["1:10 missing-summary", "1:10 missing-version"])
  }

  @Test func modulesAreCheckedToo() {
    let found = findings(
      "local m = require 'm'\n"
        + inArticle(
          "return m.f(options)", manifest: "options = { top = { type = 'integer', doc = 'd' } },"),
      files: [("m.lua", "return { f = function(o) return o.top, artcle end }")])
    #expect(found == ["1:40 undeclared-global"])
  }

  /// Whatever the bytes, a check ends; and what Lua compiles is never called a syntax error.
  @Test func mutatedSourcesAreChecked() {
    var generator = Generator(state: 20_26)
    for path in Repository.plugins.prefix(6) {
      let source = Repository.read(path)
      for _ in 0..<12 {
        var mutated = source
        for _ in 0..<Int(generator.next() % 3 + 1) where !mutated.isEmpty {
          let place = Int(generator.next() % UInt64(mutated.count))
          switch generator.next() % 4 {
          case 0: mutated.remove(at: place)
          case 1: mutated[place] = UInt8(truncatingIfNeeded: generator.next())
          case 2: mutated.insert(mutated[Int(generator.next() % UInt64(mutated.count))], at: place)
          default:
            let end = min(mutated.count, place + Int(generator.next() % 40))
            mutated.removeSubrange(place..<end)
          }
        }
        let plugin = ScratchPlugin(mutated)
        let check = PluginCheck(path: plugin.path)
        guard check.findings.contains(where: { $0.code == .syntaxError }) else { continue }
        #expect(!LuaCompiler.compiles(mutated), "\(String(decoding: mutated, as: UTF8.self))")
      }
    }
  }
}

/// Numbers that are the same in every run.
private struct Generator {
  var state: UInt64

  /// SplitMix64 (Steele, Lea & Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
