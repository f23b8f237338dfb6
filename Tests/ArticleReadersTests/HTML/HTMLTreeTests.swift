import ArticleModel
import ArticleReaders
import Testing

/// Each construct of HTML and the nodes that it becomes.
@Suite struct HTMLTreeTests {
  @Test(arguments: goldens)
  func readsConstruct(_ golden: Golden) {
    #expect(tree(golden.source, .html) == golden.tree)
  }

  /// Text enough for the main content to be found.
  static let prose =
    "The otter, which had been seen twice that winter, came back in spring, and nobody knew where it had been, or why."

  static let goldens: [Golden] = [
    Golden(
      "an article within a page",
      """
      <html lang="en-GB"><head><title>Otters | River News</title></head><body>
      <nav><a href="/">Home</a></nav>
      <main><h1>Otters</h1>
      <p class="byline">By Ann Reed</p>
      <p>\(prose)</p>
      <h2>Diet</h2>
      <p>\(prose)</p></main>
      <footer>© River News</footer></body></html>
      """,
      """
        title: Otters
        author: Ann Reed
        front matter: title@1 title@3 authors@4
        paragraph @5:1-5 <markup> "The otter, which had been seen twice that winter, came back…"
        heading 2 @6:1-6 <markup> "Diet"
        paragraph @7:1-7 <markup> "The otter, which had been seen twice that winter, came back…"
        boilerplate @2:1-2 <navigation> "Home"
        boilerplate @8:1-8 <footer> "© River News"
      """),
    Golden(
      "a short program in wrappers, whose lines have anchors, and who is quoted",
      """
      <article><h1>Otters</h1><p>\(prose)</p>
      <div class="sourceCode" id="cb1"><pre><code><span id="cb1-1"><a href="#cb1-1" aria-hidden="true"></a>x = [1]</span></code></pre></div>
      <blockquote><p>It was cold.</p><footer>— <cite>Ann Lee</cite>, 1990</footer></blockquote>
      <p>\(prose)</p></article>
      """,
      """
        title: Otters
        front matter: title@1
        paragraph @1:25-1 <markup> "The otter, which had been seen twice that winter, came back…"
        code @2:34-2 <markup> "x = [1]"
        quote @3:1-3 <markup> ""
          paragraph @3:13-3 <markup> "It was cold."
          paragraph @3:32-3 <markup> "— Ann Lee, 1990"
        paragraph @4:1-4 <markup> "The otter, which had been seen twice that winter, came back…"
      """),
    Golden(
      "a note in the title, an image that is loaded late, and a description that nothing cites",
      """
      <article><h1>Otters<a href="#n1"><sup>1</sup></a></h1><p>\(prose)<sup><a href="#n1">1</a></sup></p>
      <figure><img src="data:image/gif;base64,R0" data-src="otter.png" alt="An otter"></figure>
      <p>\(prose)</p>
      <dl><dt id="n1">1</dt><dd>Deeds.</dd><dt id="n2">2</dt><dd>Bills.</dd></dl></article>
      """,
      """
        title: Otters
        front matter: title@1
        paragraph @1:55-1 cites [1] <markup> "The otter, which had been seen twice that winter, came back…"
        figure @2:1-2 <markup> ""
        paragraph @3:1-3 <markup> "The otter, which had been seen twice that winter, came back…"
        list bulleted @4:1-4 <markup> ""
          item @4:38-4 <markup> "2"
          item @4:56-4 <markup> "Bills."
        footnote [1] @4:5-4 cited 1:171 <markup> "Deeds."
      """),
    Golden(
      "a note that links to another note",
      """
      <article><h1>Otters</h1><p>\(prose)<sup><a href="#n1" id="r1">1</a></sup> \(prose)<sup><a href="#n2" id="r2">2</a></sup></p>
      <ol><li id="n1">Deeds. <a href="#r1">↩</a></li><li id="n2">See <a href="#n1">note 1</a>. <a href="#r2">↩</a></li></ol></article>
      """,
      """
        title: Otters
        front matter: title@1
        paragraph @1:25-1 cites [1][2] <markup> "The otter, which had been seen twice that winter, came back…"
        footnote [1] @2:5-2 cited 1:141 <markup> "Deeds."
        footnote [2] @2:48-2 cited 1:293 <markup> "See note 1."
      """),
    Golden(
      "notes with links back, a note that nothing cites, and a reference in another note",
      """
      <article><p>\(prose)<sup id="r1"><a href="#n1">1</a></sup> And so on<a class="footnote-ref" href="#n2">[2]</a>.</p>
      <ol class="footnotes"><li id="n1">Reed, p. 5. <a href="#r1">↩</a></li>
      <li id="n2"><p>First.</p><p>Second.</p></li>
      <li id="n3">Not cited.</li></ol></article>
      """,
      """
        paragraph @1:10-1 cites [1][2] <markup> "The otter, which had been seen twice that winter, came back…"
        footnote [1] @2:23-2 cited 1:126 <markup> "Reed, p. 5."
        footnote [2] @3:1-3 cited 1:174 <markup> "First."
          paragraph @3:26-3 <markup> "Second."
        footnote [3] @4:1-4 <markup> "Not cited."
        ! 4:1 warning footnote-unreferenced
      """),
    Golden(
      "notes of old pages: named anchors, no blocks",
      """
      <p>\(prose)<a name="b1"></a><a href="#f1">[1]</a> \(prose)<a name="b2"></a><a href="#f2">[2]</a></p>
      <hr>
      <div><a name="f1"></a><a href="#b1">[1]</a> One.<br>
      <a name="f2"></a><a href="#b2">[2]</a> Two.</div>
      """,
      """
        paragraph @1:1-1 cites [1][2] <markup> "The otter, which had been seen twice that winter, came back…"
        footnote [1] @3:6-3 cited 1:134 <markup> "One."
        footnote [2] @4:1-4 cited 1:286 <markup> "Two."
        boilerplate @2:1-2 <markup> ""
      """),
    Golden(
      "table with spans and caption",
      """
      <article><p>\(prose)</p>
      <table><caption>Table 3. Fish</caption>
      <tr><th>Kind</th><th>A</th><th>B</th></tr>
      <tr><th rowspan=2>Eel</th><td colspan=2>many</td></tr>
      <tr><td>1</td><td>2</td></tr></table></article>
      """,
      """
        paragraph @1:10-1 <markup> "The otter, which had been seen twice that winter, came back…"
        table @2:1-5 <markup> "Table 3. Fish"
          label: Table 3
          caption: Fish
          header: Kind | A | B
          row: Eel | many |
          row:  | 1 | 2
      """),
    Golden(
      "layout table",
      "<table><tr><td><p>\(prose)</p><p>\(prose)</p></td></tr></table>",
      """
        paragraph @1:16-1 <markup> "The otter, which had been seen twice that winter, came back…"
        paragraph @1:136-1 <markup> "The otter, which had been seen twice that winter, came back…"
      """),
    Golden(
      "poll",
      """
      <article><p>\(prose)</p>
      <div class="poll"><h3>Have you seen one?</h3>
      <ul><li>Yes <b>30 votes (60%)</b></li><li>No <b>20 votes (40%)</b></li></ul></div></article>
      """,
      """
        paragraph @1:10-1 <markup> "The otter, which had been seen twice that winter, came back…"
        poll @2:1-3 <votes> ""
          30 60.0% Yes
          20 40.0% No
          total 50
      """),
    Golden(
      "pull quote, quote, figure and code",
      """
      <article><p>\(prose)</p>
      <aside class="pullquote"><p>Nobody knew where it had been, or why.</p></aside>
      <blockquote><p>It swims.</p></blockquote>
      <figure><img src="o.jpg" alt="An otter"><figcaption>Asleep.</figcaption></figure>
      <pre>a
        b</pre></article>
      """,
      """
        paragraph @1:10-1 <markup> "The otter, which had been seen twice that winter, came back…"
        pull_quote @2:1-2 of @1 <markup> "Nobody knew where it had been, or why."
        quote @3:1-3 <markup> ""
          paragraph @3:13-3 <markup> "It swims."
        figure @4:1-4 <markup> ""
          caption @4:41-4 of @4 <markup> "Asleep."
        code @5:1-6 <markup> "a
        b"
      """),
    Golden(
      "ruby, line breaks and hidden words",
      """
      <article><p>\(prose) <ruby>獺<rp>(</rp><rt>かわうそ</rt><rp>)</rp></ruby></p>
      <p>One line<br>two lines<br><br>next <span hidden>no</span>paragraph</p></article>
      """,
      """
        paragraph @1:10-1 <markup> "The otter, which had been seen twice that winter, came back…"
        paragraph @2:4-2 <markup> "One line two lines"
        paragraph @2:33-2 <markup> "next paragraph"
        boilerplate @2:38-2 <markup> "no"
      """),
  ]
}
