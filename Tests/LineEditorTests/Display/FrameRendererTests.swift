import TerminalTesting
import Testing

@testable import LineEditor

@Suite struct FrameRendererTests {
  private let layout = BlockLayout(prompt: "> ", continuationPrompt: ". ")

  private func frame(
    _ text: String, cursor: Int? = nil, hint: Hint? = nil, columns: Int = 10
  ) -> Frame {
    layout.frame(text, cursor: cursor ?? text.utf8.count, hint: hint, columns: columns)
  }

  @Test func writesOnlyTheTypedCharacter() {
    var renderer = FrameRenderer(theme: .monochrome, columns: 40)
    _ = renderer.draw(frame("ab", columns: 40))
    #expect(renderer.draw(frame("abc", columns: 40)) == Array("c".utf8))
    #expect(renderer.draw(frame("abc", columns: 40)) == [])
  }

  @Test func writesOnlyTheRowThatChanged() {
    var renderer = FrameRenderer(theme: .monochrome, columns: 40)
    _ = renderer.draw(frame("one\ntwo\nthree", columns: 40))
    let bytes = String(
      decoding: renderer.draw(frame("one\ntwx\nthree", columns: 40)), as: UTF8.self)
    #expect(bytes.contains("x"))
    #expect(!bytes.contains("one") && !bytes.contains("three") && !bytes.contains("tw"))
  }

  @Test(
    arguments: [
      ("abcdefgh", ["> abcdefgh", ""], 1, 0),
      ("abcdefghi", ["> abcdefgh", "i"], 1, 1),
      ("abcdefg日", ["> abcdefg", "日"], 1, 2),
      ("abc\ndef", ["> abc", ". def"], 1, 5),
      ("日本語日本", ["> 日本語日", "本"], 1, 2),
      ("a\tb", ["> a b"], 0, 5),
      ("\u{1B}[31m", ["> ^[[31m"], 0, 8),
    ] as [(String, [String], Int, Int)])
  func wrapsByItself(_ text: String, _ lines: [String], _ row: Int, _ column: Int) {
    let frame = frame(text)
    #expect(frame.rows.map { $0.map(\.text).joined() } == lines)
    #expect(frame.cursor == Frame.Position(row: row, column: column))
    #expect(frame.rows.allSatisfy { Frame.columns($0) <= 10 })
  }

  @Test func putsAWideClusterAndItsCursorOnTheNextRow() {
    #expect(frame("abcdefg日", cursor: 7).cursor == Frame.Position(row: 1, column: 0))
  }

  @Test(
    arguments: [
      ("ab", Hint("cd", kind: .suggestion), ["> abcd"]),
      ("ab", Hint("cdefghijk", kind: .suggestion), ["> abcdefg…"]),
      ("ab", Hint("note"), ["> ab  note"]),
      ("ab", Hint("a long note"), ["> ab  a l…"]),
      ("ab", Hint("one\ntwo", kind: .suggestion), ["> abone…"]),
      ("ab\ncd", Hint("x"), ["> ab", ". cd  x"]),
    ] as [(String, Hint, [String])])
  func keepsAHintInItsRow(_ text: String, _ hint: Hint, _ lines: [String]) {
    #expect(frame(text, hint: hint).rows.map { $0.map(\.text).joined() } == lines)
  }

  @Test func showsAHintAtTheEndOfTheCursorsLine() {
    let frame = frame("ab\ncd", cursor: 1, hint: Hint("x"))
    #expect(frame.rows.map { $0.map(\.text).joined() } == ["> ab  x", ". cd"])
    #expect(frame.cursor == Frame.Position(row: 0, column: 3))
  }

  @Test func keepsTheCursorInTheWindowOfATallBlock() {
    let text = (1...20).map(String.init).joined(separator: "\n")
    var top = 0
    let last = frame(text).window(height: 5, top: &top)
    #expect(last.rows.count == 5 && top == 15 && last.cursor.row == 4)
    let same = frame(text, cursor: text.utf8.count - 6).window(height: 5, top: &top)
    #expect(top == 15 && same.cursor.row == 2)
    _ = frame(text, cursor: 0).window(height: 5, top: &top)
    #expect(top == 0)
  }

  @Test(arguments: VirtualScreen.Counting.allCases)
  func alignsTextBehindJoinedEmojiInEveryTerminal(_ counting: VirtualScreen.Counting) {
    var screen = VirtualScreen(columns: 20, rows: 3, counting: counting)
    var renderer = FrameRenderer(theme: .monochrome, columns: 20)
    screen.write(renderer.draw(frame("👩‍👧ab", columns: 20)))
    #expect(screen.cursor.column == 6)
    screen.write(renderer.draw(frame("ab", columns: 20)))
    #expect(screen.lines == ["> ab"])
    #expect(screen.cursor.column == 4)
  }

  @Test(arguments: [
    ("abcdefghijklmnop", 20, 8), ("日本語日本語日本語", 20, 7), ("ab\nabcdefghijklmnop\nab", 20, 6),
    ("abcdefghijklmnopqrstuvwxyz\n日本語日本語日本語日本語", 20, 5), ("abcdefghijklmnop", 8, 20),
    ("日本語日本語日本語日", 9, 4), ("abcdefgh", 10, 5), ("ab", 10, 3),
  ])
  func leavesNothingBehindWhenTheWidthChanges(_ text: String, _ from: Int, _ to: Int) {
    for cursor in [0, 3, text.utf8.count] {
      var screen = VirtualScreen(columns: from, rows: 30)
      var renderer = FrameRenderer(theme: .monochrome, columns: from)
      screen.write(Array("above\r\n".utf8))
      screen.write(renderer.draw(frame(text, cursor: cursor, columns: from)))
      screen.resize(columns: to, rows: 30)
      screen.write(renderer.resize(columns: to))
      let anew = frame(text, cursor: cursor, columns: to)
      screen.write(renderer.draw(anew))
      let rows = anew.rows.map { $0.map(\.text).joined() }.map {
        $0.hasSuffix(" ") ? String($0.dropLast()) : $0
      }
      var above = VirtualScreen(columns: from, rows: 30)
      above.write(Array("above".utf8))
      above.resize(columns: to, rows: 30)
      #expect(screen.lines == above.lines + rows.reversed().drop { $0.isEmpty }.reversed())
      #expect(screen.cursor.column == anew.cursor.column)
    }
  }

  @Test func finishesATallBlockInTheScrollback() {
    var screen = VirtualScreen(columns: 10, rows: 4)
    var renderer = FrameRenderer(theme: .monochrome, columns: 10)
    let whole = frame((1...8).map(String.init).joined(separator: "\n"))
    var top = 0
    screen.write(renderer.draw(whole.window(height: 4, top: &top)))
    screen.write(renderer.finish(whole, wasCut: true))
    #expect(screen.scrolled + screen.lines == ["> 1"] + (2...8).map { ". \($0)" })
    #expect(screen.cursor == (3, 0))
  }
}
