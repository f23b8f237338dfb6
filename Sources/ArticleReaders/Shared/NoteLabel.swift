/// The label of a note: a number, a letter or a sign.
enum NoteLabel: Hashable {
  case number(Int)
  /// A letter, a sign or a name
  case sign([UInt8])

  /// The label of a numbered note.
  init(number: Int) { self = .number(number) }

  /// A label that is a letter, a sign or a name.
  init(sign: some Sequence<UInt8>) { self = .sign(Array(sign)) }

  /// A label that is the same as another only where both are written in the same way: `01` is a sign.
  init(writtenAs text: ArraySlice<UInt8>) {
    if text.count <= 4, text.first != UInt8(ascii: "0"), let number = decimal(text) {
      self = .number(number)
    } else {
      self = .sign(Array(text))
    }
  }

  /// The number, or `nil` for a letter or a sign.
  var number: Int? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The label without brackets and dots: `12`, `a`, `*`.
  var text: [UInt8] {
    switch self {
    case .number(let number): Array(String(number).utf8)
    case .sign(let sign): sign
    }
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
