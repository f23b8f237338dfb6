/// Terminators that follow each other: "?!", "...", ". . . .", "。！".
struct TerminatorRun {
  /// What they are together: a mark among them outweighs stops, an ideographic one all others.
  let kind: Terminator
  /// Where they end.
  let end: Int
  /// How many full stops they are.
  let stops: Int
  /// Where the first of them ends, when it touches the word before it and the others stand apart.
  let attachedEnd: Int?
  /// Whether a blank stands before them.
  let standsApart: Bool

  init(in text: UTF8Text, at start: Int, semicolonAsks: Bool) {
    let before = text.scalar(before: start)
    standsApart = before.length == 0 || WhiteSpace.contains(before.scalar)
    var kind = Terminator.stop
    var end = start
    var stops = 0
    var spaced = 0
    while true {
      let (scalar, length) = text.scalar(at: end)
      if let terminator = Terminator.of(scalar, semicolonAsks: semicolonAsks), length > 0 {
        switch (terminator, kind) {
        case (.stop, _): stops += 1
        case (.ideographic, _), (_, .ideographic): kind = .ideographic
        case (.mark, _), (_, .mark): kind = .mark
        default: kind = .ellipsis
        }
        end += length
        continue
      }
      // ". . .": a stop after a blank that no word follows (".NET" is one).
      let blank = scalar == 0x0A ? 0 : text.blank(at: end)
      guard kind == .stop, blank > 0, text.byte(end + blank) == 0x2E,
        [.noLetter].contains(LetterCase(of: text.scalar(at: end + blank + 1).scalar))
      else { break }
      stops += 1
      spaced += 1
      end += blank + 1
    }
    self.kind = kind == .stop && stops > 1 ? .ellipsis : kind
    self.end = end
    self.stops = stops
    attachedEnd = spaced == 3 && stops == 4 && !standsApart ? start + 1 : nil
  }
}
