/// Looks the words of one text up and counts them.
///
/// A plain value over the memory of a `TextCensus`, which takes it back when the text is done.
struct WordCounter {
  private(set) var lexicon: Lexicon
  /// The types of the text in their order; -1 for a number and where a sentence ends.
  private(set) var tokens: Growing<Int32>
  private(set) var seenForms: Growing<Int32>
  private(set) var words = 0

  private let base: UnsafePointer<UInt8>
  private let limit: UnsafePointer<UInt8>
  private let sentences: UnsafeBufferPointer<Range<Int>>
  /// The forms of the words in hand that are found at the first look, -1 for others.
  private let likely: UnsafeMutablePointer<Int32>
  private var sentence = 0
  private var sentenceEnd: Int

  /// Creates a counter for a text that is not empty; `likely` has room for all words that are added at once.
  init(
    _ lexicon: Lexicon, _ tokens: Growing<Int32>, _ seenForms: Growing<Int32>,
    _ text: UnsafeBufferPointer<UInt8>, _ sentences: UnsafeBufferPointer<Range<Int>>,
    likely: UnsafeMutablePointer<Int32>
  ) {
    (self.lexicon, self.tokens, self.seenForms) = (lexicon, tokens, seenForms)
    self.likely = likely
    base = text.baseAddress!
    limit = base + text.count
    self.sentences = sentences
    sentenceEnd = sentences.first?.upperBound ?? Int.max
  }

  /// Counts the next words of the text.
  mutating func add(_ places: UnsafeBufferPointer<Range<Int>>) {
    words += places.count
    findLikely(places)
    var index = 0
    while true {
      index = addKnown(places, from: index)
      guard index < places.count else { return }
      let place = places[index]
      if place.lowerBound >= sentenceEnd {
        endSentences(before: place.lowerBound)
      } else {
        lexicon.add(base + place.lowerBound, place.count, limit: limit)
      }
    }
  }

  /// Looks all words up once, in a loop of its own, so that the time that slots take to come from memory is spent once
  /// for several of them.
  @inline(never)
  private func findLikely(_ places: UnsafeBufferPointer<Range<Int>>) {
    let (index, base, limit, likely) = (lexicon.formIndex, self.base, self.limit, self.likely)
    for (number, place) in places.enumerated() {
      let length = place.upperBound &- place.lowerBound
      likely[number] = index.likely(base + place.lowerBound, length, limit: limit)
    }
  }

  /// Counts words up to the end of the sentence or to one that the lexicon does not know, and returns
  /// its index: a loop that only counts, so that its values stay in registers.
  @inline(never)
  private mutating func addKnown(_ places: UnsafeBufferPointer<Range<Int>>, from start: Int) -> Int
  {
    let (index, sentenceEnd) = (lexicon.formIndex, self.sentenceEnd)
    let (base, limit, likely) = (self.base, self.limit, self.likely)
    let forms = lexicon.forms.elements
    tokens.reserve(places.count)
    seenForms.reserve(places.count)
    let row = tokens.elements + tokens.count - start
    let seen = seenForms.elements + seenForms.count
    var (next, seenCount) = (start, 0)
    while next < places.count {
      let place = places[next]
      if place.lowerBound >= sentenceEnd { break }
      var form = Int(likely[next])
      if form < 0 {
        let length = place.upperBound &- place.lowerBound
        form = Int(index.known(base + place.lowerBound, length, limit: limit))
        if form < 0 { break }
      }
      let known = forms[form]
      row[next] = known.type
      // Written in any case: whether a word is the first of its form is hard to foresee.
      seen[seenCount] = Int32(truncatingIfNeeded: form)
      seenCount &+= known.occurrences == 0 ? 1 : 0
      forms[form].occurrences = known.occurrences &+ 1
      next &+= 1
    }
    tokens.take(next - start)
    seenForms.take(seenCount)
    return next
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
