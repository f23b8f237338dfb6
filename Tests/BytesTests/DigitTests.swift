import Bytes
import Testing

@Suite("Digits are found eight bytes at a time")
struct ASCIITests {
  @Test("Every byte at every place, between bytes of every kind", arguments: UInt8.min...UInt8.max)
  func findsDigits(byte: UInt8) {
    for filler in [0x20, 0x2F, 0x3A, 0x7F, 0x80, 0xB5, 0xFF] as [UInt8] {
      for place in 0..<20 {
        var bytes = [UInt8](repeating: filler, count: 20)
        bytes[place] = byte
        for start in [0, 1, 7, 8, 19] {
          let expected = (start..<20).first { (0x30...0x39).contains(bytes[$0]) } ?? 20
          #expect(ByteScan.nextDigit(in: bytes.span, from: start, to: 20) == expected)
        }
      }
    }
  }

  @Test func looksAtNothingBehindTheEnd() {
    let bytes = Array("ab123456789".utf8)
    #expect(ByteScan.nextDigit(in: bytes.span, from: 0, to: 2) == 2)
    #expect(ByteScan.nextDigit(in: bytes.span, from: 2, to: 2) == 2)
    // A line shorter than where the search begins.
    #expect(ByteScan.nextDigit(in: bytes.span, from: 3, to: 2) == 3)
  }
}
