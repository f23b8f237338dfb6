extension EditBuffer {
  /// The boundary before an offset; the start where there is none.
  func offset(before offset: Int) -> Int {
    offset > 0 ? self.offset(text.index(before: index(offset))) : 0
  }

  /// The boundary after an offset; the end where there is none.
  func offset(after offset: Int) -> Int {
    offset < count ? self.offset(text.index(after: index(offset))) : count
  }

  /// The bytes of the line that holds an offset, without its line end.
  func lineRange(at offset: Int) -> Range<Int> {
    let bytes = text.utf8
    let place = index(offset)
    let start = bytes[..<place].lastIndex(of: 0x0A).map { bytes.index(after: $0) }
    let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
    return self.offset(start ?? bytes.startIndex)..<self.offset(end)
  }

  /// Whether only blanks stand between the start of the line and the cursor.
  var isInIndentation: Bool {
    self[lineRange(at: cursor).lowerBound..<cursor].utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The start of the word before an offset.
  func wordStart(before offset: Int) -> Int {
    run(from: run(from: offset, backward: true) { !Self.isWord($0) }, backward: true, Self.isWord)
  }

  /// The end of the word after an offset.
  func wordEnd(after offset: Int) -> Int {
    run(from: run(from: offset, backward: false) { !Self.isWord($0) }, backward: false, Self.isWord)
  }

  /// The start of what stands between white space and an offset.
  func blankWordStart(before offset: Int) -> Int {
    let end = run(from: offset, backward: true, \.isWhitespace)
    return run(from: end, backward: true) { !$0.isWhitespace }
  }

  private func run(
    from offset: Int, backward: Bool, _ accepts: (Character) -> Bool
  ) -> Int {
    var place = index(offset)
    if backward {
      while place > text.startIndex, accepts(text[text.index(before: place)]) {
        place = text.index(before: place)
      }
    } else {
      while place < text.endIndex, accepts(text[place]) { place = text.index(after: place) }
    }
    return self.offset(place)
  }

  private static func isWord(_ cluster: Character) -> Bool {
    cluster.isLetter || cluster.isNumber || cluster == "_"
  }
}
