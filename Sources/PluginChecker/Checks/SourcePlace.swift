/// Places in a source.
enum SourcePlace {
  /// The line of a byte, counted from 1.
  static func line(of offset: Int, in source: [UInt8]) -> Int {
    source[..<min(offset, source.count)].count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// The bytes of a line, counted from 1, without the white space in front.
  static func line(_ number: Int, in source: [UInt8]) -> Range<Int> {
    var start = 0
    for _ in 1..<max(number, 1) {
      guard let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      start = end + 1
    }
    let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
    let first = source[start..<end].firstIndex { $0 > 0x20 } ?? start
    return first..<end
  }
}
