import TerminalTesting
import Testing

@testable import LineEditor

@Suite struct RecallTests {
  private let history = ["first", "for {\n  x\n}", "second 日本", "First again"]

  @Test(arguments: [
    ("<Up>", "First again|"),
    ("<Up><Up>", "second 日本|"),
    ("<Up><Up><Up><Up>", "for {\n | x\n}"),
    ("<Up><Up><Up><Up><Up><Up>", "first|"),
    ("<Up><Up><Up><Up><Up><Up><Up>", "first|"),
    ("dra<Up><Down>ft", "draft|"),
    ("<Up>!<Up><Down>", "First again!|"),
    ("<Down>", "|"),
    ("a<Alt-Enter>b<Up><Up>", "First again|"),
    ("a<Alt-Enter>b<Ctrl-P><Ctrl-N>", "a\nb|"),
    ("f<PageUp>", "f|or {\n  x\n}"),
    ("f<PageUp><PageUp>", "f|irst"),
    ("f<PageUp><PageUp><PageDown><PageDown>", "f|"),
    ("zz<PageUp>", "zz|"),
    ("dra<Up><Ctrl-_>", "dra|"),
  ])
  func movesThroughTheHistory(_ keys: String, _ expected: String) {
    var typist = Typist(client: Bracketed(), history: history)
    typist.type(keys)
    #expect(typist.marked == expected)
  }

  @Test(arguments: [
    ("<Ctrl-R>fi", "|First again"),
    ("<Ctrl-R>fi<Ctrl-R>", "|first"),
    ("<Ctrl-R>fi<Ctrl-R><Ctrl-S>", "|First again"),
    ("<Ctrl-R>Fi<Ctrl-R>", "|First again"),
    ("<Ctrl-R>日", "second |日本"),
    ("<Ctrl-R>x", "for {\n  |x\n}"),
    ("<Ctrl-R>fix<Backspace><Ctrl-R>", "|first"),
    ("old<Ctrl-R>fi<Ctrl-G>", "old|"),
    ("old<Ctrl-R>fi<Ctrl-C>", "old|"),
    ("<Ctrl-R>fi<Enter>x", "x|First again"),
    ("<Ctrl-R>fi<Right>x", "Fx|irst again"),
    ("<Ctrl-R>ag<Enter><Up>", "second 日本|"),
    ("old<Ctrl-R>fi<Enter><Ctrl-_>", "old|"),
    ("old<Ctrl-R>", "old|"),
  ])
  func searches(_ keys: String, _ expected: String) {
    var typist = Typist(client: Bracketed(), history: history)
    typist.type(keys)
    #expect(typist.marked == expected)
    #expect(typist.outcome == nil)
  }

  @Test func showsThePatternAndTheMatch() {
    var typist = Typist(history: history)
    typist.type("<Ctrl-R>日本")
    #expect(typist.screen.lines == ["> second 日本", "search: 日本"])
    #expect(typist.screen.style(row: 0, column: 9) == "7")
    #expect(typist.screen.style(row: 0, column: 8) == "")
    typist.type("?")
    #expect(typist.screen.lines == ["> second 日本", "no match: 日本?"])
  }

  @Test func suggestsTheNewestEntryThatGoesOn() {
    var typist = Typist(history: history)
    typist.type("se")
    #expect(typist.screen.lines == ["> second 日本"])
    #expect(typist.screen.style(row: 0, column: 4) == "2")
    #expect(typist.screen.cursor.column == 4)
    #expect(typist.text == "se")
    typist.type("<Alt-F>")
    #expect(typist.text == "second")
    typist.type("<Right>")
    #expect(typist.text == "second 日本")
  }

  @Test func suggestsNothingWhenTold() {
    var configuration = EditorConfiguration(terminalType: "xterm")
    configuration.suggestsHistory = false
    var typist = Typist(history: history, configuration: configuration)
    typist.type("se<Right>")
    #expect(typist.screen.lines == ["> se"])
  }
}
