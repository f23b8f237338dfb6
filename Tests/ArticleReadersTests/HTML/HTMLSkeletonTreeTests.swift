import Glibc
import Testing

@testable import ArticleReaders

/// The tree read through the skeleton is the one that gumbo makes of the whole page.
@Suite("Gumbo's tree of a page's skeleton is that of the page")
struct HTMLSkeletonTreeTests {
  private func check(_ source: [UInt8], _ name: String) {
    let whole = PageTree.whole(source)
    let read = PageTree.read(source)
    guard whole != read else { return }
    let first = zip(whole, read).enumerated().first { $1.0 != $1.1 }?.offset ?? whole.count
    let context = max(0, first - 2)..<first + 3
    Issue.record(
      """
      \(name), line \(first) of \(whole.count)
      gumbo: \(whole[context.clamped(to: whole.indices)].joined(separator: "\n"))
      read: \(read[context.clamped(to: read.indices)].joined(separator: "\n"))
      """)
  }

  @Test("On the sample pages", arguments: Corpus.files(["html"]))
  func samples(name: String) throws {
    check(try #require(Corpus.bytes(name)), name)
  }

  /// The folder that IBID_PAGES names holds other pages, as many as one likes.
  @Test("On the pages of a folder")
  func folder() {
    guard let folder = getenv("IBID_PAGES").map({ String(cString: $0) }) else { return }
    for name in Corpus.files(["html"], in: folder) {
      guard let bytes = Corpus.bytes(name, in: folder) else { continue }
      check(bytes, name)
    }
  }

  private static let pieces = [
    "<p>", "</p>", "text ", "a longer text with words", "<div class=share>", "</div>",
    "<h1 id='x'>Title</h1>\n", "<table>", "<tr>", "<td colspan=2>cell", "</table>\n",
    "<ul><li>", "</ul>", "<sup><a href=\"#fn1\">1</a></sup>", "<li id=fn1>note</li>\n",
    "<blockquote>", "</blockquote>", "<!-- c -->", "<!-->", "<!-- c --!>", "<!--!>", "<!---!>",
    "<!----!>",
    "<!doctype html>", "\n",
    "<script>x < y</script>", "<style>p > a</style>", "<figure><img src=a>", "<figcaption>cap",
    "</figure>", "<pre>\ncode\n  more</pre>", "<br><br/>", "&amp;", "&copy", "&#8212;", "&notit;",
    "<a name=n>", "</a>", "<nav>menu</nav>", "<b>", "</b>", "<i>", "</i>", "<aside>", "<body>",
    "</html>", "<head>", "<title>t &lt; u</title>", "<textarea>a</textarea>", "漢字。",
    "<select><option>o", "</select>", "<svg><path d='m'/>s</svg>", "</svg>",
    "<math><mi>x</mi></math>",
    "<![CDATA[c]]>", "</", "< ", "<", "</ x>", "<?php ?>", "<input type=hidden>", "<form>",
    "</form>", "<button>", "<iframe>i</iframe>", "<noscript><p>n</noscript>", "<dl><dt>t<dd>d",
    "<caption>", "<colgroup><col>", "<ruby>r<rt>t", "<template><p>t</template>", "<hr/>",
    "<p title=\"a > b\" title=c>", "<div/>", "<span x=1 / y>", "<applet>", "</applet>", "\t",
  ]

  @Test("On pages that nobody wrote", arguments: 0..<500)
  func generated(seed: UInt64) {
    var random = Seeded(state: seed)
    let count = Int.random(in: 1...40, using: &random)
    var source = ""
    for _ in 0..<count {
      let piece = Self.pieces.randomElement(using: &random)!
      // Within `select` the standard reads the content of `style` as text; the reader leaves it out there too.
      let isStyle = piece.hasPrefix("<style") || piece.hasPrefix("<iframe")
      if !isStyle || !source.contains("<select>") { source += piece }
    }
    check(Array(source.utf8), source.debugDescription)
  }
}
