/// Runs a whole-text ICU function that turns UTF-16 into UTF-16 over UTF-8.
enum ICUTransform {
  typealias Function = (
    UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<UInt16>?, Int32
  ) -> Int32

  /// Returns the transformed text; the text itself, repaired, should ICU fail (out of memory).
  static func apply(_ buffer: UnsafeBufferPointer<UInt8>, _ function: Function) -> [UInt8] {
    guard let base = buffer.baseAddress else { return [] }
    var result: [UInt8] = []
    result.reserveCapacity(buffer.count + 16)
    var start = 0
    while start < buffer.count {
      let end = pieceEnd(base, start, buffer.count)
      let text = UTF16Copy(base, start..<end, withOffsets: false).units
      result += transformed(text, function)
      start = end
    }
    return result
  }

  /// ICU counts in 32 bits: texts over a gigabyte are cut, at a blank where one is near.
  private static func pieceEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    let limit = 1 << 29
    if count - start <= limit { return count }
    var end = start + limit
    while end > start + limit / 2, base[end] != 0x20, base[end] != 0x0A { end -= 1 }
    while end < count, base[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func transformed(_ text: [UInt16], _ function: Function) -> [UInt8] {
    var capacity = text.count + 32
    for _ in 0..<2 {
      var needed: Int32 = -1
      let units = [UInt16](unsafeUninitializedCapacity: capacity) { room, count in
        needed = function(text, Int32(text.count), room.baseAddress, Int32(capacity))
        count = min(max(Int(needed), 0), capacity)
      }
      if needed < 0 { break }
      if Int(needed) <= capacity { return units.withUnsafeBufferPointer(UTF16Copy.utf8) }
      capacity = Int(needed)
    }
    return text.withUnsafeBufferPointer(UTF16Copy.utf8)
  }
}
