/// Counts texts: everything that one pass over their words can tell.
///
/// It keeps the words of the languages it has met, so that most words of the next text cost one
/// look-up. What it gives depends on the texts alone, never on those before.
public final class TextCensus {
  /// Beyond this a lexicon is thrown away before the next text.
  private static let largestLexicon = 4 << 20
  private static let mostLexicons = 3

  /// Those of other languages than the one that is counted.
  private var lexicons: [Lexicon] = []
  private var lexicon = Lexicon(nil)
  /// Numbers the factors of `LexicalDiversity`.
  private var factor: UInt32 = 0
  private var measures = TextMeasures()
  /// The types of the text in their order; -1 for a number and where a sentence ends.
  private var tokens = Growing<Int32>(capacity: 4096)
  /// Which forms and types the text has.
  private var seenForms = Growing<Int32>(capacity: 1024)
  private var seenTypes = Growing<Int32>(capacity: 1024)
  /// Words that are found and not yet looked up.
  private let batch = UnsafeMutablePointer<Range<Int>>.allocate(capacity: batchSize)
  /// The forms of those that are found at the first look.
  private let likely = UnsafeMutablePointer<Int32>.allocate(capacity: batchSize)
  private static let batchSize = 256

  public init() {}

  deinit {
    for lexicon in lexicons { lexicon.free() }
    lexicon.free()
    tokens.free()
    seenForms.free()
    seenTypes.free()
    batch.deallocate()
    likely.deallocate()
  }

  /// Starts a new count in a language; nil lets each text tell its own, and syllables follow the
  /// rules of English.
  public func begin(language: Language?) {
    measures = TextMeasures()
    lexicon.forget(forms: seenForms, types: seenTypes)
    tokens.removeAll()
    seenForms.removeAll()
    seenTypes.removeAll()
    if lexicon.language != language || lexicon.size > Self.largestLexicon || factor >= 1 << 31 {
      chooseLexicon(language)
    }
  }

  private func chooseLexicon(_ language: Language?) {
    lexicons.append(lexicon)
    let isOver = factor >= 1 << 31
    if isOver { factor = 0 }
    lexicons.removeAll { known in
      let isStale = known.size > Self.largestLexicon || isOver
      if isStale { known.free() }
      return isStale
    }
    if let known = lexicons.firstIndex(where: { $0.language == language }) {
      lexicon = lexicons.remove(at: known)
      return
    }
    if lexicons.count == Self.mostLexicons { lexicons.removeFirst().free() }
    lexicon = Lexicon(language)
  }

