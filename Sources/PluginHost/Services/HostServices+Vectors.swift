import CLuaBridge
import TextAnalysis

extension HostServices {
  /// Beyond this many bytes a new lexicon is begun.
  private static let largestLexicon = 4 << 20

  /// Makes vectors; 0 where the plugin's objects hold as much as Lua may.
  func makeVectors(_ text: UnsafeBufferPointer<UInt8>, _ pieces: ibid_ranges, _ language: Language?)
    -> Int64
  {
    let lexicon = lexicon(of: language)
    let vectors = TermVectors(text, pieces: pieces.bounds, lexicon: lexicon)
    return objects.add(vectors, size: vectors.size, limit: limits.memory)
  }

  private func lexicon(of language: Language?) -> TermLexicon {
    if let lexicon, lexicon.language == language, lexicon.size <= HostServices.largestLexicon {
      return lexicon
    }
    let lexicon = TermLexicon(language)
    self.lexicon = lexicon
    return lexicon
  }

  func vectors(_ number: Int64) -> TermVectors? { objects[number] as? TermVectors }

  /// Appends the terms of a text; false where memory does not suffice.
  func appendTerms(_ number: Int64, _ text: Int, to terms: UnsafeMutablePointer<ibid_terms>) -> Bool
  {
    var fits = true
    vectors(number)?.eachTerm(of: text) { term in
      let bytes = UnsafeRawPointer(term.baseAddress!).assumingMemoryBound(to: CChar.self)
      fits = fits && ibid_terms_append(terms, bytes, term.count, 1)
    }
    return fits
  }
}
