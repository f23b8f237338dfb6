import Bytes
import Glibc

/// The words that the texts of one language have had so far: what a word is is worked out when it is
/// first seen, so that later it costs one look-up.
///
/// A *form* is a word as it is written; a *type* is what forms have in common that differ only in what
/// `VocabularyKey` takes off.
///
/// A plain value over memory that its owner frees: a class would cost a check of exclusive access
/// per word.
struct Lexicon {
  /// What is counted of a word as it is written.
  struct Form {
    /// The number of its type; -1 for what begins with a digit: no word of the vocabulary.
    var type: Int32
    /// How often the text that is counted has it; 0 between two texts.
    var occurrences: Int32 = 0
  }

  /// What the forms of one type are together.
  struct Kind {
    var occurrences: Int32 = 0
    var scalars: Int32
    var isStopWord: Bool
  }

  /// Nil stands for the rules of English without its lists.
  let language: Language?
  private(set) var forms = Growing<Form>(capacity: 4096)
  /// What each form adds to the measures.
  private(set) var features = Growing<WordFeatures>(capacity: 4096)
  private(set) var types = Growing<Kind>(capacity: 4096)
  /// Behind one for what is no type, the factor of `LexicalDiversity` that has met each type last.
  private var factorRow = Growing<UInt32>(capacity: 4096)
  private(set) var formIndex = WordIndex()
  private var typeIndex = WordIndex()
  /// The language's bit in `FunctionWords`.
  private let languageBit: UInt64

  init(_ language: Language?) {
    self.language = language
    languageBit = FunctionWords.bit(language ?? .english)
    factorRow.append(0)
  }

  func free() {
    forms.free()
    features.free()
    types.free()
    factorRow.free()
    formIndex.free()
    typeIndex.free()
  }

  /// The factor of `LexicalDiversity` that has met each type last, and at -1 a place for what is no type.
  var factors: UnsafeMutablePointer<UInt32> { factorRow.elements + 1 }

  /// Bytes that it holds, about.
  var size: Int { formIndex.size + typeIndex.size + forms.count * 40 + types.count * 16 }

  /// Takes back what a text has counted of forms and types.
  func forget(forms: Growing<Int32>, types: Growing<Int32>) {
    for index in 0..<forms.count { self.forms.elements[Int(forms.elements[index])].occurrences = 0 }
    for index in 0..<types.count { self.types.elements[Int(types.elements[index])].occurrences = 0 }
  }

  /// The spelling of a type, until the next word is looked up.
  func spelling(_ type: Int) -> UnsafeBufferPointer<UInt8> { typeIndex.word(type) }

  /// How the spellings of two types compare in bytewise order: below 0 where the first comes first.
  func order(_ a: Int, _ b: Int) -> Int {
    let (first, second) = (spelling(a), spelling(b))
    guard let start = first.baseAddress, let other = second.baseAddress else { return 0 }
    let order = memcmp(start, other, min(first.count, second.count))
    return order != 0 ? Int(order) : first.count - second.count
  }

  /// Adds a word that has no form yet; `limit` is the end of the memory that may be read.
  @inline(never)
  mutating func add(
    _ word: UnsafePointer<UInt8>, _ length: Int, limit: UnsafePointer<UInt8>
  ) {
    _ = formIndex.number(of: word, length, limit: limit)
    describe(UnsafeBufferPointer(start: word, count: length))
  }

  private mutating func describe(_ word: UnsafeBufferPointer<UInt8>) {
    let isToken = !ASCII.isDigit(word[0])
    features.append(
      WordFeatures(
        letters: Lexicon.letters(word),
        syllables: Syllables.count(in: word.span, language: language),
        isUnfamiliar: language == .english && !FamiliarWords.contains(word), isToken: isToken))
    forms.append(Form(type: isToken ? type(of: word) : -1))
  }

  private mutating func type(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
    VocabularyKey.with(word, language) { key in
      guard let base = key.baseAddress, !key.isEmpty else { return 0 }
      let number = typeIndex.number(of: base, key.count, limit: base + key.count)
      if Int(number) == types.count {
        types.append(
          Kind(
            scalars: Int32(key.count { $0 & 0xC0 != 0x80 }),
            isStopWord: StopWords.contains(key, bit: languageBit)))
        factorRow.append(0)
      }
      return number
    }
  }

  /// The scalars of a word that are no ASCII punctuation and no apostrophe (’).
  private static func letters(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = word.baseAddress else { return 0 }
    var letters = 0
    var index = 0
    if ByteScan.isASCII(word) {
      while index < word.count {
        let eight = EightBytes(base + index, count: min(8, word.count - index))
        letters += (eight.letters | eight.digits).nonzeroBitCount
        index += 8
      }
      return letters
    }
    let text = UTF8Text(bytes: base, count: word.count)
    while index < text.count {
      let (scalar, length) = text.scalar(at: index)
      if LetterCase(of: scalar) != .noLetter { letters += 1 }
      index += length
    }
    return letters
  }
}
