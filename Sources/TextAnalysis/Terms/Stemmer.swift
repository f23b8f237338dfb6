import CStemmer

/// Takes the endings off words of one language, by the algorithm that Snowball publishes for it
/// (https://snowballstem.org/algorithms/); to be used from one thread.
public final class Stemmer {
  private let stemmer: OpaquePointer

  /// Creates the stemmer of a language; nil where Snowball has none.
  public init?(_ language: Language) {
    guard let stemmer = sb_stemmer_new(language.code, "UTF_8") else { return nil }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// Calls `body` with the stem of a word in lower case and composed form (NFC); it is valid only
  /// inside.
  func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // It returns NULL only where memory does not suffice.
    guard let base = word.baseAddress,
      let stem = sb_stemmer_stem(stemmer, base, Int32(clamping: word.count))
    else { return body(word) }
    return body(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
  }

  /// Returns the stem of a word in lower case and composed form.
  public func stem(_ word: [UInt8]) -> [UInt8] {
    word.withUnsafeBufferPointer { withStem(of: $0) { Array($0) } }
  }
}
