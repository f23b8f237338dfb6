/// The label of a note: a number, a letter or a sign.
struct NoteLabel: Hashable {
  /// The number, or `nil` for a letter or a sign.
  let number: Int?
  /// The letter or sign; empty for a number.
  private let sign: [UInt8]

  /// The label of a numbered note.
  init(number: Int) {
    self.number = number
    sign = []
  }

  /// A label that is a letter, a sign or a name.
  init(sign: some Sequence<UInt8>) {
    number = nil
    self.sign = Array(sign)
  }

  /// The label without brackets and dots: `12`, `a`, `*`.
  var text: [UInt8] { number.map { Array(String($0).utf8) } ?? sign }

  static func == (a: NoteLabel, b: NoteLabel) -> Bool {
    a.number == b.number && (a.number != nil || a.sign == b.sign)
  }

  func hash(into hasher: inout Hasher) {
    if let number { hasher.combine(number) } else { hasher.combine(sign) }
  }
}

/// The ways in which a label is written.
enum NoteForm: UInt8, CaseIterable {
  /// `[12]`, also full width `［12］`
  case bracketed
  /// `[^12]`, in Markdown
  case caret
  /// `(12)`, also full width `（12）`
  case parenthesised
  /// `12)`
  case halfParenthesised
  /// `12.`
  case dotted
  /// `12 `
  case bare
  /// `¹²`, `^12`
  case superscript
  /// `*`, `†`
  case sign
  /// `注12`, `註12`, `주 12`
  case noteWord
  /// A bullet where the extractor lost the number.
  case bullet
  /// Nothing at all: entries of a references section.
  case none
}
