import TerminalTesting
import Testing

@testable import LineEditor

@Suite struct EditingTests {
  @Test(arguments: [
    ("abc<Left><Left>x", "ax|bc"),
    ("abc<Home>x<End>y", "xabcy|"),
    ("abc<Ctrl-A><Ctrl-F>x<Ctrl-E><Ctrl-B>y", "axby|c"),
    ("日本語<Left><Backspace>", "日|語"),
    ("e\u{301}x<Left><Backspace>", "|x"),
    ("👩‍👩‍👧‍👦a<Left><Left><Delete>", "|a"),
    ("one two<Ctrl-W>", "one |"),
    ("a.b/c d.e<Ctrl-W>", "a.b/c |"),
    ("a.bc<Alt-Backspace>", "a.|"),
    ("one two<Alt-B><Alt-B><Alt-D>", "| two"),
    ("one two<Ctrl-Left>x<Ctrl-Right>y", "one xtwoy|"),
    ("one two<Alt-B><Ctrl-K>", "one |"),
    ("one two<Alt-B><Ctrl-U>", "|two"),
    ("one two<Ctrl-W><Ctrl-Y><Ctrl-Y>", "one twotwo|"),
    ("one two three<Ctrl-W><Ctrl-W><Ctrl-Y>", "one two three|"),
    ("one two<Ctrl-W>x<Ctrl-W><Ctrl-Y><Alt-Y>", "one two|"),
    ("ab<Ctrl-T>", "ba|"),
    ("a<Ctrl-D>b<Left><Ctrl-D>", "a|"),
    ("a<Alt-Enter>b<Up>x<Down><Down>y", "ax\nby|"),
    ("ab<Alt-Enter>c<Home><Backspace>", "ab|c"),
    ("ab<Alt-Enter>c<Up><End><Ctrl-K>", "ab|c"),
    ("ab<Alt-Enter>cd<Ctrl-Home>x<Ctrl-End>y", "xab\ncdy|"),
    ("a<Insert>b<Escape>", "ab|"),
  ])
  func edits(_ keys: String, _ expected: String) {
    var typist = Typist()
    typist.type(keys)
    #expect(typist.marked == expected)
  }

  @Test(arguments: [
    ("abc<Ctrl-_>", "|"),
    ("one two<Ctrl-_>", "one|"),
    ("one two<Ctrl-_><Ctrl-_><Alt-/>", "one|"),
    ("one<Ctrl-U><Ctrl-_>", "one|"),
    ("ab<Left>c<Ctrl-_>", "a|b"),
    ("ab<Backspace><Ctrl-_><Ctrl-_><Ctrl-_>", "|"),
    ("ab<Ctrl-_>x<Alt-/>", "x|"),
  ])
  func undoes(_ keys: String, _ expected: String) {
    var typist = Typist()
    typist.type(keys)
    #expect(typist.marked == expected)
  }

  @Test func continuesAnIncompleteBlockWithIndentation() {
    var typist = Typist(client: Bracketed())
    typist.type("f {<Enter>g(1<Enter>2)<Enter>}")
    #expect(typist.marked == "f {\n  g(1\n    2)\n}|")
    #expect(typist.outcome == nil)
    typist.type("<Enter>")
    #expect(typist.outcome == .submit("f {\n  g(1\n    2)\n}"))
  }

  @Test func submitsFromAnyLineOfACompleteBlock() {
    var typist = Typist(client: Bracketed(), text: "{\n}")
    typist.type("<Up><Enter>")
    #expect(typist.outcome == .submit("{\n}"))
  }

  @Test func indentsWithTabAndTakesItBackAtOnce() {
    var typist = Typist(client: Bracketed())
    typist.type("a<Alt-Enter><Tab><Tab>")
    #expect(typist.marked == "a\n    |")
    typist.type("<Backspace>")
    #expect(typist.marked == "a\n  |")
  }

  @Test(arguments: [
    ("<Ctrl-C>", EditSession.Outcome.interrupt), ("<Ctrl-D>", .endOfInput),
    ("<Ctrl-Z>", .suspend), ("<Ctrl-L>", .clearScreen), ("<Enter>", .submit("")),
  ])
  func tellsWhatAKeyAsksFor(_ key: String, _ outcome: EditSession.Outcome) {
    var typist = Typist()
    typist.type(key)
    #expect(typist.outcome == outcome)
  }

  @Test func pastesWithoutRunningOrIndenting() {
    var typist = Typist(client: Bracketed())
    typist.press([KeyPress(.paste("{\n      x\n}\ny\n"))])
    #expect(typist.outcome == nil)
    #expect(typist.text == "{\n      x\n}\ny\n")
    typist.type("<Ctrl-_>")
    #expect(typist.text == "")
  }

  @Test func showsColoursWhereTheClientWantsThem() {
    var typist = Typist(client: Bracketed())
    typist.type("a1")
    #expect(typist.screen.style(row: 0, column: 3) == "36")
    #expect(typist.screen.style(row: 0, column: 2) == "")
  }

  @Test func showsANoteBesideTheCursorButDoesNotTakeIt() {
    var typist = Typist(client: Bracketed())
    typist.type("print(")
    #expect(typist.screen.lines == ["> print(  print(value, …)"])
    #expect(typist.screen.cursor.column == 8)
    typist.type("<Right><End>")
    #expect(typist.text == "print(")
  }
}
