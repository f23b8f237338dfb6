import TerminalTesting
import Testing

@testable import LineEditor

@Suite struct CompletionTests {
  @Test(arguments: [
    ("ta<Tab>", "table|"),
    ("x + ta<Tab>", "x + table|"),
    ("pr<Tab>", "pri|"),
    ("pr<Tab><Tab>", "print|"),
    ("pr<Tab><Tab><Tab>", "printer|"),
    ("pr<Tab><Tab><Tab><Tab><Tab>", "print|"),
    ("pr<Tab><Shift-Tab>", "private|"),
    ("pr<Tab><Tab><Down>", "printer|"),
    ("pr<Tab><Tab><Escape>", "pri|"),
    ("pr<Tab><Tab><Enter>", "print|"),
    ("pr<Tab><Tab>(", "print(|"),
    ("pr<Tab><Tab><Tab><Ctrl-_>", "pri|"),
    ("日<Tab><Tab>", "日本|"),
    ("zz<Tab>", "zz|"),
    ("ta)<Left><Tab>", "table|)"),
  ])
  func completes(_ keys: String, _ expected: String) {
    var typist = Typist(client: Bracketed())
    typist.type(keys)
    #expect(typist.marked == expected)
    #expect(typist.outcome == nil)
  }

  @Test func listsCandidatesInColumnsUnderTheBlock() {
    var typist = Typist(client: Bracketed())
    typist.type("pr<Tab>")
    #expect(typist.screen.lines == ["> pri", "print    printer  private"])
    typist.type("<Tab>")
    #expect(typist.screen.lines == ["> print", "print    printer  private", "about print"])
    #expect(typist.screen.style(row: 1, column: 0) == "7")
    #expect(typist.screen.style(row: 1, column: 9) == "")
    #expect(typist.screen.cursor == (0, 7))
    typist.type(" ")
    #expect(typist.screen.lines == ["> print"])
  }

  @Test func alignsColumnsOfWideCandidates() {
    var typist = Typist(client: Bracketed(words: ["a日本", "abcdef", "a語", "ab"]), columns: 20)
    typist.type("a<Tab>")
    #expect(typist.screen.lines == ["> a", "a日本   a語", "abcdef  ab"])
  }

  @Test func keepsALongListOnTheScreen() {
    let words = (10..<60).map { "w\($0)" }
    var typist = Typist(client: Bracketed(words: words), columns: 12, rows: 8)
    typist.type("w<Tab>")
    #expect(typist.screen.lines == ["> w", "w10  w35", "w11  w36", "w12  w37", "rows 1–3 of…"])
    typist.type("<Shift-Tab>")
    #expect(
      typist.screen.lines == ["> w59", "w33  w58", "w34  w59", "rows 24–25 …", "about w59"])
  }

  @Test func insertsNoPrefixThatIsShorterThanWhatWasTyped() {
    struct Fuzzy: LineEditorClient {
      func completions(for text: String, at cursor: Int) -> CompletionSet? {
        CompletionSet(replacing: 0..<cursor, with: [Completion("article"), Completion("atlas")])
      }
    }
    var typist = Typist(client: Fuzzy())
    typist.type("tl<Tab>")
    #expect(typist.text == "tl")
    typist.type("<Tab><Tab>")
    #expect(typist.text == "atlas")
  }
}
