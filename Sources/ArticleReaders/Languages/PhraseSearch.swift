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
  }

  /// The phrases one behind the other.
  private var text: [UInt8] = []
  private var phrases: [Phrase] = []
  /// The bytes that are looked for, each once; those beyond ASCII behind the others.
  private var anchors: [UInt8] = []
  /// For each of them the numbers of its phrases.
  private var phrasesOf: [[Int]] = []
  /// How many of them are ASCII.
  private var asciiCount = 0

  /// Adds a phrase in lower case; one that is known already is left out.
  mutating func add(_ phrase: [UInt8]) {
    let isKnown = phrases.contains {
      text[$0.start..<$0.start + $0.count].elementsEqual(phrase)
    }
    guard !phrase.isEmpty, !isKnown else { return }
    let anchor = phrase.indices.min {
      (PhraseSearch.commonness(phrase[$0]), -$0) < (PhraseSearch.commonness(phrase[$1]), -$1)
    }!
    phrases.append(Phrase(start: text.count, count: phrase.count, anchor: anchor))
    text += phrase
    let byte = phrase[anchor]
    if let known = anchors.firstIndex(of: byte) {
      phrasesOf[known].append(phrases.count - 1)
    } else {
      let place = byte < 0x80 ? asciiCount : anchors.count
      anchors.insert(byte, at: place)
      phrasesOf.insert([phrases.count - 1], at: place)
      if byte < 0x80 { asciiCount += 1 }
    }
  }

  /// Whether a place exists in a folded text where a phrase stands and `accepts` says yes to the byte where it begins.
  func contains(
    in folded: UnsafeBufferPointer<UInt8>, where accepts: (_ start: Int) -> Bool = { _ in true }
  ) -> Bool {
    guard let base = folded.baseAddress else { return false }
    let count = EightBytes.isASCII(folded) ? asciiCount : anchors.count
    for number in 0..<count {
      var offset = 0
      while offset < folded.count,
        let found = memchr(base + offset, Int32(anchors[number]), folded.count - offset)
      {
        let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        for phrase in phrasesOf[number].lazy.map({ phrases[$0] })
        where stands(phrase, folded, place) && accepts(place - phrase.anchor) {
          return true
        }
        offset = place + 1
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
