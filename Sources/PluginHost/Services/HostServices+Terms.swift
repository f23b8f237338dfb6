import CLuaBridge
import TextAnalysis

/// The matchers that a plugin has made, by their numbers.
struct OpenMatchers {
  private var matchers: [Int64: TermMatcher] = [:]
  private var lastNumber: Int64 = 0
  private var size = 0

  subscript(number: Int64) -> TermMatcher? { matchers[number] }

  /// Keeps a matcher and gives its number; 0 where all of them would hold more than `limit` bytes.
  mutating func add(_ matcher: TermMatcher, limit: Int) -> Int64 {
    guard size + matcher.size <= limit else { return 0 }
    size += matcher.size
    lastNumber += 1
    matchers[lastNumber] = matcher
    sizes[lastNumber] = matcher.size
    return lastNumber
  }

  mutating func remove(_ number: Int64) {
    guard matchers.removeValue(forKey: number) != nil else { return }
    size -= sizes.removeValue(forKey: number) ?? 0
  }

  /// What each counted for when it was made: matchers grow by the words that they have seen.
  private var sizes: [Int64: Int] = [:]
}

extension HostServices {
  /// Makes a matcher; 0 where the plugin's matchers hold as much as Lua may.
  func makeMatcher(_ text: UnsafeBufferPointer<UInt8>, _ pieces: ibid_ranges, _ language: Language?)
    -> Int64
  {
    let terms = (0..<pieces.count).map { index in
      let piece = pieces.items[index]
      return Int(piece.start)..<Int(piece.start) + Int(piece.count)
    }
    let matcher = TermMatcher(Array(text), terms: terms, language: language)
    return matchers.add(matcher, limit: limits.memory == 0 ? .max : limits.memory)
  }

  /// Appends the bytes and the number of each term of a text; false where memory does not suffice.
  func findTerms(
    _ number: Int64, _ text: UnsafeBufferPointer<UInt8>,
    into ranges: UnsafeMutablePointer<ibid_ranges>
  ) -> Bool {
    guard let matcher = matchers[number] else { return true }
    var fits = true
    matcher.matches(in: text) { match in
      fits =
        fits && ibid_ranges_append(ranges, match.range.lowerBound, match.range.count)
        && ibid_ranges_append(ranges, match.term, 0)
    }
    return fits
  }

  /// (word, language?) → the stem.
  func stem(_ arguments: HostArguments, _ reply: HostReply) {
    let language = arguments.isNil(1) ? Language.english : HostServices.language(arguments.bytes(1))
    let word = CaseFolding.fold(Normalisation.nfkc(arguments.bytes(0).span))
    reply.text(language.flatMap { Stemmer($0) }?.stem(word) ?? word)
  }
}
