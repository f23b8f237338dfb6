import ArticleModel
import Bytes

/// The texts of an article that is being built, laid out as a text: a line for each block, blank lines between them.
///
/// The numbers of ordered lists stand before their items and raised numbers are written as superscript digits, so that
/// the readers of texts see them. Code and links to other places are crossed out, as no reference stands in them.
struct WrittenText {
  /// What a line holds.
  struct Line {
    var node: Int
    /// The cell, as an index into the builder's cells, or -1.
    var cell = -1
    /// The bytes in the builder's arena.
    var text: Range<Int>
    /// The line of the block that begins with it, where a block takes several.
    var isFirst = true
  }

  /// Bytes that were copied from the arena.
  private struct Piece {
    var start: Int
    var source: Range<Int>
    /// Bytes before those that were copied: the bracket that was put around a raised list.
    var added = 0
    /// Whether other bytes stand for those of the arena.
    var isReplaced = false
  }

  private(set) var bytes: [UInt8] = []
  /// For each line of `bytes` what it holds; `nil` for blank ones.
  private(set) var lines: [Line?] = []
  private var pieces: [Piece] = []
  private let typography: Typography

  init(_ builder: borrowing ArticleBuilder, _ typography: Typography) {
    self.typography = typography
    bytes.reserveCapacity(builder.text.count + builder.text.count / 8)
    var ordinals: [Int: Int] = [:]
    for index in builder.nodes.indices {
      let node = builder.nodes[index]
      switch node.kind {
      case .paragraph, .quote, .pullQuote, .caption, .heading: add(index, builder)
      case .item: add(index, prefix: WrittenText.ordinal(node, builder, &ordinals), builder)
      case .table:
        add(index, builder)
        for row in builder.tableRows[builder.tables[Int(node.payload)].rows.range] {
          for cell in row.range { add(index, cell: cell, builder) }
        }
      case .list, .figure, .code, .poll, .footnote, .boilerplate: break
      }
    }
  }

  /// The number of an item in an ordered list, with its dot.
  private static func ordinal(
    _ item: Node, _ builder: borrowing ArticleBuilder, _ ordinals: inout [Int: Int]
  ) -> [UInt8] {
    let list = Int(item.parent)
    guard list >= 0, builder.nodes[list].isOrdered, item.text.count > 0 else { return [] }
    let number = ordinals[list] ?? max(1, Int(builder.nodes[list].payload))
    ordinals[list] = number + 1
    let own = builder.text.span
    guard NoteLabelParser.definition(own, item.text.range) == nil else { return [] }
    return Array("\(number). ".utf8)
  }

  // MARK: Lines

  private mutating func add(
    _ node: Int, cell: Int = -1, prefix: [UInt8] = [], _ builder: borrowing ArticleBuilder
  ) {
    let text = cell < 0 ? builder.nodes[node].text : builder.cells[cell].text
    guard !text.isEmpty else { return }
    if !lines.isEmpty {
      bytes.append(0x0A)
      lines.append(nil)
    }
    let (start, firstPiece) = (bytes.count, pieces.count)
    bytes += prefix
    let runs = cell < 0 ? builder.nodes[node].runs : builder.cells[cell].runs
    append(text.range, builder.runs[runs.range], builder)
    cutIntoLines(from: start, firstPiece, Line(node: node, cell: cell, text: text.range))
    bytes.append(0x0A)
  }

  /// Appends a text without what no reference stands in.
  private mutating func append(
    _ text: Range<Int>, _ runs: ArraySlice<Run>, _ builder: borrowing ArticleBuilder
  ) {
    var end = text.lowerBound
    for run in runs where !run.text.isEmpty && run.text.start >= end {
      appendPlain(end..<run.text.start, builder.text)
      end = run.text.end
      if WrittenText.isLocalLabel(run, builder) {
        appendRaised(run.text.range, builder.text)
      } else if run.style.isDisjoint(with: [.code, .link]) {
        appendPlain(run.text.range, builder.text)
      } else {
        pieces.append(Piece(start: bytes.count, source: run.text.range))
        for byte in builder.text[run.text.range] {
          bytes.append(byte == 0x20 ? byte : UInt8(ascii: "x"))
        }
      }
    }
    appendPlain(end..<text.upperBound, builder.text)
  }

  /// Whether a run is a link to a place of a page whose text is the label of a note: `[3](#fn3)`.
  static func isLocalLabel(_ run: Run, _ builder: borrowing ArticleBuilder) -> Bool {
    run.style.contains(.link) && run.text.range.count <= Typography.longestRaised
      && builder.text[run.href.range].contains(UInt8(ascii: "#"))
      && HTMLNoteLabel.parse(Array(builder.text[run.text.range])) != nil
  }

