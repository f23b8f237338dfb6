import PluginHost
import Testing

/// Every member of the API on the fixture.
@Suite struct MemberTests {
  @Test(arguments: [
    // article
    ("ibid.csv.encode{ { 'a' }, { '' }, { '', 'b' }, {} }", "\"a\\n\\\"\\\"\\n,b\\n\\n\""),
    ("article.path", "\"fixture.txt\""), ("article.format", "\"text\""),
    ("article.title", "\"Lighthouses and their keepers\""),
    ("article.subtitle", "\"What remains of a profession\""),
    ("article.series", "\"The Lamp Post\""), ("article.date", "\"2019-05-12\""),
    ("article.language", "\"en\""),
    ("#article.authors", "1"), ("article.authors[1].name", "\"Ann Lee\""),
    ("article.authors[1].about", "\"writes about coasts\""), ("#article.front_matter", "5"),
    ("article.front_matter[2].field", "\"title\""), ("article.front_matter[2].line", "2"),
    ("article.front_matter[2].byte_offset", "14"), ("article.front_matter[2].byte_count", "29"),
    ("article.line_count", "28"), ("article.text:sub(1, 25)", "\"A short history of lamps.\""),
    ("article.source:sub(1, 8)", "\"The Lamp\""), ("#article.blocks", "14"),
    ("#article.paragraphs", "4"),
    ("#article.headings", "2"), ("#article.sections", "3"), ("#article.tables", "1"),
    ("#article.polls", "1"),
    ("#article.quotes", "1"), ("#article.pull_quotes", "1"), ("#article.captions", "1"),
    ("#article.lists", "1"),
    ("#article.figures", "1"), ("#article.footnotes", "2"), ("#article.references", "2"),
    ("#article.boilerplate", "1"), ("#article.diagnostics", "1"),
    ("article.poll.question", "\"Which lamp do you like?\""),
    // nodes
    ("article.blocks[1].kind", "\"paragraph\""),
    ("article.paragraphs[2].text:sub(1, 10)", "\"The keeper\""),
    ("article.pull_quotes[1].source", "\"“He slept at dawn”\""),
    ("article.paragraphs[2].line", "7"),
    ("article.paragraphs[2].column", "1"), ("article.tables[1].last_line", "19"),
    ("article.paragraphs[1].index", "1"),
    ("article.paragraphs[1].byte_count", "25"), ("article.paragraphs[1].byte_offset", "121"),
    ("article.blocks[1].next.line", "7"), ("article.blocks[2].previous.line", "6"),
    ("article.blocks[1].previous", "nil"),
    ("article.blocks[14].next", "nil"), ("article.footnotes[1].next.number", "2"),
    ("article.footnotes[2].next", "nil"),
    ("article.lists[1].items[2].parent.kind", "\"list\""), ("article.blocks[1].parent", "nil"),
    ("#article.lists[1].children", "2"), ("article.tables[1].section.text", "\"Lamps and lenses\""),
    ("article.blocks[1].section", "nil"), ("#article.paragraphs[3].references", "2"),
    ("#article.paragraphs[2].sentences", "2"),
    ("article.paragraphs[2].sentences[1]", "\"The keeper lit the lamp at dusk.\""),
    ("#article.paragraphs[2].words", "14"), ("article.paragraphs[2].words[2]", "\"keeper\""),
    ("article.paragraphs[1].reason", "\"prose\""),
    // kinds
    ("article.headings[1].level", "2"), ("article.paragraphs[1].role", "\"lead\""),
    ("article.paragraphs[2].role", "\"body\""),
    ("article.pull_quotes[1].of.line", "7"), ("article.captions[1].of.kind", "\"figure\""),
    ("article.lists[1].ordered", "true"), ("article.lists[1].start", "3"),
    ("article.lists[1].items[1].text", "\"oil\""),
    ("article.lists[1].items[1].checked", "true"), ("article.lists[1].items[2].checked", "nil"),
    ("article.tables[1].label", "\"Table 1\""),
    ("article.tables[1].caption", "\"Ranges of lights\""),
    ("article.tables[1].header", "[\"Lamp\",\"Range\"]"),
    ("article.tables[1].rows", "[[\"oil\",\"12\"],[\"gas\",\"18\"]]"),
    ("article.tables[1].row_count", "2"), ("article.tables[1].column_count", "2"),
    ("article.tables[1]:cell(2, 2)", "\"18\""), ("article.tables[1]:cell(3, 1)", "nil"),
    ("article.tables[1]:cell(1, 3)", "nil"), ("article.tables[1]:cell(0, 2)", "\"Range\""),
    ("#article.tables[1]:cell_runs(2, 2)", "0"), ("article.tables[1]:cell_runs(3, 1)", "nil"),
    ("article.tables[1]:cell_runs(2, 1)[1].kind", "\"emphasis\""),
    ("article.tables[1]:cell_runs(2, 1)[1].text", "\"gas\""),
    ("article.tables[1]:cell_runs(2, 1) == article.tables[1]:cell_runs(2, 1)", "true"),
    ("article.poll.options[2].label", "\"Gas\""),
    ("article.poll.options[1].votes", "33"), ("article.poll.options[1].percent", "75.0"),
    ("article.poll.total", "44"),
    ("article.poll.consistent", "true"), ("article.footnotes[2].number", "2"),
    ("article.footnotes[2].label", "\"2\""),
    ("article.footnotes[2].antecedent.number", "1"), ("article.footnotes[1].antecedent", "nil"),
    ("article.footnotes[1].urls", "[\"http://example.org/records\"]"),
    ("article.footnotes[1].references[1].line", "8"),
    ("article.boilerplate[1].why", "\"share\""),
    // parts
    ("article.sections[1].heading", "nil"), ("article.sections[1].title", "nil"),
    ("article.sections[1].level", "0"),
    ("#article.sections[1].blocks", "4"), ("article.sections[2].title", "\"Lamps and lenses\""),
    ("article.sections[2].level", "2"), ("#article.sections[3].blocks", "1"),
    ("article.sections[3].heading == article.headings[2]", "true"),
    ("article.references[2].number", "2"),
    ("article.references[2].label", "\"2\""), ("article.references[2].node.line", "8"),
    ("article.references[2].footnote.text", "\"Ibid., p. 4.\""),
    ("article.references[1].line", "8"),
    ("article.references[1].column", "31"), ("article.references[1].byte_count", "3"),
    ("article.references[1].byte_offset", "243"),
    ("article.paragraphs[3].runs[1].kind", "\"link\""),
    ("article.paragraphs[3].runs[1].styles", "[\"link\",\"strong\"]"),
    ("article.paragraphs[3].runs[1].href", "\"http://example.org/archive\""),
    ("article.paragraphs[3].runs[2].href", "nil"),
    ("article.paragraphs[3].runs[2].reference.number", "1"),
    ("article.paragraphs[3].runs[1].text", "\"the archive\""),
    ("article.diagnostics[1].code", "\"heading-doubtful\""),
    ("article.diagnostics[1].severity", "\"info\""),
    ("article.diagnostics[1].message", "\"this may be a short paragraph\""),
    ("article.diagnostics[1].line", "24"), ("article.diagnostics[1].column", "1"),
  ])
  func value(_ expression: String, _ expected: String) throws {
    let record = try TemporaryPlugin(article: "return \(expression)").run()
    #expect(record.error == nil)
    #expect(record.text == expected)
  }

