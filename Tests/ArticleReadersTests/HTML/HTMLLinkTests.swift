import ArticleModel
import ArticleReaders
import Testing

/// Links that stand around blocks.
@Suite struct HTMLLinkTests {
  @Test(arguments: [
    "<a href=/otters><h2></h2>Otters</a>",
    "<a href=/otters><h2>Back</h2>Otters</a>",
    "<a href=/otters><table><tr><th>Year<th>Otters<tr><td>2020<td>3</table>Otters</a>",
    "<a href=/otters><figure><img src=o.png><figcaption>One</figcaption></figure>Otters</a>",
  ])
  func keepsItsTargetBehindABlock(_ link: String) {
    let page = "<body><article><p>\(HTMLTreeTests.prose)</p>\(link)</article></body>"
    let article = ArticleReader.read(Array(page.utf8), path: "l", format: .html)
    // A figure's own run names its picture.
    let targets = article.nodes.filter { $0.kind != .figure }.flatMap { node in
      article.runs[node.runs.range].filter { $0.style.contains(.link) }.map { run in
        (
          String(decoding: article.text[run.text.range], as: UTF8.self),
          String(decoding: article.text[run.href.range], as: UTF8.self)
        )
      }
    }
    #expect(targets.contains { $0 == ("Otters", "/otters") })
    #expect(targets.allSatisfy { $0.1 == "/otters" })
  }
}
