import CLuaBridge
import TextAnalysis

extension HostServices {
  /// Appends the words or sentences of a text; false where memory does not suffice.
  static func segment(
    _ unit: ibid_unit, _ text: UnsafeBufferPointer<UInt8>, _ language: Language?,
    into ranges: UnsafeMutablePointer<ibid_ranges>
  ) -> Bool {
    var fits = true
    if unit == IBID_UNIT_WORDS {
      WordSegmenter.words(in: text.span, language: language) { word in
        fits = fits && ibid_ranges_append(ranges, word.lowerBound, word.count)
      }
    } else {
      for sentence in SentenceSegmenter.sentences(in: text.span, language: language) {
        fits = fits && ibid_ranges_append(ranges, sentence.lowerBound, sentence.count)
      }
    }
    return fits
  }

  /// Counts the words, sentences or syllables of a text.
  static func count(
    _ unit: ibid_unit, _ text: UnsafeBufferPointer<UInt8>, _ language: Language?
  ) -> Int {
    switch unit {
    case IBID_UNIT_WORDS: return WordSegmenter.count(in: text.span, language: language)
    case IBID_UNIT_SENTENCES:
      return SentenceSegmenter.sentences(in: text.span, language: language).count
    default:
      var syllables = 0
      WordSegmenter.words(in: text.span, language: language) { word in
        syllables += Syllables.count(in: text.span.extracting(word), language: language)
      }
      return syllables
    }
  }

  func detectLanguage(_ arguments: HostArguments, _ reply: HostReply) {
    guard let language = LanguageDetector.detect(arguments.bytes(0).span) else { return }
    reply.text(Array(language.code.utf8))
  }

  func isStopWord(_ arguments: HostArguments, _ reply: HostReply) {
    let language = HostServices.language(arguments.bytes(1))
    reply.boolean(StopWords.contains(arguments.bytes(0).span, language: language))
  }
}