  @Test(arguments: [
    ("words", "55"), ("sentences", "13"), ("characters", "263"), ("paragraphs", "4"),
    ("headings", "2"),
    ("footnotes", "2"), ("references", "2"), ("links", "2"), ("tables", "1"), ("rows", "2"),
    ("cells", "4"),
    ("polls", "1"), ("votes", "44"), ("quotes", "1"), ("pull_quotes", "1"), ("lists", "1"),
    ("items", "2"),
    ("figures", "1"), ("captions", "1"), ("blocks", "14"), ("lines", "28"),
  ])
  func count(_ unit: String, _ expected: String) throws {
    let record = try TemporaryPlugin(article: "return article:count \"\(unit)\"").run()
    #expect(record.error == nil)
    #expect(record.text == expected)
  }

  @Test(arguments: [
    ("article.lists[1]:count \"items\"", "2"), ("article.lists[1]:count \"words\"", "2"),
    ("article.paragraphs[2]:count \"sentences\"", "2"),
    ("article.paragraphs[3]:count \"references\"", "2"),
    ("article.tables[1]:count \"cells\"", "4"), ("article.tables[1]:count \"lines\"", "4"),
    ("article.footnotes[1]:count \"links\"", "1"),
    ("#article:find \"keeper\"", "3"), ("article:find(\"dawn\")[1].first", "46"),
    ("article:find(\"dawn\")[1].node.text:sub(46, 49)", "\"dawn\""),
    ("#article:find \"nowhere\"", "0"),
    ("article:frequencies{ top = 1 }", "[{\"count\":2,\"term\":\"keepers\"}]"),
    ("article:frequencies{ top = 1, stopwords = false }", "[{\"count\":6,\"term\":\"the\"}]"),
    ("article:measure().words == article:count \"words\"", "true"),
    ("article:measure().sentences == article:count \"sentences\"", "true"),
    ("article:measure().syllables == article:count \"syllables\"", "true"),
    ("article:measure().characters == article:count \"characters\"", "true"),
    ("article:measure{ top = 1 }.terms", "[{\"count\":2,\"term\":\"keepers\"}]"),
    ("article:measure{ include = {} }.words", "0"),
    ("article:measure{ include = { \"headings\" } }.words", "4"),
    (
      "article:measure{ include = { \"body\", \"tables\" } }.words > article:count \"words\"",
      "true"
    ),
    ("article:measure{ include = { \"polls\" } }.words > 0", "true"),
    ("article:measure{ include = { \"footnotes\" } }.words > 0", "true"),
    ("article:measure().phrases", "nil"), ("article:measure{ phrases = 2 }.phrases", "[]"),
    ("pcall(article.measure, article, { include = { \"bodies\" } })", "false"),
    ("pcall(article.measure, article, { phrases = 1 })", "false"),
    (
      "(function() local m = article:measure{ units = ibid.list { 'tables', 'cells', 'words' } } "
        + "return { m.tables, m.cells, m.words == article:count 'words', m.rows or 'none' } end)()",
      "[1,4,true,\"none\"]"
    ),
    (
      "select(2, pcall(article.measure, article, { units = { 'table' } })):match \"'units'.*\"",
      "\"'units' has 'table', which `count` does not know)\""
    ),
    ("pcall(article.measure, article, { units = 'tables' })", "false"),
    ("pcall(article.measure, article, { units = { 1 } })", "false"),
    (
      "article:passages({ 'heading', 'footnote', 'table' }):map(function(p) return p.line .. p.node.kind .. p.text end)",
      "[\"10headingLamps and lenses\",\"16tableRanges of lights\",\"16tableLamp\",\"16tableRange\",\"16tableoil\",\"16table12\",\"16tablegas\",\"16table18\",\"24headingRanges\",\"26footnoteHarbour records, http://example.org/records.\",\"27footnoteIbid., p. 4.\"]"
    ),
    ("#ibid.read('text', ('One. Two.\\n\\n'):rep(9) .. 'Three.'):passages({ 'paragraph' })", "2"),
    (
      "(function() local t = {} for i = 1, 999 do t[i] = 'Words of number ' .. i // 2 .. '.' end "
        + "return #ibid.read('markdown', table.concat(t, '\\n\\n')):passages({ 'paragraph' }) end)()",
      "500"
    ),
    (
      "article:passages({ 'heading', 'table' }, { 'oi', 'ge', 'Xe' }):map(function(p) return p.text end)",
      "[\"Ranges of lights\",\"Range\",\"oil\",\"Ranges\"]"
    ),
    ("article:passages({ 'table' }, { 'Ranges of lights!' })", "[]"),
    ("#article:passages({ 'table' }, nil)", "7"),
    ("pcall(article.passages, article, { 'table' }, {})", "false"),
    ("pcall(article.passages, article, { 'table' }, { '' })", "false"),
    ("pcall(article.passages, article, { 'table' }, { 1 })", "false"),
    ("pcall(article.passages, article, { 'table' }, ibid.words(('x '):rep(16)))", "true"),
    ("pcall(article.passages, article, { 'table' }, ibid.words(('x '):rep(17)))", "false"),
    ("article:passages({})", "[]"), ("pcall(article.passages, article, { 'headings' })", "false"),
    ("pcall(article.passages, article)", "false"),
    ("pcall(article.passages, article, { 1 })", "false"),
    ("article:measure{ top = 0, index = 1 }.index", "{\"keepers\":2}"),
    ("#article:measure{ top = 1, index = 3 }.terms", "1"), ("article:measure().index", "nil"),
    ("article.sections[2]:measure().words > 0", "true"),
    ("ibid.measure(\"Der Wald. Der Weg.\", { language = \"de\" }).sentences", "2"),
    (
      "article.paragraphs:filter(function(p) return p.role == \"body\" end):map(function(p) return p.line end)",
      "[7,8,25]"
    ),
    ("article.paragraphs:map(function(p) if p.line > 7 then return p.line end end)", "[8,25]"),
    ("#article.paragraphs:totable()", "4"),
    ("article.paragraphs:filter(function() return false end)", "[]"),
  ])
  func method(_ expression: String, _ expected: String) throws {
    let record = try TemporaryPlugin(article: "return \(expression)").run()
    #expect(record.error == nil)
    #expect(record.text == expected)
  }

