import Bytes

/// One pass over a text for its sentences.
///
/// At each terminator, in this order: further terminators, closing quotes and reference marks join
/// it; without white space behind them (ideographic marks need none) nothing ends; an empty line
/// ends always; a small letter behind ends nothing; marks end, ellipses mostly, and a single stop
/// by what `endsAtStop` reads from the words around it. Brackets inside a sentence are passed over
/// whole.
struct SentenceScanner {
  let text: UTF8Text
  let rules: SentenceRules
  /// Where the sentence begins that is being read.
  private(set) var start = 0
  private var index = 0
  private var lineStart = 0
  /// Where the next item of a list in running text begins.
  private var nextItem = Int.max
  /// Up to here no opening bracket is looked up again: none before closes.
  private var unclosedUntil = 0
  private var sentences: [Range<Int>] = []

  init(_ text: UTF8Text, _ rules: SentenceRules) {
    self.text = text
    self.rules = rules
  }

  /// Returns all sentences.
  mutating func scan() -> [Range<Int>] {
    sentences.reserveCapacity(text.count / 96 + 1)
    begin(at: text.skipBlanks(0))
    Terminator.interesting.withUnsafeBufferPointer { interesting in
      while true {
        index = SentenceScanner.next(interesting, in: text, from: index)
        if nextItem <= index {
          end(at: nextItem)
        } else if index < text.count {
          step()
        } else {
          break
        }
      }
    }
    end(at: text.count)
    return sentences
  }

  /// The next byte that is interesting; most are ASCII letters and blanks, and passed over by eight.
  @inline(__always)
  private static func next(
    _ interesting: UnsafeBufferPointer<Bool>, in text: UTF8Text, from start: Int
  ) -> Int {
    var index = start
    while index < text.count {
      if index + 8 <= text.count {
        let eight = EightBytes(text.bytes + index)
        let others = ~(eight.letters | eight.spaces) & EightBytes.high
        index += others == 0 ? 8 : EightBytes.first(others)
        if others == 0 { continue }
      }
      if interesting[Int(text.bytes[index])] { break }
      index += 1
    }
    return index
  }

  private mutating func begin(at place: Int) {
    start = place
    index = place
    nextItem = Int.max
    if let marker = ListMarker(in: text, at: place) {
      index = marker.end
      nextItem = marker.next(in: text, rules: rules) ?? Int.max
    }
  }

  /// Ends the sentence before `place` and begins the next one.
  private mutating func end(at place: Int) {
    let sentence = WhiteSpace.trim(text.bytes, start..<place, text.count)
    if !sentence.isEmpty { sentences.append(sentence) }
    let next = text.skipBlanks(place)
    var blank = next
    while blank > sentence.upperBound, text.byte(blank - 1) != 0x0A { blank -= 1 }
    if blank > sentence.upperBound { lineStart = blank }
    begin(at: next)
  }

  private mutating func step() {
    let (scalar, length) = text.scalar(at: index)
    if endsPlainly(scalar, at: index) {
      end(at: index + 1)
    } else if scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x2029 {
      readLineBreak()
    } else if let pair = Brackets.pair(scalar) {
      readBracket(pair, scalar, length)
    } else if Terminator.of(scalar, semicolonAsks: rules.semicolonAsks) != nil {
      readTerminator()
    } else {
      index += length
    }
  }

  private mutating func readLineBreak() {
    let next = text.skipBlanks(index)
    if next == text.count || breaksParagraph(index..<next)
      || lineEndsSentence(line: lineStart..<index, next: next)
    {
      end(at: next)
    } else {
      index = next
    }
    lineStart = next
  }

  /// Passes over a bracket inside the sentence, up to a stop right before its end, which may end
  /// the sentence as well.
  private mutating func readBracket(_ pair: Brackets.Pair, _ open: UInt32, _ length: Int) {
    let inside = index + length
    guard pair.always || index > start, index >= unclosedUntil else {
      index = inside
      return
    }
    guard let close = Brackets.closing(of: pair, open: open, from: inside, in: text) else {
      unclosedUntil = index + Brackets.longest
      index = inside
      return
    }
    let (_, closeLength) = text.scalar(at: close)
    var last = close
    if pair.endsSentence {
      while last > inside {
        let (scalar, size) = text.scalar(before: last)
        if Terminator.of(scalar, semicolonAsks: rules.semicolonAsks) != nil {
          // "(!)" and "(?)" comment on a word.
          if last - size > inside {
            index = last - size
            return readTerminator()
          }
          break
        }
        guard Brackets.closes(scalar) else { break }
        last -= size
      }
    }
    index = close + closeLength
  }

  private mutating func readTerminator() {
    let run = TerminatorRun(in: text, at: index, semicolonAsks: rules.semicolonAsks)
    let closed = skipClosers(run.end)
    if closed >= text.count {
      index = text.count
    } else if text.blank(at: closed) == 0, !needsNoBlank(run, closed) {
      if let noted = skipNoteNumber(closed, run), endsSentence(run, closed: noted) {
        end(at: noted)
      } else {
        index = run.end
      }
    } else if let attached = run.attachedEnd,
      Following(in: text, at: text.skipBlanks(run.end)).letterCase == .upper
    {
      // A stop that touches the word ends its sentence; three dots apart from it open the next.
      end(at: attached)
      index = max(index, run.end)
    } else if endsSentence(run, closed: closed) {
      end(at: closed)
    } else {
      index = run.end
    }
  }

  private func endsSentence(_ run: TerminatorRun, closed: Int) -> Bool {
    let next = text.skipBlanks(closed)
    if breaksParagraph(closed..<next) { return true }
    let following = Following(in: text, at: next)
    switch run.kind {
    case .ideographic: return !continuesAfterQuote(run, closed: closed)
    case .mark: return endsAtMark(run, closed: closed, following)
    case .ellipsis: return endsAtEllipsis(run, following)
    case .stop: return endsAtStop(run.end - 1, closed: closed, following)
    }
  }
}
