import Bytes
import Testing

/// Tests on eight bytes at once give for each byte what a test of that byte alone gives.
struct EightBytesTests {
  typealias Check = (
    name: String, mask: @Sendable (EightBytes) -> UInt64, holds: @Sendable (UInt8) -> Bool
  )

  static let checks: [Check] = [
    ("letters", { $0.letters }, { ASCII.isLetter($0) }),
    ("capitals", { $0.capitals }, { ASCII.isUppercase($0) }),
    ("digits", { $0.digits }, { ASCII.isDigit($0) }),
    ("spaces", { $0.spaces }, { $0 == 0x20 }),
    ("notASCII", { $0.notASCII }, { $0 >= 0x80 }),
  ]

  /// Each byte value at each place, between neighbours that would carry or borrow into it.
  @Test(arguments: checks.map(\.name)) func agreesWithSingleBytes(_ name: String) throws {
    let check = try #require(Self.checks.first { $0.name == name })
    for neighbour in [0x00, 0x20, 0x41, 0x7F, 0x80, 0xFF] as [UInt8] {
      for place in 0..<8 {
        for value in UInt8.min...UInt8.max {
          var bytes = [UInt8](repeating: neighbour, count: 8)
          bytes[place] = value
          let mask = check.mask(bytes.withUnsafeBufferPointer { EightBytes($0.baseAddress!) })
          var expected: UInt64 = 0
          for at in 0..<8 where check.holds(bytes[at]) { expected |= 0x80 << UInt64(at * 8) }
          #expect(mask == expected, "\(value) at \(place) among \(neighbour)")
          if expected != 0 {
            #expect(EightBytes.first(mask) == bytes.firstIndex(where: check.holds))
          }
        }
      }
    }
  }

  @Test(arguments: 0...8) func fewerBytesReadAsZeros(_ count: Int) {
    let bytes: [UInt8] = [0xC3, 2, 3, 4, 5, 6, 7, 8]
    // A copy of its own size: what reads on is seen by the address sanitizer.
    let bits = Array(bytes[..<count]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { EightBytes($0, count: count).bits } ?? 0
    }
    let expected = bytes[..<count].enumerated().reduce(UInt64(0)) { bits, byte in
      bits | UInt64(byte.element) << UInt64(byte.offset * 8)
    }
    #expect(bits == expected)
  }

  @Test func smallLettersForCapitals() {
    let small = Array("AzZ@[é1".utf8).withUnsafeBufferPointer {
      EightBytes($0.baseAddress!).lowercased.bits
    }
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: small >> UInt64($0 * 8)) }
    #expect(bytes == Array("azz@[é1".utf8))
  }
}
