import ArticleModel
import ArticleReaders
import Testing

/// Notes as the programs write them that make pages.
@Suite struct HTMLNoteTests {
  @Test(arguments: goldens)
  func readsNotes(_ golden: Golden) {
    #expect(tree(golden.source, .html) == golden.tree)
  }

  private static let prose = HTMLTreeTests.prose

  static let goldens: [Golden] = [
    Golden(
      "docutils from 0.18 on, and Sphinx",
      """
      <section id="run"><h2>Run<a class="headerlink" href="#run" title="Link">¶</a></h2>
      <p>\(prose) Run it <a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a> and wait.</p>
      <aside class="footnote-list brackets"><aside class="footnote brackets" id="id2" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a><span class="fn-bracket">]</span></span><p>See the manual.</p></aside></aside></section>
      """,
      """
        heading 2 @1:19-1 <markup> "Run"
        paragraph @2:1-2 cites [1] <markup> "The otter, which had been seen twice that winter, came back…"
        footnote [1] @3:39-3 cited 2:125 <markup> "See the manual."
      """),
    Golden(
      "docutils before",
      """
      <article><p>\(prose) Run it <a class="footnote-reference brackets" href="#id2" id="id1">1</a> and wait.</p>
      <dl class="footnote brackets"><dt class="label" id="id2"><span class="brackets"><a class="fn-backref" href="#id1">1</a></span></dt>
      <dd><p>See the manual.</p></dd></dl></article>
      """,
      """
        paragraph @1:10-1 cites [1] <markup> "The otter, which had been seen twice that winter, came back…"
        footnote [1] @2:31-3 cited 1:134 <markup> "See the manual."
      """),
    Golden(
      "docutils with notes as tables",
      """
      <div><p>\(prose) Run it <a class="footnote-reference" href="#id2" id="id1">[1]</a> and wait.</p>
      <table class="docutils footnote" frame="void" id="id2" rules="none"><colgroup><col class="label" /><col /></colgroup>
      <tbody valign="top"><tr><td class="label"><a class="fn-backref" href="#id1">[1]</a></td><td>See the manual.</td></tr></tbody></table></div>
      """,
      """
        paragraph @1:6-1 cites [1] <markup> "The otter, which had been seen twice that winter, came back…"
        footnote [1] @2:1-3 cited 1:130 <markup> "See the manual."
      """),
    Golden(
      "Word's endnotes with Roman labels",
      """
      <p>\(prose)<a name="_ednref1" href="#_edn1">[i]</a> \(prose)<a name="_ednref2" href="#_edn2">[ii]</a></p>
      <div id="edn1"><p><a name="_edn1" href="#_ednref1">[i]</a> First.</p></div>
      <div id="edn2"><p><a name="_edn2" href="#_ednref2">[ii]</a> Second.</p></div>
      """,
      """
        paragraph @1:1-1 cites [i][ii] <markup> "The otter, which had been seen twice that winter, came back…"
        footnote [i] @2:16-2 cited 1:117 <markup> "First."
        footnote [ii] @3:16-3 cited 1:271 <markup> "Second."
      """),
    Golden(
      "a note of MediaWiki that is cited twice",
      """
      <article><p>\(prose)<sup id="r0" class="reference"><a href="#n1">[1]</a></sup> \(prose)<sup id="r1" class="reference"><a href="#n1">[1]</a></sup></p>
      <ol class="references"><li id="n1"><span class="mw-cite-backlink">^ <a href="#r0"><sup><i><b>a</b></i></sup></a> <a href="#r1"><sup><i><b>b</b></i></sup></a> <a href="#r2"><sup><i><b>c</b></i></sup></a></span> <span class="reference-text">Jones, p. 4.</span></li></ol></article>
      """,
      """
        paragraph @1:10-1 cites [1][1] <markup> "The otter, which had been seen twice that winter, came back…"
        footnote [1] @2:24-2 cited 1:126 1:298 <markup> "Jones, p. 4."
      """),
    Golden(
      "LaTeXML: a note where it is cited, and references in brackets",
      """
      <article><p>\(prose) Sums are old<span class="ltx_note ltx_role_footnote" id="footnote1"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>Very old.</span></span></span> indeed.</p>
      <p>They help <cite>[<a href="#b1">1</a>, <a href="#b2">2</a>]</cite>, as (<a href="#b2">2</a>) shows.</p>
      <ul><li id="b1"><span class="tag">[1]</span> Euler.</li><li id="b2"><span class="tag">[2]</span> Gauss.</li></ul></article>
      """,
      """
        paragraph @1:10-1 cites [1] <markup> "The otter, which had been seen twice that winter, came back…"
        paragraph @2:1-2 cites [1][2][2] <markup> "They help, as shows."
        footnote [1] @1:229-1 cited 1:195 <markup> "Very old."
        footnote [1] @3:5-3 cited 2:21 <markup> "Euler."
        footnote [2] @3:57-3 cited 2:42 2:75 <markup> "Gauss."
      """),
    Golden(
      "headings with links to themselves and to edit them",
      """
      <article><h2 id="a">Fish <a href="#a">#</a></h2><p>\(prose)</p>
      <h2>Eels<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><p>\(prose)</p></article>
      """,
      """
        heading 2 @1:10-1 <markup> "Fish"
        paragraph @1:49-1 <markup> "The otter, which had been seen twice that winter, came back…"
        heading 2 @2:1-2 <markup> "Eels"
        paragraph @2:73-2 <markup> "The otter, which had been seen twice that winter, came back…"
        boilerplate @2:9-2 <navigation> "[edit]"
      """),
    Golden(
      "notes whose links back lead to places that the page has lost",
      """
      <article><p>\(prose)<a href="#fn1"><sup>1</sup></a> \(prose)<a href="#fn2"><sup>2</sup></a></p>
      <p id="fn1"><sup>1</sup> Deeds. <a href="#fnref1">↩</a></p>
      <p id="fn2"><sup>2</sup> Bills, see <a href="#plate">plate</a>. <a href="/otters#fnref2">↩︎</a></p></article>
      """,
      """
        paragraph @1:10-1 cites [1][2] <markup> "The otter, which had been seen twice that winter, came back…"
        footnote [1] @2:1-2 cited 1:126 <markup> "Deeds."
        footnote [2] @3:1-3 cited 1:271 <markup> "Bills, see plate."
      """),
    Golden(
      "a pull quote that names who said it",
      """
      <article><p>\(prose)</p>
      <figure class="wp-block-pullquote"><blockquote><p>Nobody knew where it had been</p><cite>Lena</cite></blockquote></figure>
      <p>\(prose)</p></article>
      """,
      """
        paragraph @1:10-1 <markup> "The otter, which had been seen twice that winter, came back…"
        pull_quote @2:1-2 of @1 <markup> "Nobody knew where it had been Lena"
        paragraph @3:1-3 <markup> "The otter, which had been seen twice that winter, came back…"
      """),
    Golden(
      "Word's title and headings",
      """
      <div class=WordSection1><p class=MsoTitle>On Otters</p>
      <p class=MsoHeading2>Diet</p><p class=MsoNormal>\(prose)</p></div>
      """,
      """
        title: On Otters
        front matter: title@1
        heading 2 @2:1-2 <markup> "Diet"
        paragraph @2:30-2 <markup> "The otter, which had been seen twice that winter, came back…"
      """),
  ]
}
