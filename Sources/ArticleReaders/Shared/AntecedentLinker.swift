import ArticleModel

/// Finds the footnote that an *Ibid.*, *Op. cit.*, Там же or 同上 points to.
enum AntecedentLinker {
  /// Links the footnotes of an article that is being built, in the order of their definitions.
  static func link(_ builder: inout ArticleBuilder) {
    var antecedents: [Int: Int] = [:]
    let count = builder.footnotes.count
    for index in 0..<count {
      let node = builder.nodes[Int(builder.footnotes[index].node)]
      let text = Lexicon.fold(builder.text[node.text.range].prefix(120))
      if pointsToPrevious(text) {
        guard index > 0 else {
          builder.diagnostics.append(
            Diagnostic(.antecedentMissing, .warning, "no footnote stands before this one to point to", at: node.source.start))
          continue
        }
        // A chain of ibids ends at the note that names the work.
        antecedents[index] = antecedents[index - 1] ?? index - 1
      } else if let name = citedName(text), let earlier = last(of: name, before: index, builder) {
        antecedents[index] = antecedents[earlier] ?? earlier
      }
    }
    for (index, antecedent) in antecedents {
      builder.updateFootnote(index) { $0.antecedent = Int32(antecedent) }
    }
  }

  private static func pointsToPrevious(_ text: [UInt8]) -> Bool {
    let start = text.drop { $0 == UInt8(ascii: "(") || $0 == 0x20 }
    return Lexicon.shared.ibidem.contains { term in
      guard start.starts(with: term) else { return false }
      let rest = start.dropFirst(term.count)
      guard let next = rest.first else { return true }
      if term.first! >= 0xE3 { return rest.count < 40 && next >= 0x80 || next < 0x80 }
      // `Id.` must not be the start of `Identity`, nor `id cards`.
      return next == UInt8(ascii: ".") || next == UInt8(ascii: ",") || next == UInt8(ascii: ";") || next == UInt8(ascii: ":")
        || next == UInt8(ascii: ")") || next == 0x20 && term.count > 3
    }
  }

  /// The first word of a text that holds *op. cit.*: the author's name.
  private static func citedName(_ text: [UInt8]) -> [UInt8]? {
    let string = String(decoding: text, as: UTF8.self)
    guard Lexicon.shared.opereCitato.contains(where: { term in
      let term = String(decoding: term, as: UTF8.self)
      guard let range = string.firstRange(of: term) else { return false }
      let isStart = range.lowerBound == string.startIndex
      let before = isStart ? " " : string[string.index(before: range.lowerBound)]
      let after = range.upperBound == string.endIndex ? " " : string[range.upperBound]
      return term.utf8.first! >= 0xE3 || !before.isLetter && !after.isLetter
    }) else { return nil }
    let name = string.prefix { $0.isLetter || $0 == "-" || $0 == "'" }
    return name.isEmpty ? nil : Array(name.utf8)
  }

  private static func last(of name: [UInt8], before index: Int, _ builder: borrowing ArticleBuilder) -> Int? {
    (0..<index).reversed().first { earlier in
      let node = builder.nodes[Int(builder.footnotes[earlier].node)]
      let text = Lexicon.fold(builder.text[node.text.range].prefix(400))
      guard text.count > name.count else { return false }
      return contains(text, name)
    }
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
