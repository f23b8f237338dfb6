import ArticleModel
import Bytes
import Glibc

/// Phrases that may stand anywhere in a text, looked for together.
///
/// `memchr` looks for the rarest byte of each phrase, which many of them share; at each place where that stands the whole
/// phrase is compared.
struct PhraseSearch: Sendable {
  /// A phrase: its bytes in `text`, and which of them is looked for.
  private struct Phrase {
    var start: Int
    var count: Int
    var anchor: Int
    /// The byte that is looked for.
    var byte: UInt8
  }

  /// The phrases with one byte that is looked for.
  private struct Group {
    var byte: UInt8
    var phrases: Range<Int>
    /// A bit for each pair of bytes that stands before that byte in one of the phrases; all where a phrase is too short.
    var before: UInt64 = 0
  }

  /// The phrases one behind the other.
  private var text: [UInt8] = []
  /// By the byte that is looked for, those beyond ASCII last.
  private var phrases: [Phrase] = []
  private var groups: [Group] = []

  /// Adds a phrase in lower case; one that is known already is left out.
  mutating func add(_ phrase: [UInt8]) {
    let isKnown = phrases.contains {
      text[$0.start..<$0.start + $0.count].elementsEqual(phrase)
    }
    guard !phrase.isEmpty, !isKnown else { return }
    let anchor = phrase.indices.min {
      (PhraseSearch.commonness(phrase[$0]), -$0) < (PhraseSearch.commonness(phrase[$1]), -$1)
    }!
    phrases.append(
      Phrase(start: text.count, count: phrase.count, anchor: anchor, byte: phrase[anchor]))
    phrases.sort { ($0.byte, $0.start) < ($1.byte, $1.start) }
    text += phrase
    group()
  }

  private mutating func group() {
    groups = []
    for (index, phrase) in phrases.enumerated() {
      if groups.last?.byte != phrase.byte {
        groups.append(Group(byte: phrase.byte, phrases: index..<index))
      }
      let last = groups.count - 1
      groups[last].phrases = groups[last].phrases.lowerBound..<index + 1
      let place = phrase.start + phrase.anchor
      groups[last].before |=
        phrase.anchor < 2 ? .max : PhraseSearch.bit(text[place - 2], text[place - 1])
    }
  }

  @inline(__always)
  private static func bit(_ first: UInt8, _ second: UInt8) -> UInt64 {
    1 << UInt64((first &* 5 ^ second) & 63)
  }

  /// Whether a place exists in a folded text where a phrase stands and `accepts` says yes to the byte where it begins.
  func contains(
    in folded: UnsafeBufferPointer<UInt8>, where accepts: (_ start: Int) -> Bool = { _ in true }
  ) -> Bool {
    contains(in: folded) { start, _ in accepts(start) }
  }

  private func contains(
    in folded: UnsafeBufferPointer<UInt8>, _ accepts: (_ start: Int, Phrase) -> Bool
  ) -> Bool {
    let isASCII = ByteScan.isASCII(folded)
    return groups.withUnsafeBufferPointer { groups in
      groups.contains { group in
        !(isASCII && group.byte >= 0x80) && contains(group, in: folded, accepts)
      }
    }
  }

  /// The phrases that stand in a folded text: the longest first, and of equally long ones that which comes first.
  func phrases(in folded: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var found: [Range<Int>] = []
    _ = contains(in: folded) { start, phrase in
      found.append(start..<start + phrase.count)
      return false
    }
    found.sort { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
    return found.map { Array(folded[$0]) }
  }

  /// Whether one of the phrases of a group stands in a text.
  private func contains(
    _ group: Group, in folded: UnsafeBufferPointer<UInt8>, _ accepts: (Int, Phrase) -> Bool
  ) -> Bool {
    guard let base = folded.baseAddress else { return false }
    var offset = 0
    while offset < folded.count,
      let found = memchr(base + offset, Int32(group.byte), folded.count - offset)
    {
      let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      offset = place + 1
      if place >= 2, group.before & PhraseSearch.bit(base[place - 2], base[place - 1]) == 0 {
        continue
      }
      for phrase in phrases[group.phrases]
      where stands(phrase, folded, place) && accepts(place - phrase.anchor, phrase) {
        return true
      }
    }
    return false
  }

  /// Whether a phrase stands in a text with its anchor at a place.
  private func stands(_ phrase: Phrase, _ folded: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool
  {
    let start = place - phrase.anchor
    guard start >= 0, start + phrase.count <= folded.count else { return false }
    var index = 0
    while index < phrase.count, folded[start + index] == text[phrase.start + index] { index += 1 }
    return index == phrase.count
  }

  /// How common a byte is in running text, roughly: the lower, the rarer.
  private static func commonness(_ byte: UInt8) -> Int {
    let common = Array("qzxj'-kv.,bywgpfmucdlhrsnioate ".utf8)
    return (common.firstIndex(of: byte) ?? -1) + 1
  }
}