  /// Appends a stretch of the arena, its raised pieces as superscripts.
  private mutating func appendPlain(_ range: Range<Int>, _ arena: [UInt8]) {
    var start = range.lowerBound
    let first = typography.raised.firstIndex(ofRising: start) { $0.lowerBound }
    for raised in typography.raised[first...] {
      guard raised.lowerBound < range.upperBound else { break }
      guard raised.lowerBound >= start, raised.upperBound <= range.upperBound else { continue }
      copy(start..<raised.lowerBound, arena)
      appendRaised(raised, arena)
      start = raised.upperBound
    }
    copy(start..<range.upperBound, arena)
  }

  private mutating func copy(_ range: Range<Int>, _ arena: [UInt8]) {
    guard !range.isEmpty else { return }
    pieces.append(Piece(start: bytes.count, source: range))
    bytes += arena[range]
  }

  /// Appends a raised label: a number in superscript digits, a letter or several numbers in brackets.
  private mutating func appendRaised(_ range: Range<Int>, _ arena: [UInt8]) {
    let raised = arena.span.trimmed(range)
    let label = arena[raised]
    if let digits = Powers.digits(of: label, after: bytes[...]) {
      // A superscript would be taken for a marker.
      pieces.append(Piece(start: bytes.count, source: range, isReplaced: true))
      bytes += digits
    } else if Powers.follow(bytes[...]) {
      copy(range, arena)
    } else if !label.isEmpty, label.count <= NoteLabelParser.longestNumber,
      label.allSatisfy(ASCII.isDigit)
    {
      pieces.append(Piece(start: bytes.count, source: range, isReplaced: true))
      for digit in label { bytes += Powers.superscripts[Int(digit - UInt8(ascii: "0"))] }
    } else if WrittenText.isList(label) {
      pieces.append(Piece(start: bytes.count, source: raised, added: 1))
      bytes.append(UInt8(ascii: "["))
      bytes += label
      bytes.append(UInt8(ascii: "]"))
    } else {
      copy(range, arena)
    }
  }

  /// Whether a raised piece is a letter or several numbers: `a`, `2,3`, `2–4`.
  private static func isList(_ label: ArraySlice<UInt8>) -> Bool {
    if label.count == 1 { return ASCII.isLetter(label.first!) }
    return label.count > 1
      && label.allSatisfy { byte in
        ASCII.isDigit(byte) || byte >= 0x80
          || " ,;-".utf8.contains(byte)
      } && ASCII.isDigit(label.first!) && ASCII.isDigit(label.last!)
  }

  /// Ends the block in hand. Each line of it that begins with a label becomes a line of its own.
  private mutating func cutIntoLines(from start: Int, _ firstPiece: Int, _ line: Line) {
    var line = line
    defer { lines.append(line) }
    guard line.cell < 0 else { return }
    let first = typography.lineEnds.firstIndex(ofRising: line.text.lowerBound) { $0 }
    for place in typography.lineEnds[first...] {
      guard place < line.text.upperBound else { break }
      let cut = offset(of: place, in: pieces[firstPiece...])
      guard cut > start, bytes[cut - 1] == 0x20,
        NoteLabelParser.definition(bytes.span, cut..<bytes.count) != nil
      else { continue }
      bytes[cut - 1] = 0x0A
      var before = line
      before.text = line.text.lowerBound..<place
      lines.append(before)
      line.text = place..<line.text.upperBound
      line.isFirst = false
    }
  }

  // MARK: Places

  /// Where a byte of the arena was copied to, by the pieces of its block.
  private func offset(of place: Int, in pieces: ArraySlice<Piece>) -> Int {
    let next = pieces.firstIndex(ofRising: place + 1) { $0.source.lowerBound }
    guard next > pieces.startIndex else { return 0 }
    let piece = pieces[next - 1]
    return piece.start + piece.added + place - piece.source.lowerBound
  }

  /// The bytes of the arena that a range of `bytes` was copied from.
  func source(of range: Range<Int>) -> Range<Int> {
    let start = source(of: range.lowerBound, isEnd: false)
    return start..<max(start, source(of: range.upperBound, isEnd: true))
  }

  private func source(of offset: Int, isEnd: Bool) -> Int {
    let next = pieces.firstIndex(ofRising: isEnd ? offset : offset + 1) { $0.start }
    guard next > 0 else { return pieces.first?.source.lowerBound ?? 0 }
    let piece = pieces[next - 1]
    if piece.isReplaced {
      return isEnd || offset > piece.start ? piece.source.upperBound : piece.source.lowerBound
    }
    let copied = max(0, offset - piece.start - piece.added)
    if !isEnd, copied >= piece.source.count, next < pieces.count {
      // What was put before the next piece belongs to it.
      return pieces[next].source.lowerBound
    }
    return piece.source.lowerBound + min(copied, piece.source.count)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element whose place is not below `start`; places rise from element to element.
  func firstIndex(ofRising start: Int, _ place: (Element) -> Int) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if place(self[middle]) < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
