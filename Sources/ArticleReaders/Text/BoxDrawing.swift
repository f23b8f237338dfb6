/// The characters that draw boxes (U+2500 to U+257F), three bytes each in UTF-8.
enum BoxDrawing {
  /// Whether one stands at a place.
  static func isOne(_ source: [UInt8], _ index: Int) -> Bool {
    index + 2 < source.count && source[index] == 0xE2
      && (source[index + 1] == 0x94 || source[index + 1] == 0x95)
  }

  /// Whether one stands at a place that crosses another: `┼`, `╋`, `╪`, `╬`.
  static func isCrossing(_ source: [UInt8], _ index: Int) -> Bool {
    guard isOne(source, index) else { return false }
    let last = source[index + 2]
    return source[index + 1] == 0x94
      ? last == 0xBC : last == 0x8B || last == 0xAA || last == 0xAC
  }
}
