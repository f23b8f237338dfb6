import CLuaBridge
import TextAnalysis

extension HostServices {
  /// Counts pieces of a text.
  func measure(
    _ text: UnsafeBufferPointer<UInt8>, _ pieces: ibid_ranges, _ language: Language?
  ) -> ibid_measures {
    census.begin(language: language)
    for index in 0..<pieces.count {
      let piece = pieces.items[index]
      let (start, count) = (Int(piece.start), Int(piece.count))
      // A reader's slip must not become a read of foreign memory.
      guard start + count <= text.count else { continue }
      census.add(UnsafeBufferPointer(rebasing: text[start..<start + count]))
    }
    return ibid_measures(census.finish())
  }

  /// Appends the most frequent terms and phrases of what was measured last; false where memory does
  /// not suffice.
  func appendTerms(
    _ wanted: ibid_frequencies, _ terms: UnsafeMutablePointer<ibid_terms>,
    _ phrases: UnsafeMutablePointer<ibid_terms>
  ) -> Bool {
    let selection = TermSelection(
      top: Int(wanted.top), minimum: Int(wanted.minimum), keepsStopWords: wanted.keeps_stopwords,
      phraseLength: Int(wanted.phrase_length))
    return appendTerms(selection, to: terms)
      && census.phrases(selection).allSatisfy { phrase in
        phrase.term.withCharacters { ibid_terms_append(phrases, $0, $1, phrase.occurrences) }
      }
  }

  /// Appends the most frequent terms of a text; false where memory does not suffice.
  func frequencies(
    _ text: UnsafeBufferPointer<UInt8>, _ language: Language?, _ wanted: ibid_frequencies,
    into terms: UnsafeMutablePointer<ibid_terms>
  ) -> Bool {
    census.begin(language: language ?? LanguageDetector.detect(text.span))
    census.add(text)
    _ = census.finish()
    let selection = TermSelection(
      top: Int(wanted.top), minimum: Int(wanted.minimum), keepsStopWords: wanted.keeps_stopwords)
    return appendTerms(selection, to: terms)
  }

  private func appendTerms(
    _ selection: TermSelection, to terms: UnsafeMutablePointer<ibid_terms>
  ) -> Bool {
    var fits = true
    census.eachTerm(selection) { term, occurrences in
      term.withMemoryRebound(to: CChar.self) { term in
        fits = fits && ibid_terms_append(terms, term.baseAddress, term.count, occurrences)
      }
    }
    return fits
  }
}

extension ibid_measures {
  init(_ measures: TextMeasures) {
    self.init(
      words: Int64(measures.words), sentences: Int64(measures.sentences),
      characters: Int64(measures.characters), visible_characters: Int64(measures.visible),
      letters: Int64(measures.letters), syllables: Int64(measures.syllables),
      monosyllables: Int64(measures.monosyllables), polysyllables: Int64(measures.polysyllables),
      long_words: Int64(measures.longWords), unfamiliar_words: Int64(measures.unfamiliarWords),
      hard_words: Int64(measures.hardWords), tokens: Int64(measures.tokens),
      types: Int64(measures.types), hapaxes: Int64(measures.hapaxes),
      diversity: measures.diversity ?? -1)
  }
}
