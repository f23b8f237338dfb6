import Bytes

/// Case folding of one short word, scalar by scalar, without allocating: for look-ups.
enum SimpleFolding {
  /// The longest word that look-ups take, in bytes.
  static let longest = 64

  /// Calls `body` with the simple case folding of `word`, in which ’ (U+2019) reads as an
  /// apostrophe; with nil when the word is over `longest` bytes.
  static func withFolded<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>?) -> Result
  ) -> Result {
    guard let base = word.baseAddress, word.count <= longest else { return body(nil) }
    // A folded scalar is at most three bytes where its origin is two (U+023A).
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest * 2) { room in
      var written = 0
      var index = 0
      while index < word.count {
        let byte = base[index]
        if byte < 0x80 {
          room[written] = ASCII.lowercased(byte)
          written += 1
          index += 1
          continue
        }
        let (scalar, length) = UTF8Scalars.decode(base, index, word.count)
        let folded = scalar == 0x2019 ? 0x27 : ScalarTables.simpleFold(scalar)
        written += UTF8Scalars.write(folded, to: room.baseAddress! + written)
        index += length
      }
      return body(UnsafeBufferPointer(rebasing: room[..<written]))
    }
  }
}
