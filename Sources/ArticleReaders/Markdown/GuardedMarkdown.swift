import Glibc

/// A Markdown source in which the marks that would cost cmark-gfm more than linear time are taken out of its sight.
///
/// cmark-gfm 0.29.0.gfm.6, which Debian 12 has, takes quadratic time for four sorts of input: links among image openers
/// (`![[]()![[]()…`), inline HTML that never ends (`<?`, `<!A`, `<![CDATA[`), tables of very many columns or behind very
/// many lines of a paragraph, and it fills short rows with cells, so that a table of n bytes can have n² of them. Where
/// the estimate for a run of lines without a blank one is over `stepsPerByte`, the marks in it become control
/// characters that mean nothing to cmark: byte for byte, so that all places hold, and `restored` brings them back.
struct GuardedMarkdown {
  /// How many steps of a few nanoseconds a byte may cost; ordinary text takes a few dozen.
  fileprivate static let stepsPerByte = 500
  /// Shorter runs count as this long, because n² is little for them.
  private static let shortest = 2_000
  /// The most columns of a table; cmark's time for a row grows with their square.
  private static let mostColumns = 1_000
  /// How many cells cmark may have to fill in for short rows, for each byte of a table.
  private static let filledCellsPerByte = 8

  /// What cmark parses: as long as the source.
  private(set) var bytes: [UInt8]
  /// Where the runs begin in which marks were hidden.
  private(set) var plainParts: [Int] = []
  /// For each control character that is used, the bytes it stands for.
  private var meanings = [[UInt8]?](repeating: nil, count: 32)

  /// Whether cmark parses the source as it is.
  private(set) var isUnchanged = true

  init(_ source: [UInt8], from start: Int) {
    bytes = source
    if SourceChecks.firstNul(source.span) != nil {
      // cmark puts three bytes in the place of a NUL, which would move every column after it. U+001A stands for it, and
      // CommonMark, section 2.3, wants U+FFFD in the text.
      replace(0, by: 0x1A, in: start..<source.count)
      meanings[0x1A] = [0xEF, 0xBF, 0xBD]
    }
    let marks = MarkCounts(source)
    guard marks.mayBeCostly || marks.bars > 0 else { return }
    for run in MarkdownCost.runs(of: source, from: start, barred: !marks.mayBeCostly) { hide(run) }
  }

  /// The bytes that a piece of cmark's text had in the source; NUL as U+FFFD.
  func restored(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var restored: [UInt8] = []
    restored.reserveCapacity(text.count)
    for byte in text {
      if byte < 32, let meaning = meanings[Int(byte)] {
        restored.append(contentsOf: meaning)
      } else {
        restored.append(byte)
      }
    }
    return restored
  }

  // MARK: Costs

  private mutating func hide(_ run: MarkdownCost) {
    let range = run.range
    let budget = GuardedMarkdown.stepsPerByte * max(range.count, GuardedMarkdown.shortest)
    var marks: [UInt8] = []
    if run.imageSteps > budget { marks.append(UInt8(ascii: "[")) }
    if run.declarations * range.count > budget { marks.append(UInt8(ascii: "<")) }
    let isWide = run.columns > GuardedMarkdown.mostColumns
    let filled = run.columns * run.rows - run.bars
    if isWide || run.headerSteps > budget
      || filled > GuardedMarkdown.filledCellsPerByte * max(range.count, GuardedMarkdown.shortest)
    {
      marks.append(UInt8(ascii: "|"))
      // A delimiter row needs no bar.
      if run.headerSteps > budget { marks.append(UInt8(ascii: "-")) }
    }
    guard !marks.isEmpty else { return }
    plainParts.append(range.lowerBound)
    for mark in marks {
      let known = meanings.indices.first { meanings[$0] == [mark] }
      guard let control = known ?? freeControl() else { continue }
      meanings[control] = [mark]
      replace(mark, by: UInt8(control), in: range)
    }
  }

  /// A control character that the source does not have.
  private func freeControl() -> Int? {
    (1..<32).first { control in
      !(0x09...0x0D).contains(control) && meanings[control] == nil
        && !bytes.contains(UInt8(control))
    }
  }

  private mutating func replace(_ byte: UInt8, by other: UInt8, in range: Range<Int>) {
    isUnchanged = false
    for index in range where bytes[index] == byte { bytes[index] = other }
  }
}

/// How many of the marks that can be costly a source has: a quick look, as few texts have many.
private struct MarkCounts {
  let images: Int
  let declarations: Int
  let bars: Int
  /// `:-`; a table of one column needs no bar.
  let delimiters: Int

  init(_ source: [UInt8]) {
    images = MarkCounts.count(UInt8(ascii: "!"), in: source) { $0 == UInt8(ascii: "[") }
    declarations = MarkCounts.count(UInt8(ascii: "<"), in: source) {
      $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?")
    }
    bars = MarkCounts.count(UInt8(ascii: "|"), in: source) { _ in true }
    delimiters = MarkCounts.count(UInt8(ascii: ":"), in: source) { $0 == UInt8(ascii: "-") }
  }

  /// Whether there are so many marks other than bars that runs must be judged one by one.
  ///
  /// A run is too costly for its declarations only where it has more of them than a byte may cost steps.
  var mayBeCostly: Bool {
    images > 1_000 || declarations > GuardedMarkdown.stepsPerByte || delimiters > 100
  }

  /// How often a byte stands before one that matches.
  private static func count(
    _ byte: UInt8, in source: [UInt8], before matches: (UInt8) -> Bool
  ) -> Int {
    source.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var index = 0
      var count = 0
      while let found = memchr(base + index, Int32(byte), buffer.count - index) {
        index = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        if index < buffer.count, matches(buffer[index]) { count += 1 }
      }
      return count
    }
  }
}
