import CBrotli
import CZlib
import CZstd
import Glibc
import Testing

@testable import BatchRunner

/// What a library for unpacking says of memory that it does not get.
struct DecompressorTests {
  static let starved: [@Sendable () -> any Decompressor] = [
    { GzipDecompressor(.gzip) { _, _, _ in nil } },
    // zlib asks for its window, of 32 KB, only when there is more than one chunk.
    {
      GzipDecompressor(.gzip) { _, items, size in
        items * size >= 1 << 15 ? nil : calloc(Int(items), Int(size))
      }
    },
    { ZstdDecompressor(nil) },
    { BrotliDecompressor(nil) },
    { BrotliDecompressor(BrotliDecoderCreateInstance({ _, _ in nil }, { _, _ in }, nil)) },
  ]

  @Test(arguments: starved.indices)
  func saysThatThereIsNoMemory(_ index: Int) {
    let decompressor = DecompressorTests.starved[index]()
    let packed = ArchiveSample.gzip([UInt8](repeating: 0x78, count: 200_000))
    #expect(throws: InputProblem.noMemoryToUnpack) {
      try decompressor.unpackAll(packed, limit: 1 << 20)
    }
    decompressor.reset()
  }
}
