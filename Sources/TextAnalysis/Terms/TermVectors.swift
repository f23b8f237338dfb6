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
    /// Its number in the lexicon.
    var lexical: Int32
    /// How many texts have it.
    var texts: Int32 = 0
    /// The last text that has it, and where in `terms` that says so.
    var lastText: Int32 = -1
    var place: Int32 = 0
  }

  private let lexicon: TermLexicon
  private var vocabulary = Growing<Term>()
  /// The terms of all texts, as places in `vocabulary`, with their weights; those of a text begin at
  /// its place in `starts`.
  private var terms = Growing<Int32>()
  private var weights = Growing<Double>()
  private var starts: [Int] = [0]
  /// Zeros between the calls of `likeness`, one for each term, once that has been asked.
  private var row = Growing<Double>()
  /// How many words each text has, stop words and numbers included.
  public private(set) var words: [Int] = []
  /// Bytes that it holds, about, with those by which it made the lexicon grow.
  public private(set) var size = 0

  /// Reads texts; `pieces` says where each stands in `bytes`.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, pieces: some Collection<Range<Int>>, lexicon: TermLexicon
  ) {
    self.lexicon = lexicon
    let known = lexicon.size
    words.reserveCapacity(pieces.count)
    starts.reserveCapacity(pieces.count + 1)
    count(bytes, pieces)
    for text in 0..<words.count { weigh(starts[text]..<starts[text + 1]) }
    size = terms.count * 12 + vocabulary.count * 24 + words.count * 16 + lexicon.size - known
  }

  deinit {
    vocabulary.free()
    terms.free()
    weights.free()
    row.free()
  }

  /// The number of texts.
  public var count: Int { words.count }

  private func count(_ bytes: UnsafeBufferPointer<UInt8>, _ pieces: some Collection<Range<Int>>) {
    var (table, vocabulary, terms, weights) = (lexicon.table, vocabulary, terms, weights)
    let language = lexicon.language
    let pass = table.beginPass()
    for (text, piece) in pieces.enumerated() {
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
            vocabulary.append(Term(lexical: lexical))
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
      self.words.append(words)
      starts.append(terms.count)
    }
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
      let pass = lexicon.mark(text)
      let places = lexicon.table.places.elements
      for term in 0..<vocabulary.count {
        isShared.initializeElement(
          at: term, to: places[Int(vocabulary.elements[term].lexical)].pass == pass)
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
      body(lexicon.table.spelling(vocabulary.elements[Int(terms.elements[place])].lexical))
    }
  }
}
