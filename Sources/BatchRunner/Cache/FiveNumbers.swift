/// Five numbers of 64 bits, held without an allocation of their own.
struct FiveNumbers: Equatable {
  static let byteCount = 5 * MemoryLayout<Int64>.size

  /// The numbers; the others are 0.
  private var lanes: SIMD8<Int64>

  init(_ first: Int64, _ second: Int64, _ third: Int64, _ fourth: Int64, _ fifth: Int64) {
    lanes = SIMD8(first, second, third, fourth, fifth, 0, 0, 0)
  }

  /// Takes the bytes of a cache; `nil` where they are not five numbers.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == FiveNumbers.byteCount else { return nil }
    lanes = .zero
    withUnsafeMutableBytes(of: &lanes) { $0.copyMemory(from: bytes) }
  }

  /// Whether each number is at most the one in its place in `other`.
  func isWithin(_ other: FiveNumbers) -> Bool { all(lanes .<= other.lanes) }

  /// Gives the bytes, in the order of the machine: a cache stays where it is.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(of: lanes) {
      body(UnsafeRawBufferPointer(rebasing: $0[..<FiveNumbers.byteCount]))
    }
  }
}
