import CICU

/// Finds terms in texts, whatever their case, width and inflection; to be used from one thread.
///
/// Terms and texts are cut into tokens (`TermScanner`), tokens are brought to NFKC, folded and stemmed,
/// and the terms are kept in two tries: one over the folded forms, one over the stems. From each token
/// the longest term that begins there is taken, and the search goes on behind it. So a text costs a
/// look-up for each of its tokens, and for those with which terms begin at most as many more as the
/// longest term has tokens. How many terms have one stem does not matter: those of the same form are
/// found by the form, and of the others `mostVariants` are compared.
public final class TermMatcher {
  /// A term in a text.
  public struct Match: Hashable, Sendable {
    /// The term's number, from 0; of equal terms the first.
    public var term: Int
    /// Its bytes in the text.
    public var range: Range<Int>
  }

  /// The most tokens that a term may have; longer ones are cut, and found by their beginning.
  static let longest = 64

  /// The most terms that are compared at a place with one that has their stems but another form.
  static let mostVariants = 16

  /// What a token is to the tries: -1 where no term has the like.
  private struct Symbol: BitwiseCopyable {
    var stem: Int32
    var form: Int32
  }

  private let stemmer: Stemmer?
  private let inflection: Inflection
  private var stemTrie = TermTrie()
  private var formTrie = TermTrie()
  /// The symbols of tokens of terms and texts by their bytes, once they have been seen.
  private var seen = WordIndex()
  private var symbols = Growing<Symbol>()
  private var stems = WordIndex()
  private var forms = WordIndex()
  /// The bytes of all terms, and their tokens in them.
  private var text: [UInt8]
  private var tokens: [TermScanner.Token] = []
  private var found: [TermScanner.Token] = []

