import CLuaBridge
import TextAnalysis

extension HostServices {
  /// Makes a matcher; 0 where the plugin's objects hold as much as Lua may.
  func makeMatcher(_ text: UnsafeBufferPointer<UInt8>, _ pieces: ibid_ranges, _ language: Language?)
    -> Int64
  {
    let matcher = TermMatcher(Array(text), terms: pieces.bounds, language: language)
    return objects.add(matcher, size: matcher.size, limit: limits.memory)
  }

  /// Appends the bytes and the number of each term of a text; false where memory does not suffice.
  func findTerms(
    _ number: Int64, _ text: UnsafeBufferPointer<UInt8>,
    into ranges: UnsafeMutablePointer<ibid_ranges>
  ) -> Bool {
    guard let matcher = objects[number] as? TermMatcher else { return true }
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
