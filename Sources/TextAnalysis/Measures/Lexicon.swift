import Bytes
import Glibc

/// The words that the texts of one language have had so far: what a word is is worked out when it is
/// first seen, so that later it costs one look-up.
///
/// A *form* is a word as it is written; a *type* is what forms that differ only in case have in
/// common, under its folded spelling.
///
/// A plain value over memory that its owner frees: a class would cost a check of exclusive access
/// per word.
struct Lexicon {
  /// A word as it is written.
  struct Form {
    /// -1 for what begins with a digit: no word of the vocabulary.
    var type: Int32
    var occurrences: Int32 = 0
    /// The count that `occurrences` belongs to.
    var count: UInt32 = 0
    var syllables: Int32
    /// Letters and digits: no apostrophes, hyphens, stops.
    var letters: Int32
    /// Not on the list of `FamiliarWords`; always false in other languages than English.
    var isUnfamiliar: Bool
  }

  /// What forms that differ only in case are together.
  struct Kind {
    var occurrences: Int32 = 0
    /// The count that `occurrences` belongs to.
    var count: UInt32 = 0
    /// The factor of `LexicalDiversity` that has met it last.
    var factor: UInt32 = 0
    var scalars: Int32
    var isStopWord: Bool
  }

  /// Nil stands for the rules of English without its lists.
  let language: Language?
  private(set) var forms = Growing<Form>(capacity: 4096)
  private(set) var types = Growing<Kind>(capacity: 4096)
  private var formIndex = WordIndex()
  private var typeIndex = WordIndex()

  init(_ language: Language?) { self.language = language }

  func free() {
    forms.free()
    types.free()
    formIndex.free()
    typeIndex.free()
  }

  /// Bytes that it holds, about.
  var size: Int { formIndex.size + typeIndex.size + forms.count * 32 + types.count * 24 }

  /// The folded spelling of a type, until the next word is looked up.
  func spelling(_ type: Int) -> UnsafeBufferPointer<UInt8> { typeIndex.word(type) }

  /// How the spellings of two types compare in bytewise order: below 0 where the first comes first.
  func order(_ a: Int, _ b: Int) -> Int {
    let (first, second) = (spelling(a), spelling(b))
    guard let start = first.baseAddress, let other = second.baseAddress else { return 0 }
    let order = memcmp(start, other, min(first.count, second.count))
    return order != 0 ? Int(order) : first.count - second.count
  }

  /// Returns the form of a word; `limit` is the end of the memory that may be read.
  @inline(__always)
  mutating func form(
    _ word: UnsafePointer<UInt8>, _ length: Int, limit: UnsafePointer<UInt8>
  ) -> Int {
    let number = Int(formIndex.number(of: word, length, limit: limit))
    if number == forms.count { describe(UnsafeBufferPointer(start: word, count: length)) }
    return number
  }

  @inline(never)
  private mutating func describe(_ word: UnsafeBufferPointer<UInt8>) {
    let isEnglish = language == .english
    let form = Form(
      type: ASCII.isDigit(word[0]) ? -1 : type(CaseFolding.fold(word.span)),
      syllables: Int32(Syllables.count(in: word.span, language: language)),
      letters: Int32(Lexicon.letters(word)),
      isUnfamiliar: isEnglish && !FamiliarWords.contains(word))
    forms.append(form)
  }

  private mutating func type(_ folded: [UInt8]) -> Int32 {
    let number = folded.withUnsafeBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return 0 }
      return typeIndex.number(of: base, buffer.count, limit: base + buffer.count)
    }
    if Int(number) == types.count {
      types.append(
        Kind(
          scalars: Int32(folded.count { $0 & 0xC0 != 0x80 }),
          isStopWord: StopWords.contains(folded, language: language)))
    }
    return number
  }

  /// The scalars of a word that are no ASCII punctuation and no apostrophe (’).
  private static func letters(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = word.baseAddress else { return 0 }
    let text = UTF8Text(bytes: base, count: word.count)
    var letters = 0
    var index = 0
    while index < text.count {
      let (scalar, length) = text.scalar(at: index)
      if LetterCase(of: scalar) != .noLetter { letters += 1 }
      index += length
    }
    return letters
  }
}
