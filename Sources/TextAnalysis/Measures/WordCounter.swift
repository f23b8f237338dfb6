/// Looks the words of one text up and counts them.
///
/// A plain value over the memory of a `TextCensus`, which takes it back when the text is done.
struct WordCounter {
  private(set) var lexicon: Lexicon
  /// The types of the text in their order; -1 for a number and where a sentence ends.
  private(set) var tokens: Growing<Int32>
  private(set) var seenForms: Growing<Int32>
  private(set) var words = 0

  private let count: UInt32
  private let base: UnsafePointer<UInt8>
  private let limit: UnsafePointer<UInt8>
  private let sentences: UnsafeBufferPointer<Range<Int>>
  private var sentence = 0
  private var sentenceEnd: Int

  /// Creates a counter for a text that is not empty, whose words belong to the count of that number.
  init(
    _ lexicon: Lexicon, _ tokens: Growing<Int32>, _ seenForms: Growing<Int32>, count: UInt32,
    _ text: UnsafeBufferPointer<UInt8>, _ sentences: UnsafeBufferPointer<Range<Int>>
  ) {
    (self.lexicon, self.tokens, self.seenForms) = (lexicon, tokens, seenForms)
    self.count = count
    base = text.baseAddress!
    limit = base + text.count
    self.sentences = sentences
    sentenceEnd = sentences.first?.upperBound ?? Int.max
  }

  /// Counts the next words of the text.
  @inline(never)
  mutating func add(_ places: UnsafeBufferPointer<Range<Int>>) {
    for place in places {
      if place.lowerBound >= sentenceEnd { endSentences(before: place.lowerBound) }
      let length = place.upperBound &- place.lowerBound
      let form = lexicon.form(base + place.lowerBound, length, limit: limit)
      let known = lexicon.forms.elements + form
      tokens.append(known.pointee.type)
      if known.pointee.count != count {
        known.pointee.count = count
        known.pointee.occurrences = 0
        seenForms.append(Int32(truncatingIfNeeded: form))
      }
      known.pointee.occurrences &+= 1
    }
    words += places.count
  }

  @inline(never)
  private mutating func endSentences(before word: Int) {
    while word >= sentenceEnd {
      tokens.append(-1)
      sentence += 1
      sentenceEnd = sentence < sentences.count ? sentences[sentence].upperBound : Int.max
    }
  }

  /// Ends the text, and with it its last sentence.
  mutating func finish() { tokens.append(-1) }
}
