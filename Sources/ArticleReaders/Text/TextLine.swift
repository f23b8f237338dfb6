/// One line of a text and what its bytes tell at a glance.
struct TextLine {
  /// The first byte of the line.
  var start: Int
  /// The bytes between the white space at both ends.
  var content: Range<Int>
  /// The columns of white space before the content; a tab goes to the next multiple of eight.
  var indent: Int
  /// What kinds of byte the content holds.
  var has: LineMarks
  /// The lexicon's entry for the whole line, or -1.
  var phrase: Int32 = -1

  /// Whether there is nothing but white space.
  var isBlank: Bool { content.isEmpty }
  /// The number of bytes between the white space at both ends.
  var count: Int { content.count }

  /// Takes content and indent off.
  mutating func blank() {
    content = content.lowerBound..<content.lowerBound
    indent = 0
    has = []
  }
}

/// Kinds of bytes that decide which readers look at a line.
struct LineMarks: OptionSet {
  let rawValue: UInt16
  static let letter = LineMarks(rawValue: 1)
  static let digit = LineMarks(rawValue: 2)
  static let pipe = LineMarks(rawValue: 4)
  static let tab = LineMarks(rawValue: 8)
  static let bracket = LineMarks(rawValue: 16)
  static let parenthesis = LineMarks(rawValue: 32)
  static let percent = LineMarks(rawValue: 64)
  static let nonASCII = LineMarks(rawValue: 128)
  /// Two or more spaces within the content.
  static let wideSpace = LineMarks(rawValue: 256)
  /// `*`, which may be the label of a note.
  static let asterisk = LineMarks(rawValue: 512)
  /// A byte that starts a superscript digit or one of the signs that label notes.
  static let superscript = LineMarks(rawValue: 1024)
  /// `/` or `>`, which may part the buttons of a menu.
  static let cut = LineMarks(rawValue: 2048)
  /// A list item whose bullet stands on the line below it.
  static let item = LineMarks(rawValue: 4096)
  /// Nothing of its own: what stands here belongs to the line above.
  static let joined = LineMarks(rawValue: 8192)
  /// A control character, tabs among them.
  static let control = LineMarks(rawValue: 16384)
  /// A link to edit the section stood behind the content.
  static let edited = LineMarks(rawValue: 32768)

  /// What a line may have that is changed where white space is collapsed.
  static let uneven: LineMarks = [.wideSpace, .control, .nonASCII]
}
