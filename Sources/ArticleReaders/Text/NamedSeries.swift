import ArticleModel
import Bytes

/// Finds the notes that a text cites by letters or by a word, as `[a]` and `[note 2]`.
///
/// Encyclopaedias print two lists that are both counted from 1, explanations and sources, and cite the ones as `[a]` or
/// `[note 1]`, the others as `[1]`. A list whose own labels do not tell belongs to what is cited about as often as it is long.
struct NamedSeries {
  /// References that are counted together: those with one word, those with letters or those with numbers alone.
  private struct Family {
    /// The word in small letters; empty for letters and numbers.
    var word: [UInt8] = []
    /// The indices of its references among those in brackets.
    var references: [Int] = []
    /// The highest number that is cited.
    var highest = 0

    mutating func add(_ reference: Int, _ number: Int) {
      highest = max(highest, number)
      references.append(reference)
    }

    func label(_ number: Int) -> NoteLabel {
      word.isEmpty
        ? NoteLabel(sign: [UInt8(ascii: "a") &+ UInt8(truncatingIfNeeded: number - 1)])
        : NoteLabel(sign: word + [0x20] + Array(String(number).utf8))
    }

    /// Whether a list has a label for each of its items: there are 26 letters.
    func canLabel(_ list: DefinitionRun) -> Bool {
      !word.isEmpty || list.entries.allSatisfy { (1...26).contains($0.label.number ?? 0) }
    }

    /// How far the length of a list is from what is cited; `nil` where it is too far. Some may be cited only in what an
    /// extractor dropped.
    func distance(to count: Int) -> Int? {
      count * 4 >= highest * 3 && count <= highest + highest / 2 + 1 ? abs(count - highest) : nil
    }
  }

  private var letters = Family()
  private var words: [Family] = []
  private var numbers = Family()
  /// Lists whose labels have a word.
  private var labelled: [DefinitionRun] = []
  /// Lists of notes under their headings, with the numbers of their items.
  private var lists: [DefinitionRun] = []

  /// The runs of such notes, labelled as they are cited; their references have the same labels from now on.
  static func read(
    _ document: borrowing TextDocument, _ citations: inout CitationIndex, _ runs: [DefinitionRun]
  ) -> [DefinitionRun] {
    var series = NamedSeries()
    let references = citations.references(in: .brackets, document)
    for (index, reference) in references.enumerated() { series.add(reference, index, document) }
    if series.letters.highest < 2 { series.letters = Family() }
    // Most texts are done with here.
    guard !series.words.isEmpty || !series.letters.references.isEmpty else { return [] }
    series.numbers.highest = NamedSeries.highestNumber(references, document)
    // Where nothing else is numbered, the word says no more than the bracket does.
    if series.numbers.highest == 0 { series.words = [] }
    let families = series.words + [series.letters].filter { !$0.references.isEmpty }
    guard !families.isEmpty else { return [] }
    series.collectLists(document, runs)
    return families.compactMap { family in
      let run = series.take(for: family, runs)
      // A word in brackets is no number even where its notes are lost; `see note 3` may be.
      for index in family.references where run != nil || isBracketed(references[index], document) {
        if let number = references[index].labels[0].label.number {
          citations.relabel(index, family.label(number))
        }
      }
      guard var run else { return nil }
      run.form = .sign
      for index in run.entries.indices {
        if let number = run.entries[index].label.number {
          run.entries[index].label = family.label(number)
        }
      }
      return run
    }
  }

  // MARK: What is cited

  private mutating func add(
    _ reference: RawReference, _ index: Int, _ document: borrowing TextDocument
  ) {
    guard NamedSeries.isWithinLine(reference, document) else { return }
    switch (reference.form, reference.labels[0].label) {
    case (.noteWord, .number(let number)):
      let word = NamedSeries.word(of: document.source[reference.range])
      let known = words.firstIndex { $0.word == word }
      if known == nil { words.append(Family(word: word)) }
      words[known ?? words.count - 1].add(index, number)
    case (.bracketed, .sign(let sign)) where sign.count == 1 && !isWithin(reference, document):
      // Letters come in their order; one far above those before it is something else.
      let number = Int(sign[0]) - Int(UInt8(ascii: "a")) + 1
      if number >= 1, number <= letters.highest + 2 { letters.add(index, number) }
    default: break
    }
  }

  /// Whether a reference names one note and stands within a line: what begins one is the label of a definition.
  private static func isWithinLine(
    _ reference: RawReference, _ document: borrowing TextDocument
  ) -> Bool {
    reference.labels.count == 1
      && reference.range.lowerBound != document.lines[reference.line].content.lowerBound
  }

