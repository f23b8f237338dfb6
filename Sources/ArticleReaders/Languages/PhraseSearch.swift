import Glibc

/// Phrases that may stand anywhere in a text, looked for together.
///
/// Each phrase is found by its last byte, which `memchr` looks for: most phrases end in a sign that texts seldom hold.
struct PhraseSearch: Sendable {
  private var phrases: [[UInt8]] = []
  /// The last bytes of the phrases, each once, and the phrases that end in it.
  private var endings: [(byte: UInt8, phrases: [Int])] = []

  /// Adds a phrase in lower case; one that is known already is left out.
  mutating func add(_ phrase: [UInt8]) {
    guard let last = phrase.last, !phrases.contains(phrase) else { return }
    phrases.append(phrase)
    if let known = endings.firstIndex(where: { $0.byte == last }) {
      endings[known].phrases.append(phrases.count - 1)
    } else {
      endings.append((last, [phrases.count - 1]))
    }
  }

  /// Whether a place exists in a folded text where a phrase stands and `accepts` says yes to the byte where it begins.
  func contains(
    in text: UnsafeBufferPointer<UInt8>, where accepts: (_ start: Int) -> Bool = { _ in true }
  ) -> Bool {
    guard let base = text.baseAddress else { return false }
    for ending in endings {
      var offset = 0
      while offset < text.count,
        let found = memchr(base + offset, Int32(ending.byte), text.count - offset)
      {
        offset = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        for number in ending.phrases where ends(text, offset, phrases[number]) {
          if accepts(offset - phrases[number].count) { return true }
        }
      }
    }
    return false
  }

  private func ends(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ phrase: [UInt8]) -> Bool {
    guard phrase.count <= end else { return false }
    var index = phrase.count - 1
    while index >= 0, text[end - phrase.count + index] == phrase[index] { index -= 1 }
    return index < 0
  }
}
