import Testing

@testable import TextAnalysis

@Suite struct UTF8ScalarsTests {
  static func decode(_ bytes: [UInt8]) -> [UInt32] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      var scalars: [UInt32] = []
      var index = 0
      while index < buffer.count {
        let (scalar, length) = UTF8Scalars.decode(base, index, buffer.count)
        scalars.append(scalar)
        index += length
      }
      return scalars
    }
  }

  @Test(
    arguments: [
      ([0x61], [0x61]), ([0xC3, 0xA9], [0xE9]), ([0xE2, 0x82, 0xAC], [0x20AC]),
      ([0xF0, 0x9F, 0x98, 0x80], [0x1F600]), ([0x80], [0xFFFD]), ([0xC0, 0x80], [0xFFFD, 0xFFFD]),
      ([0xE0, 0x9F, 0xBF], [0xFFFD, 0xFFFD, 0xFFFD]),
      ([0xED, 0xA0, 0x80], [0xFFFD, 0xFFFD, 0xFFFD]),
      ([0xF4, 0x90, 0x80, 0x80], [0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD]),
      ([0xE2, 0x82], [0xFFFD, 0xFFFD]),
      ([0xF0, 0x9F, 0x98], [0xFFFD, 0xFFFD, 0xFFFD]), ([0xC3, 0x61], [0xFFFD, 0x61]),
      ([0xFF, 0xFE], [0xFFFD, 0xFFFD]),
      ([0xF5, 0x80, 0x80, 0x80], [0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD]),
    ] as [([UInt8], [UInt32])])
  func decodes(bytes: [UInt8], scalars: [UInt32]) {
    #expect(Self.decode(bytes) == scalars)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func readsBackwardWhatItReadsForward(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    let bytes = generator.mixedText(pieces: 200)
    let forward = Self.decode(bytes)
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var backward: [UInt32] = []
      var index = buffer.count
      while index > 0 {
        let (scalar, length) = UTF8Scalars.decodeBackward(base, index, buffer.count)
        backward.append(scalar)
        index -= length
      }
      #expect(Array(backward.reversed()) == forward)
    }
  }
}
