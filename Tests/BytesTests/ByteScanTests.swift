import Bytes
import Testing

@Suite("Eight bytes looked at together")
struct ByteScanTests {
  @Test("Each test marks the bytes that pass it, whatever stands beside them")
  func marks() {
    for byte in UInt8.min...UInt8.max {
      for neighbour in [0x00, 0x2F, 0x30, 0x39, 0x3A, 0x5B, 0x7F, 0x80, 0xFF] as [UInt8] {
        for place in 0..<8 {
          var word: UInt64 = 0
          for index in (0..<8).reversed() {
            word = word << 8 | UInt64(index == place ? byte : neighbour)
          }
          func isMarked(_ marks: UInt64) -> Bool { marks >> UInt64(8 * place) & 0xFF == 0x80 }
          #expect(isMarked(EightBytes(bits: word).digits) == (0x30...0x39).contains(byte))
          #expect(isMarked(EightBytes(bits: word).equal(0x5B)) == (byte == 0x5B))
          #expect(isMarked(EightBytes(bits: word).notASCII) == (byte >= 0x80))
        }
      }
    }
  }

  @Test("The first byte is found at every place of ranges of every length")
  func first() {
    for count in 0...43 {
      for place in 0...count {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count + 3)
        bytes[place] = UInt8(ascii: "7")
        let found = ByteScan.first(in: bytes.span, from: 0, to: count) { $0.digits }
        #expect(found == min(place, count))
        // What stands before the start or from the end on is not looked at.
        let behind = ByteScan.first(in: bytes.span, from: place + 1, to: count) { $0.digits }
        #expect(behind == max(place + 1, count))
      }
    }
  }

  @Test("Bytes beyond ASCII are seen at every place", arguments: [1, 7, 8, 9, 16, 23])
  func isASCII(count: Int) {
    var bytes = [UInt8](repeating: 0x7F, count: count)
    #expect(bytes.withUnsafeBufferPointer { ByteScan.isASCII($0) })
    for place in 0..<count {
      bytes[place] = 0x80
      #expect(!bytes.withUnsafeBufferPointer { ByteScan.isASCII($0) })
      bytes[place] = 0x7F
    }
  }
}
