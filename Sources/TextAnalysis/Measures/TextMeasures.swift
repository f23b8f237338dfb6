/// What texts count, all found in one pass.
public struct TextMeasures: Equatable, Sendable {
  /// Words by UAX #29, numbers among them.
  public var words = 0
  public var sentences = 0
  /// Unicode scalars.
  public var characters = 0
  /// Scalars that are no white space.
  public var visible = 0
  /// Letters and digits of the words.
  public var letters = 0
  public var syllables = 0
  /// Words of one syllable.
  public var monosyllables = 0
  /// Words of three and more syllables.
  public var polysyllables = 0
  /// Words of more than six letters.
  public var longWords = 0
  /// Words that are not on Dale and Chall's list; 0 in other languages than English.
  public var unfamiliarWords = 0
  /// Unfamiliar words of three and more syllables.
  public var hardWords = 0
  /// Words that begin with no digit.
  public var tokens = 0
  /// Different tokens, whatever their case.
  public var types = 0
  /// Types that occur once.
  public var hapaxes = 0
  /// The measure of textual lexical diversity; nil where there is too little text for it.
  public var diversity: Double?

  public init() {}
}

/// A term with how often it occurs.
public struct TermFrequency: Equatable, Sendable {
  /// UTF-8; the words of a phrase are parted by a blank.
  public var term: [UInt8]
  public var occurrences: Int
}

/// Which terms are wanted of a text.
public struct TermSelection: Sendable {
  /// How many.
  public var top: Int
  /// The least number of scalars that a term has.
  public var minimum: Int
  public var keepsStopWords: Bool
  /// The number of words of a phrase, 2 to 5; 0 for none.
  public var phraseLength: Int

  public init(top: Int = 10, minimum: Int = 2, keepsStopWords: Bool = false, phraseLength: Int = 0)
  {
    self.top = top
    self.minimum = minimum
    self.keepsStopWords = keepsStopWords
    self.phraseLength = phraseLength
  }
}
