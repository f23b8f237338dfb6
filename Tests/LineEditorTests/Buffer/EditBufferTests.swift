import Testing

@testable import LineEditor

@Suite struct EditBufferTests {
  /// Reads a buffer from text in which `|` marks the cursor.
  private func buffer(_ marked: String) -> EditBuffer {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    return EditBuffer(parts.joined(), cursor: parts[0].utf8.count)
  }

  private func marked(_ buffer: EditBuffer) -> String {
    buffer[0..<buffer.cursor] + "|" + buffer[buffer.cursor..<buffer.count]
  }

  @Test(arguments: [
    ("a|c", "b", "ab|c"),
    ("e|x", "\u{301}", "e\u{301}|x"),
    ("👨|👧", "\u{200D}", "👨\u{200D}👧|"),
    ("日|語", "本", "日本|語"),
    ("|", "a\r\nb\rc", "a\nb\nc|"),
  ])
  func insertsAtClusterBoundaries(_ before: String, _ text: String, _ after: String) {
    var edited = buffer(before)
    edited.insert(text)
    #expect(marked(edited) == after)
  }

  @Test func putsTheCursorBehindAMarkThatJoinsTheInsertion() {
    var buffer = EditBuffer("\u{301}", cursor: 0)
    buffer.insert("e")
    #expect(buffer.cursor == 3)
  }

  @Test(arguments: [
    ("ab|", 1, 2), ("日本|", 3, 6), ("e\u{301}|x", 0, 4), ("👩‍👩‍👧‍👦|", 0, 25), ("|", 0, 0),
    ("🇫🇷|🇩🇪", 0, 16), ("가|", 0, 3),
  ])
  func stepsOverWholeClusters(_ text: String, _ before: Int, _ after: Int) {
    let buffer = buffer(text)
    #expect(buffer.offset(before: buffer.cursor) == before)
    #expect(buffer.offset(after: buffer.cursor) == after)
  }

  @Test(arguments: [
    ("foo bar|", "foo |bar"), ("foo.bar_1  |", "foo.|bar_1  "), ("|", "|"), ("  |", "|  "),
    ("日本 語|", "日本 |語"), ("a\nb|", "a\n|b"),
  ])
  func findsTheStartOfAWord(_ before: String, _ after: String) {
    var moved = buffer(before)
    moved.move(to: moved.wordStart(before: moved.cursor))
    #expect(marked(moved) == after)
  }

  @Test(arguments: [
    ("|foo bar", "foo| bar"), ("foo| (bar)", "foo (bar|)"), ("é|té!", "été|!"), ("x|", "x|"),
  ])
  func findsTheEndOfAWord(_ before: String, _ after: String) {
    var moved = buffer(before)
    moved.move(to: moved.wordEnd(after: moved.cursor))
    #expect(marked(moved) == after)
  }

  @Test(arguments: [
    ("a|b", "ba|"), ("ab|", "ba|"), ("|ab", "|ab"), ("a|", "a|"), ("日e\u{301}|", "e\u{301}日|"),
    ("a\n|b", "a\n|b"), ("x\nab|\ny", "x\nba|\ny"),
  ])
  func transposesClustersOfALine(_ before: String, _ after: String) {
    var edited = buffer(before)
    edited.transpose()
    #expect(marked(edited) == after)
  }

  @Test func keepsTheColumnOverShorterAndWiderLines() {
    var buffer = EditBuffer("abcdef\n日本\nx\nabcdef", cursor: 5)
    let columns: (Substring) -> Int = { Metrics().columns($0) }
    var places: [String] = []
    while buffer.moveVertically(by: 1, columns: columns) { places.append(marked(buffer)) }
    #expect(
      places == [
        "abcdef\n日本|\nx\nabcdef", "abcdef\n日本\nx|\nabcdef", "abcdef\n日本\nx\nabcde|f",
      ])
  }

  @Test func givesTheRangeOfALine() {
    let buffer = EditBuffer("ab\n\ncd")
    #expect(
      (0...6).map { buffer.lineRange(at: $0) } == [0..<2, 0..<2, 0..<2, 3..<3, 4..<6, 4..<6, 4..<6])
  }

  @Test func movesIntoNoCluster() {
    let text = "e\u{301}日👨‍👧"
    for offset in -1...text.utf8.count + 1 {
      let buffer = EditBuffer(text, cursor: offset)
      #expect(String.Index(buffer.index(buffer.cursor), within: text) != nil)
      #expect(buffer.cursor >= min(max(offset, 0), text.utf8.count))
    }
  }
}
