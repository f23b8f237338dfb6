import ArticleModel

/// What the passes over a text know so far: its lines, who has claimed them, and what was found.
///
/// A pass claims lines; a later pass sees only what is left. So every line ends in exactly one block.
struct TextDocument: ~Copyable {
  /// The source; in the place of the numbers that a text browser gave to links are spaces.
  let source: [UInt8]
  let lines: [TextLine]
  let layout: TextLayout
  /// Whether the text was laid out from markup, where nothing got lost: each block is a line, and lists are known.
  let hasMarkup: Bool
  /// The lines of programs that stand between fences.
  let fences: [Range<Int>]
  /// The lines with the addresses of those links.
  let linkList: Range<Int>?
  /// The blocks found so far, in the order in which they were found.
  var blocks: [TextBlock] = []
  /// For each line the index of its block, or -1.
  var owner: [Int32]
  var tables: [TextTable] = []
  var polls: [TextPoll] = []
  var definitions: [NoteDefinition] = []
  var references: [FoundReference] = []
  var metadata = TextMetadata()
  var diagnostics: [Diagnostic] = []

  init(source: [UInt8], index: LineIndex) {
    var source = source
    var lines = LineScanner.scan(source.span, index)
    linkList = LinkList(source, lines).flatMap {
      $0.removeNumbers(from: &source, &lines) ? $0.lines : nil
    }
    layout = TextLayout(lines, source)
    fences = CodeReader.fenced(source, lines)
    // What joins and cuts lines looks at none of a program.
    let programs = fences.map { Array(lines[$0]) }
    for line in fences.joined() { lines[line].blank() }
    if !layout.isWrapped { HangingLines.join(&source, &lines) }
    if !layout.isWrapped, !layout.isSpaced { BrokenLines.join(&source, &lines) }
    BulletsBelow.join(&source, &lines)
    EditLinks.cut(source, &lines)
    SingleCells.cut(source, &lines)
    for (fence, program) in zip(fences, programs) { lines.replaceSubrange(fence, with: program) }
    TextDocument.lookUp(&lines, in: source)
    self.source = source
    self.lines = lines
    owner = [Int32](repeating: -1, count: lines.count)
    hasMarkup = false
  }

  /// A text that was laid out from markup, a line for each block and blank lines between them.
  init(markup source: [UInt8]) {
    var lines = LineScanner.scan(source.span, LineIndex(source.span))
    TextDocument.lookUp(&lines, in: source)
    self.source = source
    self.lines = lines
    layout = .paragraphs
    fences = []
    linkList = nil
    owner = [Int32](repeating: -1, count: lines.count)
    hasMarkup = true
  }

  /// Gives each line that is in the lexicon its entry: no later pass looks a whole line up again.
  private static func lookUp(_ lines: inout [TextLine], in source: [UInt8]) {
    let lexicon = Lexicon.shared
    source.withUnsafeBufferPointer { source in
      let room = LetterFolding.room(for: Lexicon.longestLine)
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { room in
        for line in lines.indices
        where !lines[line].isBlank && lines[line].count <= lexicon.tables.longest {
          let content = UnsafeBufferPointer(rebasing: source[lines[line].content])
          guard lexicon.mayBeLine(content) else { continue }
          let count = LetterFolding.fold(content, to: room.baseAddress!)
          let folded = UnsafeBufferPointer(rebasing: room[..<count])
          if let number = lexicon.lineNumber(folded) { lines[line].phrase = Int32(number) }
        }
      }
    }
  }

  /// What a whole line is by the lexicon, or `nil` where it is not in it.
  func phrase(_ line: Int) -> Lexicon.Entry? {
    lines[line].phrase < 0 ? nil : Lexicon.shared.entry(Int(lines[line].phrase))
  }

  /// Whether a line is a heading above notes.
  func isNoteHeading(_ line: Int) -> Bool { phrase(line)?.meaning.contains(.noteHeading) == true }

