import TerminalTesting
import Testing

@testable import LineEditor

/// Whatever is typed, the screen shows exactly the frame that the session asks for.
@Suite struct ScreenInvariantTests {
  private static let texts = [
    "a", " ", "(", ")", "{", "}", "1", "日", "e\u{301}", "👩‍👧", "☺\u{FE0F}", "\t", "\u{200B}", "x y z",
    "w",
  ]

  /// A generator whose sequence is the same in every run.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {  // SplitMix64 (Steele, Lea, Flood 2014)
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test(arguments: 0..<40)
  func showsTheFrame(_ seed: Int) {
    var random = Random(state: UInt64(seed))
    let columns = [7, 10, 20, 33][seed % 4]
    var typist = Typist(
      client: Bracketed(), history: ["print(1)", "日本 = {\n  1,\n}", "www"], columns: columns,
      rows: [3, 6, 24][seed % 3])
    let keys = KeyBindings.standard.keys
    for step in 0..<250 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5:
        let text = Self.texts.randomElement(using: &random)!
        typist.press(text.unicodeScalars.map { KeyPress(.scalar($0)) })
      case 5: typist.press([KeyPress(.enter)])
      default: typist.press([keys.randomElement(using: &random)!])
      }
      let frame = typist.frame()
      let wanted = frame.rows.map { row in
        String(row.map(\.text).joined().reversed().drop { $0 == " " }.reversed())
      }
      var shown = typist.screen.lines
      // What scrolled away above the frame is no longer the renderer's.
      shown += Array(repeating: "", count: max(wanted.count - shown.count, 0))
      #expect(shown.suffix(wanted.count) == wanted[...], "seed \(seed), step \(step)")
      #expect(typist.screen.cursor.column == frame.cursor.column, "seed \(seed), step \(step)")
      #expect(typist.screen.isCursorVisible)
      #expect(typist.screen.unknown.isEmpty)
      guard shown.suffix(wanted.count) == wanted[...] else { return }
    }
  }
}
