import ArticleModel
import ArticleReaders
import Testing

/// Each construct of Markdown and the nodes that it becomes.
@Suite struct MarkdownTreeTests {
  /// cmark takes the indentation of a table's first line for that of all its rows.
  @Test(arguments: [
    "| ü | b |\n|---|---|\n| 1 | €2 |", "   | ü | b |\n| --- | --- |\n  1 | €2",
    "  ü | b\n---|---\n1 | €2",
  ])
  func cellsHaveTheirBytes(source: String) {
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: .markdown)
    #expect(article.cells.map { article.string($0.text) } == ["ü", "b", "1", "€2"])
    #expect(article.cells.map { article.sourceString($0.source) } == ["ü", "b", "1", "€2"])
  }

  @Test(arguments: ["  |||o\n-|-|-\n€", ">   |||o\n> -|-|-\n> €", "-  |||o\n   -|-|-\n   €"])
  func cellsCutNoScalar(source: String) {
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: .markdown)
    #expect(article.cells.count == 6)
    #expect(brokenSpans(article).isEmpty)
  }

  /// cmark-gfm is given the extension that finds addresses only where a text may have one.
  @Test(arguments: [
    ("see www.a.org/w", "http://www.a.org/w"), ("see (www.a.org)", "http://www.a.org"),
    ("> www.a.org", "http://www.a.org"), ("[x](//www.b.org) www.a.org", "http://www.a.org"),
    ("at http://www.a.org", "http://www.a.org"), ("ask w@a.org", "mailto:w@a.org"),
    ("ask w&#64;a.org", "mailto:w@a.org"), ("ask w&commat;a.org", "mailto:w@a.org"),
  ])
  func findsBareAddress(source: String, address: String) {
    for _ in 0..<2 {
      let article = ArticleReader.read(Array(source.utf8), path: "t", format: .markdown)
      #expect(article.runs.contains { article.string($0.href) == address })
      let plain = ArticleReader.read(Array("//www.a.org".utf8), path: "t", format: .markdown)
      #expect(plain.runs.isEmpty)
    }
  }

  @Test(arguments: [
    ("<!-- a -->\n", []), ("  <!-- a\n\n<b>c</b> -->\n", []), ("<!-- a --> b\n", ["b"]),
    ("<!--> b -->\n", ["b -->"]), ("<!-- a --> b\n\n[^1]: c\n", ["b"]), ("<!---->\n", []),
    ("<!-- a --!> b -->\n", []),
  ])
  func commentsHaveNoWords(source: String, texts: [String]) {
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: .markdown)
    #expect(article.blocks.map { article.string(article.nodes[$0].text) } == texts)
  }

  /// cmark-gfm keeps the characters that its extensions look for in tables of the whole process.
  @Test func threadsDoNotDisturbEachOther() async {
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<3_000).count { _ in
            let article = ArticleReader.read(
              Array("a ~~b~~ *c*\n".utf8), path: "t", format: .markdown)
            return article.nodes.count != 1 || article.string(article.nodes[0].text) != "a b c"
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test(arguments: goldens)
  func readsConstruct(_ golden: Golden) {
    #expect(tree(golden.source, .markdown) == golden.tree)
  }

  static let goldens: [Golden] = [
    Golden(
      "title, paragraph and section",
      "# Otters\n\nThey *swim*.\n\n## Diet\n\nFish.\n",
      """
        title: Otters
        front matter: title@1
        paragraph @3:1-3 <markup> "They swim."
        heading 2 @5:1-5 <markup> "Diet"
        paragraph @7:1-7 <markup> "Fish."
      """),
    Golden(
      "front matter",
      "---\ntitle: Otters\nauthor:\n  - name: Ann Reed\n    about: Biologist\n  - Li Wei\ndate: 2020-05-04\nlang: en-GB\n---\nText.\n",
      """
        title: Otters
        date: 2020-05-04
        author: Ann Reed (Biologist)
        author: Li Wei
        front matter: other@1 title@2 authors@3 authors@4 authors@5 authors@6 date@7 language@8 other@9
        paragraph @10:1-10 <markup> "Text."
      """),
    Golden(
      "footnotes with several paragraphs, one that nothing cites, one that is not there",
      "A[^x] b[^gone].\n\n[^x]: One\n    and more.\n\n    Two.\n\n[^y]: Never cited.\n",
      """
        paragraph @1:1-1 cites [x][gone] <markup> "A b."
        footnote [x] @3:1-6 cited 1:2 <markup> "One and more."
          paragraph @6:5-6 <markup> "Two."
        footnote [y] @8:1-8 <markup> "Never cited."
        ! 1:8 warning footnote-undefined
        ! 8:1 warning footnote-unreferenced
      """),
    Golden(
      "a footnote defined twice",
      "A[^1].\n\n[^1]: First.\n[^1]: Second.\n",
      """
        paragraph @1:1-1 cites [1] <markup> "A."
        footnote [1] @3:1-3 cited 1:2 <markup> "First."
        footnote [1] @4:1-4 <markup> "Second."
        ! 4:1 warning footnote-duplicate
      """),
    Golden(
      "footnotes in the order of their definitions, whatever marks of code are in their labels",
      "[^x`]: One.\n\n[^y`]: Two.\n\n[^z]: Three.\n",
      """
        footnote [x`] @1:1-1 <markup> "One."
        footnote [y`] @3:1-3 <markup> "Two."
        footnote [z] @5:1-5 <markup> "Three."
        ! 1:1 warning footnote-unreferenced
        ! 3:1 warning footnote-unreferenced
        ! 5:1 warning footnote-unreferenced
      """),
    Golden(
      "a paragraph right above a table, and a footnote",
      "Words.\n| a |\n|---|\n\n[^1]: N.\n",
      """
        paragraph @1:1-1 <markup> "Words."
        table @1:1-3 <markup> ""
          header: a
        footnote [1] @5:1-5 <markup> "N."
        ! 5:1 warning footnote-unreferenced
      """),
    Golden(
      "references behind the markers of quotes and items, and none in code",
      "> A `[^1]`\n> and[^1].\n\n- b[^1]\n\n[^1]: N.\n",
      """
        quote @1:1-2 <markup> ""
          paragraph @1:3-2 cites [1] <markup> "A [^1] and."
        list bulleted @4:1-4 <markup> ""
          item @4:1-4 cites [1] <markup> "b"
        footnote [1] @6:1-6 cited 2:6 4:4 <markup> "N."
      """),
    Golden(
      "lists, tasks and nesting",
      "3. three\n   - [x] done\n   - [ ] open\n4. four\n\n   more\n",
      """
        list ordered from 3 @1:1-6 <markup> ""
          item @1:1-3 <markup> "three"
            list bulleted @2:4-3 <markup> ""
              item [x] @2:4-2 <markup> "done"
              item [ ] @3:4-3 <markup> "open"
          item @4:1-6 <markup> "four"
            paragraph @6:4-6 <markup> "more"
      """),
    Golden(
      "table with its caption above",
      "Table 2. Fish eaten\n\n| Kind | No |\n|---|--:|\n| *Eel* | 3 |\n| Roach \\| rudd | |\n",
      """
        table @1:1-6 <markup> "Table 2. Fish eaten"
          label: Table 2
          caption: Fish eaten
          header: Kind | No
          row: Eel | 3
          row: Roach | rudd |
      """),
    Golden(
      "figures",
      "![An otter](o.png)\n\n![Two otters](p.png)\n\n*Figure 2: Asleep.*\n",
      """
        figure @1:1-1 <markup> ""
        figure @3:1-3 <markup> ""
        caption @5:1-5 of @3 <caption-shape> "Figure 2: Asleep."
      """),
    Golden(
      "figures and what is their caption",
      """
      ![An otter](a.png)
      *At the weir.*

      [![](b.png)](c)\\
      Figure 2: Asleep.

      ![An otter](d.png "At the ford")

      ![Figure 3: In the reeds](e.png)

      ![One of *three*](f.png)

      ![An otter](g.png)
      Some text.

      - ![An otter
        at dusk](h.png)
        *By the mill.*
      - ![Lost]()
        *by the sea.*

      ![An otter](i.png)
      *At the dam.*

      *It swims.*

      ![An *old* otter](j.png "At the lock")

      ![One](k.png)
      Figure 4: One.
      ![Two](l.png)
      Figure 5: Two.

      ![Gone](<> "What was there")
      """,
      """
        figure @1:1-2 <markup> ""
          caption @1:1-2 of @1 <markup> "At the weir."
        figure @4:1-5 <markup> ""
          caption @4:1-5 of @4 <markup> "Figure 2: Asleep."
        figure @7:1-7 <markup> ""
          caption @7:1-7 of @7 <markup> "At the ford"
        figure @9:1-9 <markup> ""
          caption @9:1-9 of @9 <markup> "Figure 3: In the reeds"
        figure @11:1-11 <markup> ""
          caption @11:1-11 of @11 <markup> "One of three"
        paragraph @13:1-14 <markup> "An otter Some text."
        list bulleted @16:1-20 <markup> ""
          item @16:1-18 <markup> ""
            figure @16:3-18 <markup> ""
              caption @16:3-18 of @16 <markup> "By the mill."
          item @19:1-20 <markup> "Lost by the sea."
        figure @22:1-23 <markup> ""
          caption @22:1-23 of @22 <markup> "At the dam."
        paragraph @25:1-25 <markup> "It swims."
        figure @27:1-27 <markup> ""
          caption @27:1-27 of @27 <markup> "An old otter"
          caption @27:1-27 of @27 <markup> "At the lock"
        paragraph @29:1-32 <markup> "One Figure 4: One. Two Figure 5: Two."
        caption @34:1-34 <markup> "Gone"
        caption @34:1-34 <markup> "What was there"
      """),
    Golden(
      "what carries no text",
      "A.\n\n***\n\n<!-- no -->\n\n[l]: http://example.org\n\n<div>raw <b>words</b></div>\n",
      """
        paragraph @1:1-1 <markup> "A."
        paragraph @9:1-9 <markup> "raw words"
        boilerplate @3:1-3 <markup> "***"
        boilerplate @5:1-5 <markup> "<!-- no -->"
        boilerplate @7:1-7 <markup> "[l]: http://example.org"
      """),
    Golden(
      "setext title with a byline",
      "Otters\n======\n\n*by Ann Reed, 4 May 2020*\n\nText.\n",
      """
        title: Otters
        date: 2020-05-04
        author: Ann Reed
        front matter: title@1 authors@4
        paragraph @6:1-6 <markup> "Text."
      """),
  ]
}
