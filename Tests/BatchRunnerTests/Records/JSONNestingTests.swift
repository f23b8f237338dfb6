import Testing

@testable import BatchRunner

/// Where values end, however their brackets, quotation marks and backslashes lie in the blocks that are looked at.
struct JSONNestingTests {
  /// The end of an object or a list, byte by byte.
  private static func end(_ bytes: [UInt8]) -> Int? {
    var (depth, isInString, index) = (0, false, 0)
    while index < bytes.count {
      switch (bytes[index], isInString) {
      case (UInt8(ascii: "\\"), true): index += 1
      case (UInt8(ascii: "\""), _): isInString.toggle()
      case (UInt8(ascii: "{"), false), (UInt8(ascii: "["), false): depth += 1
      case (UInt8(ascii: "}"), false), (UInt8(ascii: "]"), false):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  @Test(arguments: 1...40) func agreesWithALoop(seed: UInt64) {
    var state = seed
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    // Few backslashes in some, many in others; the last bytes are those of plain text.
    let rare = next(2) == 0
    let choices = Array((#"{[}]""\\"# + String(repeating: "a", count: rare ? 90 : 6)).utf8)
    for _ in 0..<200 {
      var bytes = [UInt8(ascii: next(2) == 0 ? "{" : "[")]
      for _ in 0..<next(400) { bytes.append(choices[next(choices.count)]) }
      var nesting = JSONNesting()
      let found = bytes.withUnsafeBufferPointer { nesting.end(in: $0, from: 0) }
      #expect(found == Self.end(bytes), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: 0..<70) func valuesEnd(offset: Int) {
    let filling = String(repeating: "x", count: offset)
    let value = #"{"\#(filling)":[1,"}\\",{"a":"\"]"}],"b":"\#(filling)"}"#
    let bytes = Array("\(value),{".utf8)
    let end = bytes.withUnsafeBufferPointer { JSONScan.valueEnd($0, 0) }
    #expect(end == value.utf8.count)
  }
}