  /// The blocks that hold lines, in the order of their first lines.
  func blocksInOrder() -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(blocks.count)
    for line in owner.indices where owner[line] >= 0 {
      let lines = blocks[Int(owner[line])].lines
      if lines.lowerBound == line, !lines.isEmpty { order.append(Int(owner[line])) }
    }
    return order
  }

  /// Whether a line has content that no block holds yet.
  func isFree(_ line: Int) -> Bool { owner[line] < 0 && !lines[line].isBlank }

  /// The block that holds a line, if any.
  func block(at line: Int) -> TextBlock? { owner[line] < 0 ? nil : blocks[Int(owner[line])] }

  /// Gives lines to a new block. Returns the block's index.
  @discardableResult
  mutating func claim(_ lines: Range<Int>, _ kind: NodeKind, _ reason: Reason) -> Int {
    let lines = withJoined(lines)
    blocks.append(TextBlock(kind: kind, reason: reason, lines: lines))
    for line in lines { owner[line] = Int32(blocks.count - 1) }
    return blocks.count - 1
  }

  /// The lines with those below them that were joined to the last.
  private func withJoined(_ lines: Range<Int>) -> Range<Int> {
    var end = lines.upperBound
    while end < self.lines.count, self.lines[end].has.contains(.joined) { end += 1 }
    return lines.lowerBound..<end
  }

  /// Puts the definitions into the order of the text.
  mutating func sortDefinitions() {
    let blocks = self.blocks
    definitions.sort { blocks[$0.block].lines.lowerBound < blocks[$1.block].lines.lowerBound }
    for (index, definition) in definitions.enumerated() {
      self.blocks[definition.block].payload = index
    }
  }

  /// The next line with content after `line`, or `nil` at the end.
  func nextContent(after line: Int) -> Int? {
    var next = line + 1
    while next < lines.count, lines[next].isBlank { next += 1 }
    return next < lines.count ? next : nil
  }

  /// The line with content before `line`, or `nil` at the start.
  func previousContent(before line: Int) -> Int? {
    var previous = line - 1
    while previous >= 0, lines[previous].isBlank { previous -= 1 }
    return previous >= 0 ? previous : nil
  }

  /// From the first to the last byte of the content of some lines.
  func span(of lines: Range<Int>) -> Range<Int> {
    self.lines[lines.lowerBound].content
      .lowerBound..<self.lines[lines.upperBound - 1].content.upperBound
  }

  /// The content of a line in lower case; empty for a line that is too long for the lexicon.
  func folded(_ line: Int) -> [UInt8] {
    lines[line].count > Lexicon.longestLine ? [] : Lexicon.fold(source[lines[line].content])
  }
}

/// Lines that belong together, and what they are.
struct TextBlock {
  var kind: NodeKind
  var reason: Reason
  var lines: Range<Int>
  var role: ParagraphRole = .body
  var level: UInt8 = 0
  /// The block that a pull quote repeats or a caption describes.
  var of = -1
  /// The index of the table, poll or definition.
  var payload = -1
  /// The metadata that these lines gave; such a block becomes front matter, not a node.
  var field: FrontMatterField?
  /// The content without a bullet, a label or quotation marks, where it differs from the lines.
  var body: Range<Int>?
}

/// The metadata that a text gives.
struct TextMetadata {
  var title: String?
  var subtitle: String?
  var series: String?
  var authors: [Author] = []
  var date: String?
}

/// A definition of a note.
struct NoteDefinition {
  var label: NoteLabel
  var block: Int
  /// The text after the label.
  var body: Range<Int>
  /// The series that the definition belongs to, counted from 0.
  var series: Int
}

/// A reference found in running text.
struct FoundReference {
  var label: NoteLabel
  /// The bytes that are taken out of the text.
  var marker: Range<Int>
  var block: Int
  /// The definition, or -1 where none exists.
  var definition: Int
  /// Definitions that are cited with this one without being named: note 4 in `[3–5]`.
  var implied: [Int] = []
  /// Whether it is likelier to be something else, by the words around it.
  var isDoubtful = false
}
