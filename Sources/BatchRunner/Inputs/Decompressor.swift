import CZlib
import CZstd

/// Unpacks a stream piece by piece.
protocol Decompressor: AnyObject {
  /// Whether the stream may end here.
  var isWhole: Bool { get }
  /// Unpacks the bytes from `start` on, as far as one chunk of output goes, and moves `start`.
  func unpack(_ packed: inout [UInt8], from start: inout Int) throws(InputProblem) -> [UInt8]
}

/// gzip (RFC 1952), also several members one after the other.
final class GzipDecompressor: Decompressor {
  private var stream = z_stream()
  private(set) var isWhole = true

  init() {
    // 15 bits of window, and 16 for the header of gzip.
    inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit { inflateEnd(&stream) }

  func unpack(_ packed: inout [UInt8], from start: inout Int) throws(InputProblem) -> [UInt8] {
    guard start < packed.count || !isWhole else { return [] }
    if isWhole { inflateReset(&stream) }
    var code = Z_OK
    let offset = start
    let chunk = [UInt8](unsafeUninitializedCapacity: ByteSource.chunkByteCount) { target, filled in
      packed.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress.map { $0 + offset }
        stream.avail_in = UInt32(source.count - offset)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        code = inflate(&stream, Z_NO_FLUSH)
        start = source.count - Int(stream.avail_in)
        filled = target.count - Int(stream.avail_out)
      }
    }
    isWhole = code == Z_STREAM_END
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(code) else {
      throw InputProblem("the file is no sound gzip file")
    }
    return chunk
  }
}

/// Zstandard (RFC 8878), also several frames one after the other.
final class ZstdDecompressor: Decompressor {
  private let stream = ZSTD_createDStream()
  private(set) var isWhole = true

  deinit { ZSTD_freeDStream(stream) }

  func unpack(_ packed: inout [UInt8], from start: inout Int) throws(InputProblem) -> [UInt8] {
    guard start < packed.count || !isWhole else { return [] }
    var code = 0
    let offset = start
    let chunk = [UInt8](unsafeUninitializedCapacity: ByteSource.chunkByteCount) { target, filled in
      packed.withUnsafeBytes { source in
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: offset)
        var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        code = ZSTD_decompressStream(stream, &output, &input)
        start = input.pos
        filled = output.pos
      }
    }
    guard ZSTD_isError(code) == 0 else { throw InputProblem("the file is no sound zstd file") }
    isWhole = code == 0
    return chunk
  }
}
