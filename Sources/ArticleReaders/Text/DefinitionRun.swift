import Bytes

/// Definitions of one form whose numbers follow each other: a candidate for a series of notes.
struct DefinitionRun {
  struct Entry {
    var line: Int
    var label: NoteLabel
    /// The first byte of the text after the label.
    var body: Int
    /// The line in which that byte stands: the next one where the label has a line of its own.
    var bodyLine: Int
    /// Whether the bracket before the label closes behind the note.
    var isOpen = false

    init(line: Int, label: NoteLabel, body: Int) {
      self.line = line
      self.label = label
      self.body = body
      bodyLine = line
    }
  }
  var form: NoteForm
  var entries: [Entry]

  var isNumbered: Bool { entries[0].label.number != nil }
  var firstLine: Int { entries[0].line }
  var lastLine: Int { entries[entries.count - 1].line }
  /// Makes a set of the labels anew each time.
  var labels: NoteLabelSet { NoteLabelSet(entries.lazy.map(\.label)) }
}

/// Collects the lines that begin with labels into runs.
enum DefinitionRuns {
  /// How many lines without a label may stand between two definitions.
  private static let longestGap = 8
  /// How many numbers may be missing between two definitions.
  private static let longestJump = 12

  static func collect(_ document: borrowing TextDocument) -> [DefinitionRun] {
    // The run of each form that may still go on; changed in place, as a copy would cost its whole length. And the one
    // before it, which goes on where the numbers between were a list within a note.
    // Letters in brackets stand beside numbers in brackets without ending them.
    var open = [DefinitionRun?](repeating: nil, count: 2 * NoteForm.allCases.count)
    var before = open
    var runs: [DefinitionRun] = []
    for line in document.lines.indices where document.isFree(line) {
      let content = document.lines[line].content
      // What begins with a letter is a label only where a number stands behind a word.
      if !document.lines[line].has.contains(.digit),
        ASCII.isLetter(document.source[content.lowerBound])
      {
        continue
      }
      guard let parsed = label(document.source.span, content),
        let entry = entry(document, line, parsed)
      else { continue }
      let form = 2 * Int(parsed.form.rawValue) + (parsed.label.number == nil ? 1 : 0)
      guard mayBegin(document, entry, after: open[form]) else { continue }
      if resumes(document, before[form], entry, over: open[form]) {
        before[form]!.entries.append(entry)
        open[form] = nil
        swap(&open[form], &before[form])
      } else if open[form].map({ continues(document, $0, entry) }) ?? false {
        open[form]!.entries.append(entry)
      } else {
        if let run = before[form] { runs.append(run) }
        before[form] = nil
        swap(&open[form], &before[form])
        open[form] = DefinitionRun(form: parsed.form, entries: [entry])
      }
    }
    runs.append(contentsOf: (before + open).compactMap(\.self))
    return runs.sorted { ($0.firstLine, $0.form.rawValue) < ($1.firstLine, $1.form.rawValue) }
  }

  /// The definition that begins at a line with a label. Where the label has a line of its own, the text follows in the next.
  private static func entry(
    _ document: borrowing TextDocument, _ line: Int, _ label: NoteLabelParser.Parsed
  ) -> DefinitionRun.Entry? {
    var entry = DefinitionRun.Entry(line: line, label: label.label, body: label.end)
    entry.isOpen = label.isOpen
    guard label.end >= document.lines[line].content.upperBound else { return entry }
    guard let next = document.nextContent(after: line), next - line <= 2, document.isFree(next),
      !document.isNoteHeading(next)
    else { return nil }
    let text = document.lines[next].content
    guard self.label(document.source.span, text) == nil else { return nil }
    entry.body = text.lowerBound
    entry.bodyLine = next
    return entry
  }

  /// Whether a definition may begin at a line: where lines are wrapped, most numbers at their starts came there by
  /// chance, so that within a paragraph only the number that is due is believed.
  private static func mayBegin(
    _ document: borrowing TextDocument, _ entry: DefinitionRun.Entry, after run: DefinitionRun?
  ) -> Bool {
    guard document.layout.isWrapped, document.layout.isSpaced, entry.line > 0,
      document.isFree(entry.line - 1), !document.isNoteHeading(entry.line - 1),
      let number = entry.label.number
    else { return true }
    guard let previous = run?.entries.last?.label.number else { return number == 1 }
    return number == previous + 1
  }

  /// The label that a line begins with, also behind a bullet: `- [3] Harbour book`.
  private static func label(_ bytes: Span<UInt8>, _ content: Range<Int>) -> NoteLabelParser.Parsed?
  {
    if let marker = ListMarker.parse(bytes, content), !marker.isOrdered,
      marker.body < content.upperBound, bytes[marker.body] == UInt8(ascii: "[")
    {
      return NoteLabelParser.definition(bytes, marker.body..<content.upperBound)
    }
    return NoteLabelParser.definition(bytes, content)
  }

  /// Whether an entry has the number that is due in the run before the last, which is longer than the last, and not the
  /// one that is due in the last.
  private static func resumes(
    _ document: borrowing TextDocument, _ run: DefinitionRun?, _ entry: DefinitionRun.Entry,
    over last: DefinitionRun?
  ) -> Bool {
    guard let run, let last, run.entries.count > 2 * last.entries.count,
      isDue(entry, in: run), !isDue(entry, in: last)
    else { return false }
    return entry.line - run.lastLine <= 4 * longestGap
      && (run.lastLine..<entry.line).allSatisfy {
        document.lines[$0].isBlank || document.isFree($0)
      }
  }

  private static func isDue(_ entry: DefinitionRun.Entry, in run: DefinitionRun) -> Bool {
    guard let number = entry.label.number else { return false }
    return run.entries[run.entries.count - 1].label.number == number - 1
  }

  private static func continues(
    _ document: borrowing TextDocument, _ run: DefinitionRun, _ entry: DefinitionRun.Entry
  ) -> Bool {
    let last = run.entries[run.entries.count - 1]
    // These may stand anywhere between the paragraphs.
    if entry.isOpen, let number = entry.label.number, let previous = last.label.number {
      return last.isOpen && number > previous && number - previous <= longestJump
    }
    // A note of several paragraphs may fill pages of short lines.
    let mostLines =
      !document.layout.isWrapped ? 1 : isDue(entry, in: run) && run.entries.count >= 3 ? 16 : 4
    var gap = 0
    for line in last.line + 1..<max(last.line + 1, entry.line) where !document.lines[line].isBlank {
      if !document.isFree(line) { return false }
      gap += 1
      if gap > mostLines * longestGap { return false }
    }
    guard let number = entry.label.number, let previous = last.label.number else {
      return entry.label.number == nil && last.label.number == nil && gap <= 2
    }
    if number == 1 { return gap <= 2 && !run.entries.contains { $0.label.number == 1 } }
    // A step down within a list is a slip of its author; the numbers go on.
    return number > previous ? number - previous <= longestJump : gap == 0 && previous - number < 3
  }

  /// The indices of runs of one or two numbers within a run many times as long: where lines are wrapped, the year or
  /// page of a note may begin a line.
  static func nested(_ runs: [DefinitionRun]) -> Set<Int> {
    var found: Set<Int> = []
    var around: DefinitionRun?
    for (index, run) in runs.enumerated() {
      if let around, around.lastLine > run.lastLine, around.form != run.form,
        run.entries.count <= 2, run.form != .sign, around.entries.count >= 8 * run.entries.count
      {
        found.insert(index)
      } else if around.map({ run.entries.count > $0.entries.count || run.firstLine > $0.lastLine })
        ?? true
      {
        around = run
      }
    }
    return found
  }
}
