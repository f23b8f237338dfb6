/// What stands behind the name of an author and says where the person works or what they are.
enum Affiliation {
  /// Whether a text names a post, a newspaper or another body.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    let folded = Lexicon.fold(text.prefix(Lexicon.longestLine))
    return Lexicon.shared.namesRole(folded)
      || folded.split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ".") })
        .contains { Lexicon.shared.tables.outletWords.contains(Array($0)) }
  }
}
