import ArticleModel
import ArticleReaders
import PluginHost
import Testing

/// Paragraphs that are one line of hundreds of thousands of bytes, in which something stands again and
/// again that the glossary looks at.
///
/// To look at all that stands before each place takes quadratic time, ten seconds and more here; a tenth of
/// that is what it takes to look at what is near.
@Suite struct GlossaryCostTests {
  @Test(arguments: [
    "the lamp (see 12) turned (cf. the notes) ", "the lamp ", "(", "(((x", "x (y ",
    "the lens meaning “light” of it ", "“the lamp (lens) ",
  ])
  func takesTimeInProportion(_ piece: String) throws {
    let count = 600_000 / piece.utf8.count
    let text = "# Lamps\n\nA " + String(repeating: piece, count: count) + "\n"
    let article = ArticleReader.read(Array(text.utf8), path: "long.md", format: .markdown)
    var limits = Limits()
    limits.cpu = .seconds(8)
    let session = try PluginSession(path: Repository.plugin("glossary"), limits: limits)
    #expect(session.run(on: article).status == .ok)
  }
}
