import ArticleModel
import Bytes

/// Finds the footnote that an *Ibid.*, *Op. cit.*, Там же or 同上 points to.
enum AntecedentLinker {
  /// Links the footnotes of an article that is being built, in the order of their definitions.
  static func link(_ builder: inout ArticleBuilder) {
    var antecedents: [Int: Int] = [:]
    let count = builder.footnotes.count
    let arena = builder.text  // a local owner, so that its span does not borrow the builder
    for index in 0..<count {
      let node = builder.nodes[Int(builder.footnotes[index].node)]
      guard mayPoint(arena.span, node.text.range.prefix(120)) else { continue }
      let text = Lexicon.fold(builder.text[node.text.range].prefix(120))
      if pointsToPrevious(text) {
        guard index > 0 else {
          builder.diagnostics.append(
            Diagnostic(
              .antecedentMissing, .warning, "no footnote stands before this one to point to",
              at: node.source.start))
          continue
        }
        // A chain of ibids ends at the note that names the work.
        antecedents[index] = antecedents[index - 1] ?? index - 1
      } else if let earlier = earlierNote(text, before: index, builder) {
        antecedents[index] = antecedents[earlier] ?? earlier
      }
    }
    for (index, antecedent) in antecedents {
      builder.updateFootnote(index) { $0.antecedent = Int32(antecedent) }
    }
  }

  /// Whether a note's text may be worth a closer look: most notes are done with here.
  private static func mayPoint(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    text.withUnsafeBufferPointer { text in
      Lexicon.withFolded(UnsafeBufferPointer(rebasing: text[range])) { folded in
        guard let first = folded.first(where: { $0 != UInt8(ascii: "(") && $0 != 0x20 }) else {
          return false
        }
        return !Lexicon.shared.tables.ibidem[Int(first)].isEmpty
          || Lexicon.shared.tables.opereCitato.contains(in: folded)
      }
    }
  }

  private static func pointsToPrevious(_ text: [UInt8]) -> Bool {
    let start = text.drop { $0 == UInt8(ascii: "(") || $0 == 0x20 }
    guard let first = start.first else { return false }
    return Lexicon.shared.tables.ibidem[Int(first)].contains { term in
      guard start.starts(with: term) else { return false }
      let rest = start.dropFirst(term.count)
      guard let next = rest.first else { return true }
      if term.first! >= 0xE3 { return next < 0x80 || rest.count < 40 && !namesNote(rest) }
      // `Id.` must not be the start of `Identity`, nor `id cards`.
      let isArabicComma = next == 0xD8 && rest.dropFirst().first == 0x8C
      return isArabicComma || next == UInt8(ascii: ".") || next == UInt8(ascii: ",")
        || next == UInt8(ascii: ";") || next == UInt8(ascii: ":")
        || next == UInt8(ascii: ")") || next == 0x20 && term.count > 3
    }
  }

  /// `注` or `註`: a number follows that points to some other note than the previous one.
  private static func namesNote(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: "注".utf8) || text.starts(with: "註".utf8)
  }

  /// The footnote that an *op. cit.* points to: the one whose number follows, or the last that names the same author.
  private static func earlierNote(
    _ text: [UInt8], before index: Int, _ builder: borrowing ArticleBuilder
  ) -> Int? {
    let terms: [[UInt8]] = text.withUnsafeBufferPointer {
      let phrases = Lexicon.shared.tables.opereCitato
      return phrases.contains(in: $0) ? phrases.phrases(in: $0) : []
    }
    guard !terms.isEmpty else { return nil }
    let string = String(decoding: text, as: UTF8.self)
    for term in terms {
      guard let range = wordRange(of: term, in: text, string) else { continue }
      if let number = leadingNumber(string[range.upperBound...]) {
        return (0..<index).last { builder.footnotes[$0].number == number }
      }
      guard let name = lastName(string[..<range.lowerBound]) else { continue }
      return last(of: Array(name.utf8), before: index, builder)
    }
    return nil
  }

  /// Where a term stands as words of its own, in a text in bytes and as a string; scripts without spaces have no such
  /// bounds.
  private static func wordRange(
    of term: [UInt8], in bytes: [UInt8], _ text: String
  ) -> Range<String.Index>? {
    guard let range = range(of: term, in: bytes, text) else { return nil }
    if term[0] >= 0xE3 { return range }
    let before =
      range.lowerBound == text.startIndex ? " " : text[text.index(before: range.lowerBound)]
    let after = range.upperBound == text.endIndex ? " " : text[range.upperBound]
    return before.isLetter || after.isLetter ? nil : range
  }

  /// Searching a `String` compares by grapheme, 20,000 instructions for a note; in ASCII bytes say the same.
  private static func range(
    of term: [UInt8], in bytes: [UInt8], _ text: String
  ) -> Range<String.Index>? {
    guard bytes.withUnsafeBufferPointer(ByteScan.isASCII) else {
      return text.firstRange(of: String(decoding: term, as: UTF8.self))
    }
    return bytes.withUnsafeBytes { bytes in
      term.withUnsafeBytes { ByteSearch.first($0, in: bytes) }
    }.map {
      let start = text.utf8.index(text.startIndex, offsetBy: $0)
      return start..<text.utf8.index(start, offsetBy: term.count)
    }
  }

  private static func leadingNumber(_ text: Substring) -> Int? {
    let digits = text.drop { " .[(［（〔".contains($0) }.prefix { $0.isASCII && $0.isNumber }
    return digits.count <= 3 ? Int(digits) : nil
  }

  /// The last word before the term that may be a surname: initials are too short.
  private static func lastName(_ text: Substring) -> Substring? {
    text.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }
      .last { $0.count >= 3 || $0.utf8.first! >= 0xE3 && $0.count >= 2 }
  }

  private static func last(of name: [UInt8], before index: Int, _ builder: borrowing ArticleBuilder)
    -> Int?
  {
    // The note that begins with the name describes the work; one that only mentions the author may not.
    for isFirst in [true, false] {
      for earlier in (0..<index).reversed() {
        let node = builder.nodes[Int(builder.footnotes[earlier].node)]
        let text = Lexicon.fold(
          builder.text[node.text.range].prefix(isFirst ? name.count + 24 : 400))
        if isFirst ? text.starts(with: name) : contains(text, name) { return earlier }
      }
    }
    return nil
  }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    for start in 0...text.count - word.count
    where text[start] == word[0] && text[start..<start + word.count].elementsEqual(word) {
      return true
    }
    return false
  }
}