  /// Counts one text, such as a paragraph: neither sentences nor phrases go on in the next.
  public func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress, !text.isEmpty else { return }
    let language = lexicon.language
    let (scalars, blanks) = CharacterCount.count(text)
    measures.characters += scalars
    measures.visible += scalars - blanks
    let sentences = SentenceSegmenter.sentences(in: text.span, language: language)
    measures.sentences += sentences.count
    sentences.withUnsafeBufferPointer { countWords(base, text.count, $0) }
  }

  private func countWords(
    _ base: UnsafePointer<UInt8>, _ length: Int, _ sentences: UnsafeBufferPointer<Range<Int>>
  ) {
    // A local copy: a property of this object costs a check at each access.
    var counter = WordCounter(
      lexicon, tokens, seenForms, UnsafeBufferPointer(start: base, count: length), sentences,
      likely: likely)
    // What finds words and what looks them up are loops of their own, so that each has its values in registers.
    let batch = self.batch
    var gathered = 0
    var scanner = WordScanner(base, length, language: lexicon.language)
    scanner.scan { word in
      batch[gathered] = word
      gathered &+= 1
      if gathered == Self.batchSize {
        counter.add(UnsafeBufferPointer(start: batch, count: gathered))
        gathered = 0
      }
    }
    counter.add(UnsafeBufferPointer(start: batch, count: gathered))
    counter.finish()
    (lexicon, tokens, seenForms) = (counter.lexicon, counter.tokens, counter.seenForms)
    measures.words += counter.words
  }

  /// Ends the count.
  public func finish() -> TextMeasures {
    let (forms, kinds) = (lexicon.forms.elements, lexicon.types.elements)
    var sum = WordFeatures()
    seenTypes.reserve(seenForms.count)
    let row = seenTypes.elements
    var typeCount = 0
    for index in 0..<seenForms.count {
      let form = Int(seenForms.elements[index])
      let (type, occurrences) = (forms[form].type, forms[form].occurrences)
      sum.add(lexicon.features.elements[form], occurrences)
      if type < 0 { continue }
      let kind = kinds + Int(type)
      // Written in any case: whether a form is the first of its type is hard to foresee.
      row[typeCount] = type
      typeCount &+= kind.pointee.occurrences == 0 ? 1 : 0
      kind.pointee.occurrences &+= occurrences
    }
    seenTypes.take(typeCount)
    sum.put(into: &measures)
    measures.types = typeCount
    for index in 0..<typeCount {
      measures.hapaxes &+= kinds[Int(row[index])].occurrences == 1 ? 1 : 0
    }
    measures.diversity = LexicalDiversity.measure(
      UnsafeBufferPointer(start: tokens.elements, count: tokens.count), count: measures.tokens,
      lexicon.factors, factor: &factor)
    return measures
  }

  // MARK: Terms

  /// Calls `body` with the most frequent terms of the count that `finish` ended, those of one frequency in bytewise
  /// order, and with how often they occur. The bytes are valid inside alone.
  public func eachTerm(
    _ wanted: TermSelection, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
  ) {
    let kinds = lexicon.types.elements
    var found = FrequencySelection(wanted.top)
    for index in 0..<seenTypes.count {
      let type = Int(seenTypes.elements[index])
      let kind = kinds[type]
      // First, because it drops nearly all.
      if Int(kind.occurrences) < found.least { continue }
      if Int(kind.scalars) < wanted.minimum || (kind.isStopWord && !wanted.keepsStopWords) {
        continue
      }
      found.add(type, Int(kind.occurrences)) { lexicon.order($0, $1) }
    }
    for (type, occurrences) in found.sorted({ lexicon.order($0, $1) }) {
      body(lexicon.spelling(type), occurrences)
    }
  }

  /// The most frequent phrases of `phraseLength` words that stand in one sentence, that begin and
  /// end with no stop word (unless those are kept), and that occur at least twice.
  public func phrases(_ wanted: TermSelection) -> [TermFrequency] {
    let length = wanted.phraseLength
    guard length > 1, wanted.top > 0 else { return [] }
    var table = PhraseTable(length: length)
    defer { table.free() }
    var row = PhraseRow(length: length)
    let kinds = lexicon.types.elements
    for index in 0..<tokens.count {
      let type = tokens.elements[index]
      guard type >= 0 else {
        row.removeAll()
        continue
      }
      guard row.append(type) else { continue }
      let isFringed =
        kinds[Int(row.first)].isStopWord || kinds[Int(row.last)].isStopWord
      if wanted.keepsStopWords || !isFringed { table.add(row) }
    }
    // A blank comes before all bytes of words, so that phrases compare word by word.
    func order(_ a: Int, _ b: Int) -> Int {
      for (first, second) in zip(table.types(a), table.types(b)) where first != second {
        return lexicon.order(Int(first), Int(second))
      }
      return 0
    }
    var found = FrequencySelection(wanted.top)
    for phrase in 0..<table.count where table.occurrences(phrase) > 1 {
      found.add(phrase, table.occurrences(phrase), order)
    }
    return found.sorted(order).map { phrase, occurrences in
      let words = table.types(phrase).map { Array(lexicon.spelling(Int($0))) }
      return TermFrequency(term: Array(words.joined(separator: [0x20])), occurrences: occurrences)
    }
  }
}