  /// The highest number in brackets. Half of the notes may be cited only in what was dropped; a number beyond that is a
  /// year or an index.
  private static func highestNumber(
    _ references: [RawReference], _ document: borrowing TextDocument
  ) -> Int {
    var cited: Set<Int> = []
    for reference in references where reference.form == .bracketed {
      guard isWithinLine(reference, document), let number = reference.labels[0].label.number
      else { continue }
      cited.insert(number)
    }
    var highest = 0
    for (index, number) in cited.sorted().enumerated() where number <= 2 * (index + 1) {
      highest = number
    }
    return highest
  }

  /// Whether a letter in brackets changes the beginning of a word: `[a]nd`.
  private func isWithin(_ reference: RawReference, _ document: borrowing TextDocument) -> Bool {
    let end = reference.range.upperBound
    return end < document.source.count && ASCII.isLetter(document.source[end])
  }

  /// Whether a marker is a word and a number in brackets.
  private static func isBracketed(
    _ reference: RawReference, _ document: borrowing TextDocument
  ) -> Bool {
    document.source[reference.range.lowerBound] == UInt8(ascii: "[")
  }

  /// The word of a marker in small letters: `note` in `[Note 2]`.
  private static func word(of marker: ArraySlice<UInt8>) -> [UInt8] {
    let folded = Lexicon.fold(marker)
    let start = folded.firstIndex { ASCII.isLetter($0) || $0 >= 0xE3 && $0 != 0xEF } ?? 0
    let end = folded[start...].firstIndex { ASCII.isDigit($0) } ?? folded.count
    return Array(folded[folded.span.trimmed(start..<end)])
  }

  // MARK: What is defined

  private mutating func collectLists(
    _ document: borrowing TextDocument, _ runs: [DefinitionRun]
  ) {
    labelled = runs.filter { $0.form == .noteWord }
    lists = runs.filter { run in
      run.form != .noteWord && run.form != .bracketed && run.entries[0].label.number == 1
        && run.entries.allSatisfy { $0.label.number != nil }
        && DefinitionReader.isUnderNoteHeading(document, run.firstLine)
    }
    lists += LostNumberReader.headedLists(document)
    if !letters.references.isEmpty { lists += NamedSeries.letteredLists(document) }
    lists.sort { $0.firstLine < $1.firstLine }
  }

  /// The lists under headings for notes whose items are counted by letters: `a. ^ Of whales`.
  private static func letteredLists(_ document: borrowing TextDocument) -> [DefinitionRun] {
    var lists: [DefinitionRun] = []
    for heading in document.lines.indices
    where document.isFree(heading) && document.isNoteHeading(heading) {
      var entries: [DefinitionRun.Entry] = []
      var next = document.nextContent(after: heading)
      while let line = next, document.isFree(line), entries.count < 26,
        let body = body(document, line, of: UInt8(ascii: "a") + UInt8(entries.count))
      {
        let label = NoteLabel(number: entries.count + 1)
        entries.append(DefinitionRun.Entry(line: line, label: label, body: body))
        next = document.nextContent(after: line)
      }
      if !entries.isEmpty { lists.append(DefinitionRun(form: .sign, entries: entries)) }
    }
    return lists
  }

  /// The first byte behind a letter with a full stop or half a bracket at the start of a line.
  private static func body(
    _ document: borrowing TextDocument, _ line: Int, of letter: UInt8
  ) -> Int? {
    let content = document.lines[line].content
    guard content.count > 3 else { return nil }
    let start = content.lowerBound
    let (first, mark) = (document.source[start], document.source[start + 1])
    let isLabel = first == letter && (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"))
    return isLabel && document.source[start + 2] == 0x20 ? start + 3 : nil
  }

  /// The run that belongs to a family, which no other gets any more; `nil` where the numbers have a better claim to it.
  private mutating func take(for family: Family, _ runs: [DefinitionRun]) -> DefinitionRun? {
    if !family.word.isEmpty, !labelled.isEmpty { return labelled.removeFirst() }
    if family.word.isEmpty, let run = lists.first(where: { $0.form == .sign }) { return run }
    // `[a] Of whales` tells of itself what it is.
    if family.word.isEmpty, runs.contains(where: { $0.form == .bracketed && !$0.isNumbered }) {
      return nil
    }
    var best: (index: Int, distance: Int)?
    for (index, list) in lists.enumerated() where list.form != .sign && family.canLabel(list) {
      guard let distance = family.distance(to: list.entries.count),
        distance < best?.distance ?? .max
      else { continue }
      best = (index, distance)
    }
    guard let best else { return nil }
    let length = lists[best.index].entries.count
    let others = lists.indices.filter { $0 != best.index }
    // The numbers keep the only list that fits them.
    if let rival = numbers.distance(to: length), numbers.highest > 0, rival <= best.distance,
      !others.contains(where: { numbers.distance(to: lists[$0].entries.count) ?? .max <= rival })
    {
      return nil
    }
    return lists.remove(at: best.index)
  }
}
