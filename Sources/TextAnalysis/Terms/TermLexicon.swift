import Bytes

/// What the words of one language count for where texts are compared by the terms they share; to be
/// used from one thread.
///
/// A term is a word in folded case, cut to six scalars: inflected forms have to meet without a stemmer
/// for each language, and cutting does nearly as well for European languages (McNamee & Mayfield,
/// "Character N-Gram Tokenization for European Language Text Retrieval", 2004); words of scripts
/// without case are rarely that long. Stop words and numbers in digits are no terms. What a word counts
/// for is worked out when it is first seen.
public final class TermLexicon {
  static let termLength = 6

  /// Nil stands for the stop words of English.
  public let language: Language?
  var table = TermTable()

  public init(_ language: Language?) { self.language = language }

  deinit { table.free() }

  /// Bytes that it holds, about.
  public var size: Int { table.size }

  /// The term that a word counts for; nil for one that carries no meaning.
  static func term(of word: Span<UInt8>, _ language: Language?) -> [UInt8]? {
    let folded = CaseFolding.fold(word)
    if folded.allSatisfy(ASCII.isDigit) || StopWords.contains(folded, language: language) {
      return nil
    }
    var scalars = 0
    let end = folded.firstIndex { byte in
      if byte & 0xC0 != 0x80 { scalars += 1 }
      return scalars > termLength
    }
    return end.map { Array(folded[..<$0]) } ?? folded
  }
}

/// Words with their terms, a plain value over memory that its owner frees: what a loop over words
/// copies, as a property of an object costs a check at each access.
struct TermTable {
  /// Where a term stands among those of the texts that were read last.
  struct Place: BitwiseCopyable {
    /// The pass that `number` belongs to.
    var pass: UInt32 = 0
    var number: Int32 = 0
  }

  /// -1 for a word that is no term.
  private var termOfWord = Growing<Int32>()
  private var words = WordIndex(capacity: 1024)
  private var spellings = WordIndex(capacity: 1024)
  private(set) var places = Growing<Place>()
  private var pass: UInt32 = 0

  func free() {
    termOfWord.free()
    words.free()
    spellings.free()
    places.free()
  }

  /// Bytes that it holds, about.
  var size: Int { words.size + spellings.size + words.count * 4 + spellings.count * 8 }

  func spelling(_ term: Int32) -> UnsafeBufferPointer<UInt8> { spellings.word(Int(term)) }

  /// Starts a row of texts: no place is of its pass.
  mutating func beginPass() -> UInt32 {
    if pass == .max {
      for index in 0..<places.count { places.elements[index] = Place() }
      pass = 0
    }
    pass += 1
    return pass
  }

  /// Returns the term of a word, -1 for none; `limit` is the end of the memory that may be read.
  @inline(__always)
  mutating func term(
    _ word: UnsafePointer<UInt8>, _ length: Int, limit: UnsafePointer<UInt8>, _ language: Language?
  ) -> Int32 {
    let number = Int(words.number(of: word, length, limit: limit))
    if number == termOfWord.count {
      describe(UnsafeBufferPointer(start: word, count: length), language)
    }
    return termOfWord.elements[number]
  }

  @inline(never)
  private mutating func describe(_ word: UnsafeBufferPointer<UInt8>, _ language: Language?) {
    guard let term = TermLexicon.term(of: word.span, language) else { return termOfWord.append(-1) }
    let number = spellings.number(of: term)
    if Int(number) == places.count { places.append(Place()) }
    termOfWord.append(number)
  }
}