  @Test func walkVisitsBlocksParentsFirst() throws {
    let record = try TemporaryPlugin(
      article: """
        local seen = {}
        article:walk(function(node, depth) seen[#seen + 1] = depth .. node.kind; return node.kind ~= "list" end)
        return { table.concat(seen, " "), #seen }
        """
    ).run()
    #expect(
      record.text
        == "[\"1paragraph 1paragraph 1paragraph 1pull_quote 1heading 1list 1quote 1code 1figure 1table 1poll "
        + "1caption 1heading 1paragraph\",14]")
    let all = try TemporaryPlugin(
      article: """
        local depths = {}
        article:walk(function(node, depth) if node.kind == "item" or node.kind == "quote" then depths[#depths + 1] = depth end end)
        return depths
        """
    ).run()
    #expect(all.text == "[2,2,1]")
  }

  @Test(arguments: [
    ("ipairs", "[6,7,8,25]"), ("pairs", "[6,7,8,25]"),
  ])
  func collectionsAreIterated(with iterator: String, expected: String) throws {
    let record = try TemporaryPlugin(
      article: """
        local lines = {}
        for index, paragraph in \(iterator)(article.paragraphs) do lines[index] = paragraph.line end
        return lines
        """
    ).run()
    #expect(record.text == expected)
  }

  @Test(arguments: [
    "article.paragraphs[1] == article.blocks[1]", "article.paragraphs == article.paragraphs",
    "article.paragraphs[1].sentences == article.blocks[1].sentences",
    "({ [article.poll] = 1 })[article.polls[1]] == 1",
    "article.references[1] == article.paragraphs[3].references[1]",
    "article.footnotes[1].references[1] == article.references[1]",
    "article.tables[1].rows[1] == article.tables[1].rows[1]",
    "not rawequal(article.paragraphs[1], article.paragraphs[2])",
  ])
  func handlesAreTheSameEachTime(_ expression: String) throws {
    #expect(try TemporaryPlugin(article: "return \(expression)").run().text == "true")
  }

  @Test(arguments: [
    ("article", "article fixture.txt \\\"Lighthouses and their keepers\\\""),
    ("article.paragraphs[2]", "paragraph @7:1 \\\"The keeper lit the lamp at dusk. He …\\\""),
    ("article.tables[1]", "table @16:1"), ("article.paragraphs", "paragraphs[4]"),
    ("article.tables[1].rows[1]", "row[2]"), ("article.references[1]", "reference @8:31 \\\"1\\\""),
    ("article.authors[1]", "author \\\"Ann Lee\\\""),
    ("article.diagnostics[1]", "diagnostic @24:1 heading-doubtful"),
    ("article.sections[2]", "section \\\"Lamps and lenses\\\""),
    ("article.poll.options[1]", "option \\\"Oil\\\""),
  ])
  func handlesShowWhatTheyAre(_ expression: String, _ expected: String) throws {
    #expect(
      try TemporaryPlugin(article: "return tostring(\(expression))").run().text == "\"\(expected)\""
    )
  }
}
