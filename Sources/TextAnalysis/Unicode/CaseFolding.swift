import Bytes
import CICU

/// Caseless forms of text, for comparing and for keys: "Straße" and "STRASSE" fold alike.
public enum CaseFolding {
  /// Returns the full case folding (CaseFolding.txt, C + F) of UTF-8 text, as UTF-8.
  ///
  /// Malformed bytes become U+FFFD. ASCII costs a copy; other text goes through ICU.
  public static func fold(_ bytes: Span<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { fold($0) }
  }

  /// Returns the full case folding of UTF-8 text in an array.
  public static func fold(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { fold($0) }
  }

  static func fold(_ buffer: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: buffer.count * growth) { result, count in
      count = result.baseAddress.map { write(buffer, to: $0) } ?? 0
    }
  }

  /// Calls `body` with the folding of UTF-8 text, which lies on the stack where it is short.
  static func withFolded<Result>(
    _ buffer: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: buffer.count * growth) { room in
      let count = room.baseAddress.map { write(buffer, to: $0) } ?? 0
      return body(UnsafeBufferPointer(rebasing: room[..<count]))
    }
  }

  /// A malformed byte becomes three, and so does ΐ in two bytes six: three times is enough.
  private static let growth = 3

  /// Writes the folding and returns its length.
  private static func write(
    _ buffer: UnsafeBufferPointer<UInt8>, to place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var (index, count) = (0, 0)
    while index < buffer.count {
      let byte = base[index]
      if byte < 0x80 {
        place[count] = ASCII.lowercased(byte)
        count += 1
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalars.decode(base, index, buffer.count)
      index += length
      let folded = scalar < ScalarTables.limit ? UInt32(ScalarTables.fullFolds[Int(scalar)]) : 0
      if folded != 0 {
        count += UTF8Scalars.write(folded, to: place + count)
      } else {
        count += foldRare(scalar, to: place + count)
      }
    }
    return count
  }

  /// Scalars above the tables and those whose folding is several: ß, ŉ, ligatures. Foldings do not
  /// depend on what stands around, so one at a time is right.
  @inline(never)
  private static func foldRare(_ scalar: UInt32, to place: UnsafeMutablePointer<UInt8>) -> Int {
    var result: (UInt32, UInt32, UInt32) = (0, 0, 0)
    let length = withUnsafeMutablePointer(to: &result) { pointer in
      pointer.withMemoryRebound(to: UInt32.self, capacity: 3) { ibid_full_fold(scalar, $0) }
    }
    var written = UTF8Scalars.write(result.0, to: place)
    if length > 1 { written += UTF8Scalars.write(result.1, to: place + written) }
    if length > 2 { written += UTF8Scalars.write(result.2, to: place + written) }
    return written
  }
}