  /// Makes a matcher.
  ///
  /// - Parameters:
  ///   - text: holds the terms, in UTF-8.
  ///   - terms: where each stands in `text`. What has neither letter nor digit is never found.
  ///   - language: whose inflections count; nil for none.
  public init(_ text: [UInt8], terms: [Range<Int>], language: Language?) {
    self.text = text
    stemmer = language.flatMap { Stemmer($0) }
    inflection = Inflection(language)
    var distinct = WordIndex()
    defer { distinct.free() }
    self.text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      for (number, term) in terms.enumerated() where !term.isEmpty {
        let known = distinct.count
        let index = distinct.number(
          of: base + term.lowerBound, term.count, limit: base + text.count)
        if Int(index) == known { add(text, term, number) }
      }
    }
    forgetSeen()
  }

  deinit {
    seen.free()
    symbols.free()
    stems.free()
    forms.free()
    stemTrie.free()
    formTrie.free()
  }

  /// The bytes that it holds, about.
  public var size: Int {
    text.count * 3 + tokens.count * 12 + stemTrie.size + formTrie.size + stems.size + forms.size
      + seen.size + symbols.count * 8
  }

  private func add(_ text: UnsafeBufferPointer<UInt8>, _ term: Range<Int>, _ number: Int) {
    let first = tokens.count
    TermScanner(UnsafeBufferPointer(rebasing: text[term])).scan { token in
      guard tokens.count - first < TermMatcher.longest else { return }
      var token = token
      token.start += Int32(term.lowerBound)
      token.end += Int32(term.lowerBound)
      tokens.append(token)
    }
    // A full stop at the end belongs to the sentence as often as to the term.
    while tokens.count > first, !isWord(tokens[tokens.count - 1]) { tokens.removeLast() }
    guard tokens.count > first else { return }
    let path = tokens[first...].map { symbol(text, $0, isNew: true) }
    let end = TermTrie.Term(number: Int32(number), first: Int32(first))
    stemTrie.insert(path.map(\.stem), end)
    formTrie.insert(path.map(\.form), end)
  }

  private func isWord(_ token: TermScanner.Token) -> Bool {
    var index = Int(token.start)
    return text.withUnsafeBufferPointer { text in
      while index < Int(token.end) {
        let (scalar, length) = UTF8Scalars.decode(text.baseAddress!, index, Int(token.end))
        if ibid_is_word_scalar(scalar) || ibid_is_letter(scalar) { return true }
        // The marks behind letters are part of names: `C++`, `C#`.
        if scalar == 0x2B || scalar == 0x23 { return true }
        index += length
      }
      return false
    }
  }

  // MARK: Tokens

  @inline(__always)
  private static func slice(
    _ text: UnsafeBufferPointer<UInt8>, _ token: TermScanner.Token
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)])
  }

  private static func normalised(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    // Soft hyphens show where a word may be broken and are none of its letters.
    guard bytes.contains(0xAD), bytes.contains(0xC2) else { return Normalisation.nfkc(bytes.span) }
    var plain: [UInt8] = []
    for byte in bytes {
      if byte == 0xAD, plain.last == 0xC2 { plain.removeLast() } else { plain.append(byte) }
    }
    return Normalisation.nfkc(plain)
  }

  private func forgetSeen() {
    seen.free()
    symbols.removeAll()
    seen = WordIndex()
  }

  /// The symbol of a token, of a new term where `isNew`.
  @inline(__always)
  private func symbol(
    _ text: UnsafeBufferPointer<UInt8>, _ token: TermScanner.Token, isNew: Bool = false
  ) -> Symbol {
    let base = text.baseAddress!
    let number = seen.number(
      of: base + Int(token.start), Int(token.end - token.start), limit: base + text.count)
    if Int(number) == symbols.count { note(text, token, isNew) }
    return symbols.elements[Int(number)]
  }

  @inline(never)
  private func note(
    _ text: UnsafeBufferPointer<UInt8>, _ token: TermScanner.Token, _ isNew: Bool
  ) {
    let bytes = TermMatcher.slice(text, token)
    var word = TermMatcher.normalised(bytes)
    // Nothing but soft hyphens.
    if word.isEmpty { word = Array(bytes) }
    let form = CaseFolding.fold(word)
    var stem = form
    if token.kind == .word, let stemmer {
      // `SMEs`: to Snowball its `s` may be anything.
      if word.last == UInt8(ascii: "s"), TermMatcher.isAcronym(word.dropLast()) {
        stem.removeLast()
      }
      stem = inflection.stem(stem, stemmer)
      if stem.isEmpty { stem = form }
    }
    symbols.append(
      isNew
        ? Symbol(stem: stems.number(of: stem), form: forms.number(of: form))
        : Symbol(stem: stems.known(stem), form: forms.known(form)))
  }

  // MARK: Matches

  /// Calls `body` with the terms of a UTF-8 text in order; they do not overlap.
  public func matches(in text: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void) {
    guard !text.isEmpty, !stemTrie.isEmpty else { return }
    if seen.size > 32 << 20 { forgetSeen() }
    found.removeAll(keepingCapacity: true)
    TermScanner(text).scan { found.append($0) }
    var index = 0
    while index < found.count {
      let first = found[index]
      guard first.kind != .inner, let match = longest(text, index) else {
        index += 1
        continue
      }
      body(
        Match(
          term: match.term, range: Int(first.start)..<Int(found[index + match.length - 1].end)))
      index += match.length
    }
  }

  /// Returns the terms of a text.
  public func matches(in text: [UInt8]) -> [Match] {
    var matches: [Match] = []
    text.withUnsafeBufferPointer { self.matches(in: $0) { matches.append($0) } }
    return matches
  }

  /// The longest term that begins at a token, and the number of its tokens.
  @inline(__always)
  private func longest(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (term: Int, length: Int)? {
    var symbol = symbol(text, found[start])
    guard symbol.stem >= 0, var node = stemTrie.root(symbol.stem) else { return nil }
    var form = symbol.form < 0 ? nil : formTrie.root(symbol.form)
    var best: (Int, Int)?
    var length = 1
    while true {
      if let term = self.term(text, start, node, form) { best = (term, length) }
      guard start + length < found.count else { return best }
      symbol = self.symbol(text, found[start + length])
      guard symbol.stem >= 0, let next = stemTrie.child(node, symbol.stem) else { return best }
      node = next
      form = form.flatMap { symbol.form < 0 ? nil : formTrie.child($0, symbol.form) }
      length += 1
    }
  }

  /// The term that ends at a node of the stems and fits the tokens best; `form` is the node of their
  /// forms, where there is one.
  private func term(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ node: Int32, _ form: Int32?
  ) -> Int? {
    form.flatMap { nearest(formTrie, $0, text, start) } ?? nearest(stemTrie, node, text, start)
  }

  /// The term of a node that is nearest to the tokens, the first of those that are equally near.
  private func nearest(
    _ trie: TermTrie, _ node: Int32, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int? {
    var best: (distance: Int, term: Int)?
    let length = trie.depth(node)
    trie.terms(node, most: TermMatcher.mostVariants) { term in
      var distance = 0
      for index in 0..<length {
        let own = tokens[Int(term.first) + index]
        guard let difference = self.distance(own, text, found[start + index]) else { return }
        distance = max(distance, difference)
      }
      if distance < best?.distance ?? .max { best = (distance, Int(term.number)) }
    }
    return best?.term
  }

  /// How far a token of a text is from a term's: 0 the same bytes, 1 another case or width, 2 another
  /// form; nil where it is another word.
  private func distance(
    _ own: TermScanner.Token, _ text: UnsafeBufferPointer<UInt8>, _ token: TermScanner.Token
  ) -> Int? {
    self.text.withUnsafeBufferPointer { terms -> Int? in
      let (a, b) = (TermMatcher.slice(terms, own), TermMatcher.slice(text, token))
      if a.elementsEqual(b) { return 0 }
      if own.kind != .word { return 1 }
      let (term, word) = (TermMatcher.normalised(a), TermMatcher.normalised(b))
      if TermMatcher.isAcronym(term[...]) {
        // `IT` is not `it`, but `SMEs` are several `SME`.
        if word == term { return 1 }
        return word.dropLast() == term[...] && word.last == UInt8(ascii: "s") ? 2 : nil
      }
      let (x, y) = (CaseFolding.fold(term), CaseFolding.fold(word))
      if x == y { return 1 }
      return inflection.joins(x, y) ? 2 : nil
    }
  }

  /// Whether a word has at least two letters and all of them are capitals.
  private static func isAcronym(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer { word in
      var (index, capitals) = (0, 0)
      while index < word.count {
        let (scalar, length) = UTF8Scalars.decode(word.baseAddress!, index, word.count)
        if ibid_is_uppercase(scalar) {
          capitals += 1
        } else if ibid_is_letter(scalar) {
          return false
        }
        index += length
      }
      return capitals > 1
    }
  }
}
