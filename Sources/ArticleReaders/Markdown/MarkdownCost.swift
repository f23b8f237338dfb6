import Glibc

/// An estimate of what a run of lines without a blank one costs cmark.
struct MarkdownCost {
  /// The bytes of the run.
  let range: Range<Int>
  /// `![`, and closed links, each of which looks at all image openers before it.
  private var images = 0
  private(set) var imageSteps = 0
  /// `<?` and `<!`, each of which looks for its end.
  private(set) var declarations = 0
  private(set) var bars = 0
  /// The columns of the widest line, as far as bars tell.
  private(set) var columns = 0
  private(set) var rows = 0
  /// Lines of the paragraph above each delimiter row, squared.
  private(set) var headerSteps = 0

  /// The runs of a source from byte `start` on, in their order, but for those that cost next to nothing.
  ///
  /// - Parameter barred: whether only runs with a bar may cost more than that.
  static func runs(of source: [UInt8], from start: Int, barred: Bool) -> [MarkdownCost] {
    var runs: [MarkdownCost] = []
    source.withUnsafeBufferPointer { bytes in
      var line = start
      while line < bytes.count {
        if barred {
          guard let bar = firstBar(bytes, from: line) else { return }
          line = runStart(bytes, of: bar, from: line)
        }
        let start = line
        while line < bytes.count, case let end = lineEnd(bytes, line), !isBlank(bytes, line..<end) {
          line = end
        }
        let run = MarkdownCost(start..<line, of: bytes)
        if run.mayCost { runs.append(run) }
        if line < bytes.count { line = lineEnd(bytes, line) }
      }
    }
    return runs
  }

  private init(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    self.range = range
    var line = range.lowerBound
    while line < range.upperBound {
      let end = MarkdownCost.lineEnd(bytes, line)
      add(line: line..<end, of: bytes)
      line = end
    }
  }

  private var mayCost: Bool {
    imageSteps > 0 || declarations > 0 || bars > 0 || headerSteps > 0
  }

  private static func firstBar(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(UInt8(ascii: "|")), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where the run begins that holds a byte, not before the line at `start`.
  private static func runStart(
    _ bytes: UnsafeBufferPointer<UInt8>, of place: Int, from start: Int
  ) -> Int {
    var line = lineStart(bytes, of: place, from: start)
    while line > start {
      let before = lineStart(bytes, of: line - 1, from: start)
      if isBlank(bytes, before..<line) { break }
      line = before
    }
    return line
  }

  private static func lineStart(
    _ bytes: UnsafeBufferPointer<UInt8>, of place: Int, from start: Int
  ) -> Int {
    var line = place
    while line > start, bytes[line - 1] != 0x0A { line -= 1 }
    return line
  }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
  }

  /// Whether a line ends a paragraph: it is blank, or holds the marks of quotes alone.
  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    line.allSatisfy { bytes[$0] <= 0x20 || bytes[$0] == UInt8(ascii: ">") }
  }

  private mutating func add(line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    var bars = 0
    for index in line {
      var before: UInt8 { index > line.lowerBound ? bytes[index - 1] : 0 }
      switch bytes[index] {
      case UInt8(ascii: "["): if before == UInt8(ascii: "!") { images += 1 }
      case UInt8(ascii: "("): if before == UInt8(ascii: "]") { imageSteps += images }
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        if before == UInt8(ascii: "<") { declarations += 1 }
      case UInt8(ascii: "|"): bars += 1
      default: continue
      }
    }
    if MarkdownCost.isDelimiter(bytes, line) { headerSteps += rows * rows }
    rows += 1
    self.bars += bars
    columns = max(columns, bars)
  }

  /// Whether a line holds nothing but what the delimiter row of a table can.
  private static func isDelimiter(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    line.allSatisfy { index in
      switch bytes[index] {
      case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"),
        UInt8(ascii: ">"):
        true
      default: false
      }
    }
  }
}
