import ArticleModel
import PluginHost
import Testing

/// `article:edit`: the source that comes of it, in each format, and what is refused.
@Suite struct EditTests {
  private static let markdown = """
    # A title

    ## Lamps

    One keeper.[^1]

    - oil
    - gas
    - wick

    > A quote.

    Last words.

    [^1]: Harbour records.

    """

  /// The source of what an edit of the sample makes.
  private func edited(_ edits: String, of source: String, as format: String = "markdown") throws
    -> String
  {
    let record = try TemporaryPlugin(
      article: """
        local a = ibid.read("\(format)", \(Self.literal(source)))
        local b = a:edit{ \(edits) }
        assert(a ~= b and a.source == \(Self.literal(source)))
        return b.source
        """
    ).run()
    #expect(record.error == nil)
    return try record.result.map { try JSONText.decode($0) } ?? "nothing"
  }

  private static func literal(_ text: String) -> String {
    "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
        "\n", with: "\\n")
      + "\""
  }

  @Test(arguments: [
    // A block goes with its lines and the blank line after it.
    ("drop = { a.paragraphs[1] }", "One keeper.[^1]\n\n", ""),
    ("drop = a.quotes", "> A quote.\n\n", ""),
    ("drop = a.blocks[1]", "## Lamps\n\n", ""),
    ("drop = { a.footnotes[1] }", "[^1]: Harbour records.\n", ""),
    // An item has no blank lines around it.
    ("drop = { a.lists[1].items[2] }", "- gas\n", ""),
    ("drop = a.lists", "- oil\n- gas\n- wick\n\n", ""),
    ("replace = { [a.headings[1]] = '## Lights' }", "## Lamps", "## Lights"),
    ("replace = { [a.headings[1]] = '## Lights\\n' }", "## Lamps", "## Lights"),
    ("replace = { [a.paragraphs[1]] = 'Two.\\n\\nThree.' }", "One keeper.[^1]", "Two.\n\nThree."),
    ("replace = { [a.references[1]] = '' }", "[^1]\n", "\n"),
    ("drop = a.references", "[^1]\n", "\n"),
    ("before = { [a.headings[1]] = 'First.' }", "## Lamps", "First.\n\n## Lamps"),
    ("after = { [a.headings[1]] = 'Second.' }", "## Lamps", "## Lamps\n\nSecond."),
    ("before = { [a.lists[1].items[2]] = '- rape oil' }", "- gas", "- rape oil\n- gas"),
    ("after = { [a.lists[1].items[2]] = '- town gas' }", "- gas", "- gas\n- town gas"),
    ("after = { [a.footnotes[1]] = '[^2]: More.' }", "records.", "records.\n\n[^2]: More."),
    (
      "drop = a.quotes, before = { [a.quotes[1]] = 'Before.' }, after = { [a.quotes[1]] = 'After.' }",
      "> A quote.\n", "Before.\n\n\n\nAfter.\n"
    ),
    ("", "", ""),
  ])
  func sourceIs(_ edits: String, _ old: String, _ new: String) throws {
    let expected =
      old.isEmpty ? Self.markdown : Self.markdown.replacing(old, with: new, maxReplacements: 1)
    #expect(try edited(edits, of: Self.markdown) == expected)
  }

  private static let words =
    "A line of so many words that nobody takes it for a title, and it ends."

  @Test(arguments: [
    (
      "html", "<h1>A</h1>\n<p>One</p>\n<p>Two</p>\n", "drop = { a.paragraphs[1] }",
      "<h1>A</h1>\n<p>Two</p>\n"
    ),
    ("html", "<p>One</p><p>Two</p>", "drop = { a.paragraphs[2] }", "<p>One</p>"),
    (
      "html", "<p>One</p><p>Two</p>", "after = { [a.paragraphs[1]] = '<p>And</p>' }",
      "<p>One</p>\n<p>And</p><p>Two</p>"
    ),
    ("text", "\(words)\n\n\(words)\n", "drop = a.paragraphs", ""),
    (
      "text", "\(words)\n\n\(words)", "after = { [a.paragraphs[2]] = 'Third.' }",
      "\(words)\n\n\(words)\n\nThird."
    ),
    ("text", "\(words)", "before = { [a.blocks[1]] = 'New.' }", "New.\n\n\(words)"),
  ])
  func otherFormats(_ format: String, _ source: String, _ edits: String, _ expected: String) throws
  {
    #expect(try edited(edits, of: source, as: format) == expected)
  }

  /// The new article is one like any other: places are those of its own source, notes find each other.
  @Test func theNewArticleIsWhole() throws {
    let record = try TemporaryPlugin(
      article: """
        local a = ibid.read("markdown", \(Self.literal(Self.markdown)))
        local b = a:edit{ drop = { a.headings[1] }, after = { [a.paragraphs[1]] = "A new one.[^1]" } }
        assert(b.source:sub(b.paragraphs[2].byte_offset + 1):find "A new one" == 1)
        local c = b:edit{ drop = b.lists }:edit{ replace = { [b.paragraphs[2]] = nil } }
        return { b.format, b.path, #b.headings, b.paragraphs[2].line, b.paragraphs[2].text, #b.footnotes[1].references,
          #b.references, a.headings[1].text, #c.lists, article:edit{ }.path }
        """
    ).run()
    #expect(record.error == nil)
    #expect(
      record.text
        == "[\"markdown\",\"(markdown)\",0,5,\"A new one.\",2,2,\"Lamps\",0,\"fixture.txt\"]")
  }

  @Test(arguments: [
    ("article:edit()", "bad argument #1 to 'edit' (table expected, got no value)"),
    (
      "article:edit{ dorp = {} }",
      "bad argument #1 to 'edit' (no such edit: 'dorp'; did you mean 'drop'?)"
    ),
    (
      "article:edit{ article }",
      "bad argument #1 to 'edit' (the edits are drop, replace, before and after)"
    ),
    (
      "article:edit{ drop = 'x' }",
      "bad argument #1 to 'edit' ('drop' has to be a list of nodes, got string)"
    ),
    (
      "article:edit{ drop = { 'x' } }",
      "bad argument #1 to 'edit' ('drop' has to name nodes, got string)"
    ),
    (
      "article:edit{ drop = article.authors }",
      "bad argument #1 to 'edit' ('drop' has to name nodes, got author)"
    ),
    (
      "article:edit{ drop = ibid.read('markdown', '# T\\n\\nA b.').blocks }",
      "bad argument #1 to 'edit' ('drop' names another article's paragraph)"
    ),
    (
      "article:edit{ replace = { [article.poll] = 1 } }",
      "bad argument #1 to 'edit' ('replace' has to give text for each node, got number)"
    ),
    (
      "article:edit{ replace = article.poll }",
      "bad argument #1 to 'edit' ('replace' has to be a table from nodes to text, got poll)"
    ),
    (
      "article:edit{ drop = { article.poll, article.poll } }",
      "bad argument #1 to 'edit' ('drop' and 'drop' name the same poll)"
    ),
    (
      "article:edit{ drop = { article.poll }, replace = { [article.poll] = '' } }",
      "bad argument #1 to 'edit' ('drop' and 'replace' name the same poll)"
    ),
    (
      "article:edit{ drop = article.lists, before = { [article.lists[1].items[2]] = 'x' } }",
      "bad argument #1 to 'edit' ('before' names part of what 'drop' names: item inside list)"
    ),
    (
      "article:edit{ drop = article.lists, replace = { [article.lists[1].items[1]] = 'x' } }",
      "bad argument #1 to 'edit' ('replace' names part of what 'drop' names: item inside list)"
    ),
  ])
  func refuses(_ call: String, _ message: String) throws {
    let record = try TemporaryPlugin(article: "return \(call).source").run()
    #expect(record.error?.message == message)
  }

  /// One text for many nodes costs what it makes, which the plugin's memory bounds.
  @Test func isHeldToTheMemory() throws {
    var limits = Limits()
    limits.memory = 16 << 20
    let plugin = TemporaryPlugin(
      article: """
        local a = ibid.read("text", ("A paragraph of words.\\n\\n"):rep(2000))
        local long, after = ("x"):rep(1000000), {}
        for _, p in ipairs(a.paragraphs) do after[p] = long end
        return #a:edit{ after = after }.source
        """)
    #expect(try plugin.session(limits: limits).run(on: Fixture.article).status == .memory)
  }
}

private enum JSONText {
  static func decode(_ bytes: [UInt8]) throws -> String { try JSONParser.parse(bytes).string ?? "" }
}
