import Bytes
import Testing

@Suite("Sixteen bytes looked at together")
struct SixteenBytesTests {
  private static let tests:
    [(passed: @Sendable (SixteenBytes) -> SixteenBytes.Passed, isRight: @Sendable (UInt8) -> Bool)] =
      [
        ({ $0.equal(0x5B) }, { $0 == 0x5B }),
        ({ $0.within(0x3A, 5) }, { (0x3A...0x3E).contains($0) }),
        ({ $0.digits }, { (0x30...0x39).contains($0) }),
        ({ $0.notASCII }, { $0 >= 0x80 }),
        ({ $0.lowered.equal(0x7B) }, { $0 == 0x5B || $0 == 0x7B }),
        ({ $0.equal(0x2A) | $0.within(0xF0, 16) }, { $0 == 0x2A || $0 >= 0xF0 }),
      ]

  @Test("The first byte that passes is found, whatever stands beside it", arguments: tests.indices)
  func first(test: Int) {
    let (passed, isRight) = Self.tests[test]
    for byte in UInt8.min...UInt8.max {
      for neighbour in [0x00, 0x41, 0x7F] as [UInt8] {
        for place in 0..<16 {
          var bytes = [UInt8](repeating: neighbour, count: 16)
          bytes[place] = byte
          let found = bytes.withUnsafeBufferPointer { passed(SixteenBytes($0.baseAddress!)).first }
          #expect(found == (isRight(byte) ? place : nil))
        }
      }
    }
  }

  @Test("Of fewer bytes no others are seen", arguments: 0..<16)
  func short(count: Int) {
    for place in 0..<16 {
      var bytes = [UInt8](repeating: 0x41, count: 16)
      bytes[place] = 0x37
      let found = bytes.withUnsafeBufferPointer {
        SixteenBytes($0.baseAddress!, count: count).digits.first
      }
      #expect(found == (place < count ? place : nil))
    }
  }
}
