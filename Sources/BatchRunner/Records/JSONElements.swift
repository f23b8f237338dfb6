/// Finds the elements of a JSON list without reading them.
enum JSONElements {
  /// The bytes of each element; `nil` where the bytes in `range` are no list.
  static func ranges(_ bytes: [UInt8], in range: Range<Int>) -> [Range<Int>]? {
    bytes.withUnsafeBufferPointer { whole in
      let bytes = JSONScan.Bytes(rebasing: whole[..<range.upperBound])
      var index = JSONScan.skipSpace(bytes, range.lowerBound)
      guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else { return nil }
      var found: [Range<Int>] = []
      index = JSONScan.skipSpace(bytes, index + 1)
      if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
        return JSONScan.skipSpace(bytes, index + 1) == bytes.count ? found : nil
      }
      while let end = JSONScan.valueEnd(bytes, index) {
        found.append(index..<end)
        index = JSONScan.skipSpace(bytes, end)
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: ","): index = JSONScan.skipSpace(bytes, index + 1)
        case UInt8(ascii: "]"):
          return JSONScan.skipSpace(bytes, index + 1) == bytes.count ? found : nil
        default: return nil
        }
      }
      return nil
    }
  }
}
