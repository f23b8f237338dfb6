import ArticleModel
import Glibc
import Testing

@Suite("The sample articles read as recorded")
struct CorpusTreeTests {
  /// Set `IBID_RECORD=1` to write the trees anew; a run that records fails, so that nobody forgets to read them.
  private static let isRecording = getenv("IBID_RECORD") != nil

  @Test("An article's tree is the one beside it", arguments: Corpus.files(["txt", "md", "html"]))
  func tree(name: String) {
    let tree = Corpus.article(name).tree()
    if CorpusTreeTests.isRecording {
      Corpus.write(tree, to: name + ".tree")
      Issue.record("recorded \(name).tree; read it and run again without IBID_RECORD")
      return
    }
    let expected = Corpus.bytes(name + ".tree").map { String(decoding: $0, as: UTF8.self) }
    #expect(tree == expected)
  }

  @Test("The samples are there")
  func count() { #expect(Corpus.files(["txt", "md", "html"]).count >= 20) }
}
