import Glibc

/// Texts as unit vectors of their terms, weighed by tf-idf where each text is a document (Salton &
/// Buckley, "Term-weighting approaches in automatic text retrieval", 1988): what rankings of sentences
/// work on.
///
/// The matrix of all likenesses is never built: a text's product with a sum of vectors is the sum of
/// its products, in time linear in the texts' length. A vector keeps its terms in the order in which
/// they first occur, because a sum of floating-point numbers depends on its order.
public final class TermVectors {
  /// A term of these texts.
  private struct Term: BitwiseCopyable {
    /// How many texts have it.
    var texts: Int32 = 0
    /// The last text that has it, and where in `terms` that says so.
    var lastText: Int32 = -1
    var place: Int32 = 0
  }

  private let language: Language?
  private var vocabulary = Growing<Term>()
  /// The terms of `vocabulary`, with the same numbers. What a lexicon holds is not kept alive by what
  /// was made with it.
  private var spellings = WordIndex(capacity: 256)
  /// The terms of all texts, as places in `vocabulary`, with their weights; those of a text begin at
  /// its place in `starts`.
  private var terms = Growing<Int32>()
  private var weights = Growing<Double>()
  private var starts: [Int] = [0]
  /// Zeros between the calls of `likeness`, one for each term, once that has been asked.
  private var row = Growing<Double>()
  /// How many words each text has, stop words and numbers included.
  public private(set) var words: [Int] = []

  /// Reads texts; `pieces` says where each stands in `bytes`.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, pieces: [Range<Int>], lexicon: TermLexicon
  ) {
    language = lexicon.language
    count(bytes, pieces, lexicon)
    for text in 0..<words.count { weigh(starts[text]..<starts[text + 1]) }
  }

  deinit {
    vocabulary.free()
    spellings.free()
    terms.free()
    weights.free()
    row.free()
  }

  /// Bytes that it holds, about, with what arrays hold at the least.
  public var size: Int {
    16 << 10 + terms.count * 12 + vocabulary.count * 24 + spellings.size + words.count * 16
  }

  /// The number of texts.
  public var count: Int { words.count }

  private func count(
    _ bytes: UnsafeBufferPointer<UInt8>, _ pieces: [Range<Int>], _ lexicon: TermLexicon
  ) {
    // Local copies of plain values: a property of an object costs a check at each access.
    var (table, vocabulary, terms, weights) = (lexicon.table, vocabulary, terms, weights)
    var spellings = spellings
    var (starts, wordCounts) = ([0], [Int]())
    starts.reserveCapacity(pieces.count + 1)
    wordCounts.reserveCapacity(pieces.count)
    let pass = table.beginPass()
    for text in 0..<pieces.count {
      let piece = pieces[text]
      var words = 0
      if !piece.isEmpty, let base = bytes.baseAddress {
        let start = base + piece.lowerBound
        var scanner = WordScanner(start, piece.count, language: language)
        scanner.scan { word in
          words += 1
          let lexical = table.term(
            start + word.lowerBound, word.count, limit: base + bytes.count, language)
          if lexical < 0 { return }
          let place = table.places.elements + Int(lexical)
          if place.pointee.pass != pass {
            place.pointee = TermTable.Place(pass: pass, number: Int32(vocabulary.count))
            vocabulary.append(Term())
            let spelling = table.spelling(lexical)
            _ = spellings.number(
              of: spelling.baseAddress!, spelling.count, limit: spelling.baseAddress!)
          }
          let term = vocabulary.elements + Int(place.pointee.number)
          if term.pointee.lastText == text {
            weights.elements[Int(term.pointee.place)] += 1
          } else {
            term.pointee.lastText = Int32(text)
            term.pointee.texts += 1
            term.pointee.place = Int32(terms.count)
            terms.append(place.pointee.number)
            weights.append(1)
          }
        }
      }
      wordCounts.append(words)
      starts.append(terms.count)
    }
    (self.spellings, self.starts, self.words) = (spellings, starts, wordCounts)
    (lexicon.table, self.vocabulary, self.terms, self.weights) = (table, vocabulary, terms, weights)
  }

  /// Turns the counts of one text into the weights of a vector of length 1.
  private func weigh(_ text: Range<Int>) {
    var square = 0.0
    for place in text {
      let texts = vocabulary.elements[Int(terms.elements[place])].texts
      let count = weights.elements[place]
      var weight = log(1 + Double(words.count) / Double(texts))
      if count > 1 { weight = (1 + log(count)) * weight }
      weights.elements[place] = weight
      square += weight * weight
    }
    let length = square.squareRoot()
    for place in text { weights.elements[place] /= length }
  }

  // MARK: Scores

  /// The product of each text's vector with the sum of all, each times its factor (nil: 1): without
  /// factors its likeness to all others together.
  public func products(_ factors: UnsafePointer<Double>?, into scores: UnsafeMutablePointer<Double>)
  {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: vocabulary.count) { sum in
      sum.initialize(repeating: 0)
      for text in 0..<count {
        let factor = factors?[text] ?? 1
        for place in starts[text]..<starts[text + 1] {
          sum[Int(terms.elements[place])] += factor * weights.elements[place]
        }
      }
      for text in 0..<count {
        var score = 0.0
        for place in starts[text]..<starts[text + 1] {
          score += weights.elements[place] * sum[Int(terms.elements[place])]
        }
        scores[text] = score
      }
    }
  }

  /// The length of the part of each text's vector that falls on the terms of another text, from 0 to
  /// 1.
  public func overlaps(
    with text: UnsafeBufferPointer<UInt8>, into scores: UnsafeMutablePointer<Double>
  ) {
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: vocabulary.count) { isShared in
      isShared.initialize(repeating: false)
      WordSegmenter.words(in: text.span, language: language) { word in
        guard let term = TermLexicon.term(of: text.span.extracting(word), language) else { return }
        let number = spellings.known(term)
        if number >= 0 { isShared[Int(number)] = true }
      }
      for text in 0..<count {
        var square = 0.0
        for place in starts[text]..<starts[text + 1] where isShared[Int(terms.elements[place])] {
          square += weights.elements[place] * weights.elements[place]
        }
        scores[text] = square.squareRoot()
      }
    }
  }

  /// The cosine of two texts, from 0 to 1.
  public func likeness(_ a: Int, _ b: Int) -> Double {
    if row.count == 0 { for _ in 0..<vocabulary.count { row.append(0) } }
    let other = starts[b]..<starts[b + 1]
    for place in other { row.elements[Int(terms.elements[place])] = weights.elements[place] }
    var product = 0.0
    for place in starts[a]..<starts[a + 1] {
      product += weights.elements[place] * row.elements[Int(terms.elements[place])]
    }
    for place in other { row.elements[Int(terms.elements[place])] = 0 }
    return product
  }

  /// Calls `body` with the spelling of each term of a text, in the order of their first occurrence.
  public func eachTerm(of text: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    for place in starts[text]..<starts[text + 1] {
      body(spellings.word(Int(terms.elements[place])))
    }
  }
}
