import ArticleModel
import BatchRunner
import Testing

@testable import HTMLReport

@Suite struct EscapingTests {
  /// Texts that would run, load or break out of their place in a page that pasted them.
  static let injections = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><script href=data:,alert(1) /></svg>",
    "\"><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "</title><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "<!--<script>alert(1)//-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<iframe src=javascript:alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></math>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<details open ontoggle=alert(1)>",
    "<base href=//example.org/>",
    "<meta http-equiv=refresh content=0;url=//example.org>",
    "{{{style}}}{{#lines}}{{text}}{{/lines}}",
    "&lt;script&gt;&#60;b&#x3e;",
  ]

  /// The markup of a page without what its own style says.
  private func markup(_ html: String) -> String {
    guard let open = html.firstRange(of: "<style>"), let close = html.firstRange(of: "</style>")
    else { return html }
    return String(html[..<open.upperBound] + html[close.lowerBound...])
  }

  private func holdsNoForeignMarkup(_ html: String, titleCount: Int = 1) -> Bool {
    let markup = markup(html).lowercased()
    let forbidden = [
      "<script", "<img", "<svg on", "<svg>", "<iframe", "<math", "<noscript", "<base", "<animate",
      "<details open", "<!--", "<![", "href=\"javascript:", "href=\"data:text",
      "<meta http-equiv=refresh",
    ]
    return forbidden.allSatisfy { !markup.contains($0) }
      && markup.ranges(of: "<style").count == 1 && markup.ranges(of: "<title").count == titleCount
  }

  @Test(arguments: injections) func inAText(_ text: String) {
    let html = page(
      "\(text)\n\nA paragraph with \(text) in it, which goes on to a full stop.\n\n1. \(text)\n")
    #expect(holdsNoForeignMarkup(html))
    #expect(html.hasSuffix("</html>\n"))
  }

  @Test(arguments: injections) func inMarkdown(_ text: String) {
    let html = page(
      """
      ---
      title: '\(text.replacing("'", with: "''"))'
      ---
      # \(text)

      A `\(text)` and [link](javascript:alert(1)) and [two](<\(text)>)[^1].

      | \(text) | b |
      |---|---|
      | \(text) | 2 |

      ```
      \(text)
      ```

      [^1]: \(text)
      """, .markdown)
    #expect(holdsNoForeignMarkup(html))
  }

  @Test(arguments: injections) func inRecords(_ text: String) throws {
    var json = JSONWriter()
    json.value(text)
    let quoted = String(decoding: json.finish(), as: UTF8.self)
    let line = try record(
      """
      {"input":"a.txt","plugin":\(quoted),"status":"ok","result":{\(quoted):\(quoted),"list":[\(quoted)],"rows":[{\(quoted):\(quoted)}],"chart":{"ibid":"chart","kind":"bar","title":\(quoted),"data":[[\(quoted),3]]},"plot":{"ibid":"chart","kind":"line","title":\(quoted),"data":[[1,3],[2,4]]},"table":{"ibid":"table","title":\(quoted),"header":[\(quoted)],"rows":[[\(quoted)]]}},"findings":[{"message":\(quoted),"code":\(quoted),"level":\(quoted),"line":1}]}
      """)
    let html = page("Text.\n", .markdown, records: [line])
    // The two points of the curve have titles.
    #expect(holdsNoForeignMarkup(html, titleCount: 3))

    var corpus = Corpus()
    corpus.add(text, article: nil, records: [line], page: "articles/a.html")
    let index = String(
      decoding: CorpusPage(corpus, title: text, totals: []).render(), as: UTF8.self)
    #expect(index.ranges(of: "<script").count == 2)
    #expect(index.ranges(of: "</script>").count == 2)
    #expect(!index.contains("<img") && !index.contains("<iframe") && !index.contains("<!--"))
  }

  @Test func addressesThatRunAreNoLinks() {
    for address in [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x",
      "vbscript:x", "file:///etc/passwd", "//example.org/x", "x.html", "\u{1}javascript:alert(1)",
      "",
    ] { #expect(InlinePieces.address(address) == nil) }
    #expect(InlinePieces.address("HTTPS://example.org/") == "HTTPS://example.org/")
    #expect(InlinePieces.address("www.example.org") == "http://www.example.org")
  }

  @Test func brokenBytesAndControlCharactersShow() {
    let html = page([0x41, 0xFF, 0xC3, 0x28, 0x00, 0x1B, 0x5B, 0x33, 0x31, 0x6D, 0x0A], .text)
    #expect(html.contains("A\u{FFFD}\u{FFFD}("))
    #expect(html.contains("␛[31m"))
    #expect(!html.utf8.contains(0) && !html.utf8.contains(0x1B))
  }

  @Test func marksThatReorderTheSourceShowTheirNames() {
    #expect(page("if (x) \u{202E}// hidden\n").contains("if (x) ‹U+202E›// hidden"))
  }

  @Test func thePolicyAllowsWhatThePageHolds() throws {
    // echo -n abc | sha256sum, as base64.
    #expect(InlineFile(text: "abc").hash == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    let html = page("Text.\n", .markdown)
    let open = try #require(html.firstRange(of: "<style>"))
    let close = try #require(html.firstRange(of: "</style>"))
    let style = String(html[open.upperBound..<close.lowerBound])
    #expect(html.contains("style-src '\(InlineFile(text: style).hash)'"))
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains(" style=") && !html.contains("<script"))
  }
}
