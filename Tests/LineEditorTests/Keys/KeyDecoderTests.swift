import Testing

@testable import LineEditor

@Suite struct KeyDecoderTests {
  @Test(
    arguments: [
      ("a", [KeyPress(.scalar("a"))]),
      ("é日😀", [KeyPress(.scalar("é")), KeyPress(.scalar("日")), KeyPress(.scalar("😀"))]),
      ("\u{1}\u{1A}\u{0}\u{1F}", [.control("a"), .control("z"), .control("@"), .control("_")]),
      ("\r", [KeyPress(.enter)]),
      ("\n", [KeyPress(.enter)]),
      ("\t", [KeyPress(.tab)]),
      ("\u{7F}\u{8}", [KeyPress(.backspace), KeyPress(.backspace)]),
      ("\u{1B}[A\u{1B}OB", [KeyPress(.up), KeyPress(.down)]),
      ("\u{1B}[1;5C", [KeyPress(.right, .control)]),
      ("\u{1B}[1;2D", [KeyPress(.left, .shift)]),
      ("\u{1B}[1;7H", [KeyPress(.home, [.control, .alt])]),
      ("\u{1B}O5C", [KeyPress(.right, .control)]),
      ("\u{1B}Od\u{1B}[a", [KeyPress(.left, .control), KeyPress(.up, .shift)]),
      ("\u{1B}[3~\u{1B}[3;5~", [KeyPress(.delete), KeyPress(.delete, .control)]),
      ("\u{1B}[1~\u{1B}[8~", [KeyPress(.home), KeyPress(.end)]),
      ("\u{1B}[5~\u{1B}[6~", [KeyPress(.pageUp), KeyPress(.pageDown)]),
      ("\u{1B}[Z", [KeyPress(.tab, .shift)]),
      (
        "\u{1B}b\u{1B}\u{7F}\u{1B}\r",
        [.alt("b"), KeyPress(.backspace, .alt), KeyPress(.enter, .alt)]
      ),
      ("\u{1B}é", [.alt("é")]),
      ("\u{1B}\u{1B}[D", [KeyPress(.left, .alt)]),
      ("\u{1B}\u{1}", [KeyPress(.scalar("a"), [.alt, .control])]),
      (
        "\u{1B}OP\u{1B}[15~\u{1B}[[C",
        [.init(.function(1)), .init(.function(5)), .init(.function(3))]
      ),
      ("\u{1B}[13;2u\u{1B}[27;3;13~", [KeyPress(.enter, .shift), KeyPress(.enter, .alt)]),
      ("\u{1B}[97;5u", [.control("a")]),
      ("\u{1B}[57358u", [KeyPress(.unknown)]),
      ("\u{1B}[I\u{1B}[<0;3;4M", [KeyPress(.unknown), KeyPress(.unknown)]),
      ("\u{1B}[99999999999999999999~a", [KeyPress(.unknown), KeyPress(.scalar("a"))]),
      ("\u{1B}]11;rgb:0/0/0\u{7}a", [KeyPress(.unknown), KeyPress(.scalar("a"))]),
      ("\u{1B}P>|name\u{1B}\\a", [KeyPress(.unknown), KeyPress(.scalar("a"))]),
      ("\u{1B}[1;\u{1B}[A", [KeyPress(.unknown), KeyPress(.up)]),
    ] as [(String, [KeyPress])])
  func decodesKeys(_ bytes: String, _ expected: [KeyPress]) {
    var whole = KeyDecoder()
    #expect(whole.feed(bytes.utf8) == expected)
    #expect(!whole.isPending)
    var piecewise = KeyDecoder()
    #expect(bytes.utf8.flatMap { piecewise.feed([$0]) } == expected)
  }

  @Test(arguments: [
    ("one\rtwo\r\nthree\nfour", "one\ntwo\nthree\nfour"),
    ("\u{1B}[A \u{3}", "\u{1B}[A \u{3}"),
    ("ends like it \u{1B}[201", "ends like it \u{1B}[201"),
    ("日本語", "日本語"),
    ("", ""),
  ])
  func takesPastedTextWhole(_ pasted: String, _ expected: String) {
    var decoder = KeyDecoder()
    let bytes = "x\u{1B}[200~\(pasted)\u{1B}[201~y"
    #expect(
      bytes.utf8.flatMap { decoder.feed([$0]) } == [
        KeyPress(.scalar("x")), KeyPress(.paste(expected)), KeyPress(.scalar("y")),
      ])
  }

  @Test(
    arguments: [
      ([0xFF], ["\u{FFFD}"]),
      ([0x80, 0x61], ["\u{FFFD}", "a"]),
      ([0xE6, 0x97, 0x61], ["\u{FFFD}", "a"]),
      ([0xC0, 0xAF], ["\u{FFFD}", "\u{FFFD}"]),
      ([0xED, 0xA0, 0x80], ["\u{FFFD}"]),
    ] as [([UInt8], [Unicode.Scalar])])
  func repairsInvalidBytes(_ bytes: [UInt8], _ expected: [Unicode.Scalar]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes) == expected.map { KeyPress(.scalar($0)) })
  }

  @Test(
    arguments: [
      ("\u{1B}", [KeyPress(.escape)]),
      ("\u{1B}[", [.alt("[")]),
      ("\u{1B}O", [.alt("O")]),
      ("\u{1B}]", [.alt("]")]),
      ("\u{1B}[1;", [KeyPress(.unknown)]),
      ("\u{1B}\u{1B}", [KeyPress(.escape, .alt)]),
    ] as [(String, [KeyPress])])
  func endsWhatIsPendingOnFlush(_ bytes: String, _ expected: [KeyPress]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes.utf8).isEmpty)
    #expect(decoder.isPending)
    #expect(decoder.flush() == expected)
    #expect(decoder.feed("a".utf8) == [KeyPress(.scalar("a"))])
  }

  @Test func staysInAPasteOverAPause() {
    var decoder = KeyDecoder()
    _ = decoder.feed("\u{1B}[200~first\r".utf8)
    #expect(!decoder.isPending)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed("second\u{1B}[201~".utf8) == [KeyPress(.paste("first\nsecond"))])
  }

  @Test func bindsEachCommandToAKey() {
    let bound = Set(KeyBindings.standard.keys.compactMap { KeyBindings.standard[$0] })
    #expect(bound == Set(EditCommand.allCases))
  }
}
