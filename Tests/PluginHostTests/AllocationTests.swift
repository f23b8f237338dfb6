import CLuaBridge
import Testing

@testable import PluginHost

/// Lua's memory failing at every single allocation while handles are made and the host is called:
/// no crash, no leak, and the record tells it.
@Suite struct AllocationTests {
  static let plugin = TemporaryPlugin(
    fields:
      "writes = true, reads = { 'terms.csv' }, options = { top = { type = 'integer', default = 3 } },",
    body: """
      local seen = ibid.list{}
      article:walk(function(node, depth)
        seen[#seen + 1] = ("%d%s%s"):format(depth, node.kind, tostring(node))
        for _, r in ipairs(node.runs) do seen[#seen + 1] = tostring(r) .. r.kind .. #r.styles .. (r.href or "") end
      end)
      for _, p in ipairs(article.paragraphs) do
        seen[#seen + 1] = p.text .. p.source .. #p.sentences .. p.words[1] .. tostring(p.section)
        for i, s in pairs(p.sentences) do seen[#seen + 1] = s end
      end
      local note = article.footnotes[2]
      article:report{ node = note, message = "ibid", code = "ibid" }
      ibid.write_file("out.txt", article.text)
      local ok, message = pcall(function() return article.paragraphs[1].txt end)
      local edited = article:edit{
        drop = article.tables, replace = { [article.headings[1]] = "## Another" },
        before = { [article.blocks[1]] = "First words." }, after = { [article.paragraphs[2]] = "More." },
      }
      local matcher = ibid.matcher({ "lighthouse keeper" }, "en")
      local vectors = ibid.vectors(article.paragraphs[1].sentences, "en")
      local factors = vectors:words():map(function(count) return 1 / count end)
      local inner = ibid.read("markdown", "# One\\n\\nTwo three.")
      return {
        note.antecedent.urls, article.tables[1].rows, article.tables[1]:cell(1, 1),
        #article.tables[1]:cell_runs(2, 1), article.poll.options[1].label,
        article:frequencies{ top = options.top },
        article:passages({ "paragraph", "table", "footnote" }):map(function(p) return p.line .. p.text .. p.node.kind end),
        article:measure{ top = 1, index = 2, phrases = 2, units = { "tables", "votes" } },
        article:find("the")[1].first, #article:find "keeper", seen, message,
        ibid.words "one two", ibid.sentences("A b. C d.", "en"), ibid.fold "ÄB", ibid.normalise "ﬁ", ibid.language(article.text),
        ibid.json.decode(ibid.json.encode{ a = { 1, 2 } }), ibid.csv.decode(ibid.csv.encode{ { "a", "b\\"c" } }),
        ibid.csv.decode(ibid.read_file "terms.csv"), inner.title, inner:count "words", edited.line_count, #edited.source, edited.headings[1].text, article:count "votes",
        article.paragraphs:map(function(p) return p.line end):filter(function(l) return l > 7 end):totable(),
        #matcher:find(article.text), vectors:words(), vectors:terms(1), vectors:products(factors),
        vectors:overlaps(article.title), vectors:likeness(1, 1), article.sections[2].title, article.authors[1].name, article.references[1].footnote.text, article.diagnostics[1].code,
      }
      """, files: ["terms.csv": "a,b\n"])

  @Test(arguments: [1, 2, UInt64.max / 2]) func runSurvivesEachFailure(count: UInt64) throws {
    let good = try Self.plugin.session().run(on: Fixture.article)
    #expect(good.error == nil)
    #expect(good.findings.count == 1 && good.files == ["out.txt"])
    var first: UInt64 = 1
    while true {
      let session = try Self.plugin.session()
      ibid_lua_fail_allocations(session.state.pointer, first, count)
      let record = session.run(on: Fixture.article)
      let reached = ibid_lua_allocations(session.state.pointer) >= first
      ibid_lua_fail_allocations(session.state.pointer, 0, 0)
      if record.status == .ok {
        #expect(record == good, "allocation \(first)")
      } else {
        #expect(record.status == .memory, "allocation \(first): \(record.error?.message ?? "")")
        #expect(record.result == nil && record.files == [])
      }
      // The session goes on with a fresh state.
      if first % 16 == 0 {
        #expect(session.run(on: Fixture.article) == good, "after allocation \(first)")
      }
      if !reached { break }
      first += count == 1 ? 1 : 3
    }
    #expect(first > 250)
    #expect(ibid_lua_leaked() == 0)
  }

  @Test(arguments: [1, UInt64.max / 2]) func totalsSurviveEachFailure(count: UInt64) throws {
    let plugin = TemporaryPlugin(
      fields: """
        merge = function(a, b) return { n = a.n + b.n, text = a.text .. b.text } end,
        finish = function(total, options) return { total.n, total.text, options } end,
        """, body: "return {}")
    let value = Array(#"{"n":1,"text":"ab"}"#.utf8)
    let text = value + value + value
    let places = (0..<3).map { $0 * value.count..<($0 + 1) * value.count }
    let good = try plugin.session().finish(places, of: text)
    #expect(good.result == Array(#"[3,"ababab",{}]"#.utf8))
    let session = try plugin.session()
    var first: UInt64 = 1
    while true {
      ibid_lua_fail_allocations(session.state.pointer, first, count)
      let outcome = session.finish(places, of: text)
      let reached = ibid_lua_allocations(session.state.pointer) >= first
      ibid_lua_fail_allocations(session.state.pointer, 0, 0)
      #expect(outcome == good || outcome.status == .memory, "allocation \(first)")
      if !reached { break }
      first += 1
    }
    #expect(first > 10)
    #expect(ibid_lua_leaked() == 0)
  }

  @Test func loadingSurvivesEachFailure() throws {
    var loaded = false
    for first in 1...UInt64(5000) where !loaded {
      ibid_lua_fail_allocations(nil, first, UInt64.max / 2)
      defer { ibid_lua_fail_allocations(nil, 0, 0) }
      do throws(PluginError) {
        let session = try Self.plugin.session()
        #expect(session.manifest.name == "trial")
        loaded = true
      } catch {
        #expect(error.description.contains("memory"), "allocation \(first): \(error)")
      }
    }
    #expect(loaded)
    #expect(ibid_lua_leaked() == 0)
  }
}
