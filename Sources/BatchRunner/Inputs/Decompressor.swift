import CBrotli
import CZlib
import CZstd

/// Unpacks a stream piece by piece.
protocol Decompressor: AnyObject {
  /// Whether the stream may end here.
  var isWhole: Bool { get }
  /// Unpacks the bytes from `start` on, as far as one chunk of output goes, and moves `start`.
  func unpack(_ packed: inout [UInt8], from start: inout Int) throws(InputProblem) -> [UInt8]
  /// The bytes that a stream begins with.
  var magic: [UInt8] { get }
  /// Forgets what has been unpacked, for a stream that begins anew.
  func reset()
}

extension Decompressor {
  /// Unpacks bytes that are all there; what is cut is unpacked as far as it goes.
  ///
  /// - Throws: that the bytes are no such stream, or hold more than `limit`.
  func unpackAll(_ packed: [UInt8], limit: Int) throws(InputProblem) -> [UInt8] {
    var packed = packed
    var start = 0
    var result: [UInt8] = []
    while true {
      let before = start
      let chunk = try unpack(&packed, from: &start)
      result += chunk
      guard result.count <= limit else { throw InputProblem("unpacks to more than \(limit) bytes") }
      if isWhole || chunk.isEmpty && start == before { return result }
    }
  }
}

extension InputProblem {
  /// A library for unpacking gets no memory.
  static let noMemoryToUnpack = InputProblem("there is not enough memory to unpack the data")
  /// What was unpacked is not what was packed.
  static let wrongChecksum = InputProblem("the checksum of the compressed data is wrong")
}

/// gzip (RFC 1952), also several members one after the other, and zlib's streams without its header.
final class GzipDecompressor: Decompressor {
  private var stream = z_stream()
  private(set) var isWhole = true
  let magic: [UInt8] = [0x1F, 0x8B, 0x08]

  /// What stands around the deflated bytes.
  enum Wrapping: Int32 {
    case gzip = 16, zlib = 0, none = -30
  }

  /// What zlib says of the beginning.
  private let initial: Int32

  /// Prepares to unpack.
  ///
  /// - Parameter allocate: what zlib gets its memory from; `nil` for the system.
  init(_ wrapping: Wrapping = .gzip, allocate: alloc_func? = nil) {
    stream.zalloc = allocate
    // 15 bits of window and what zlib adds to it for a wrapping: 16 for gzip, a negative number for none.
    initial = inflateInit2_(
      &stream, 15 + wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  func reset() {
    inflateReset(&stream)
    isWhole = true
  }

  deinit { inflateEnd(&stream) }

  func unpack(_ packed: inout [UInt8], from start: inout Int) throws(InputProblem) -> [UInt8] {
    guard initial == Z_OK else { throw problem(initial) }
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
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(code) else { throw problem(code) }
    return chunk
  }

  private func problem(_ code: Int32) -> InputProblem {
    if code == Z_MEM_ERROR { return .noMemoryToUnpack }
    let isCheck = stream.msg.map {
      ["incorrect data check", "incorrect length check"].contains(String(cString: $0))
    }
    return isCheck == true ? .wrongChecksum : InputProblem("the file is no sound gzip file")
  }
}

/// Zstandard (RFC 8878), also several frames one after the other.
final class ZstdDecompressor: Decompressor {
  private let stream: OpaquePointer?
  private(set) var isWhole = true
  let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  /// Prepares to unpack.
  ///
  /// - Parameter stream: one of the library, which is freed with this object; `nil` where there was no memory for it.
  init(_ stream: OpaquePointer? = ZSTD_createDStream()) { self.stream = stream }

  func reset() {
    if let stream { ZSTD_DCtx_reset(stream, ZSTD_reset_session_only) }
    isWhole = true
  }

  deinit { ZSTD_freeDStream(stream) }

  func unpack(_ packed: inout [UInt8], from start: inout Int) throws(InputProblem) -> [UInt8] {
    guard let stream else { throw .noMemoryToUnpack }
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
    guard ZSTD_isError(code) == 0 else { throw ZstdDecompressor.problem(code) }
    isWhole = code == 0
    return chunk
  }

  private static func problem(_ code: Int) -> InputProblem {
    switch ZSTD_getErrorCode(code) {
    case ZSTD_error_memory_allocation: .noMemoryToUnpack
    case ZSTD_error_checksum_wrong: .wrongChecksum
    case ZSTD_error_frameParameter_windowTooLarge:
      InputProblem("the file was packed with a window of more than 128 MB (zstd --long=28 or more)")
    default: InputProblem("the file is no sound zstd file")
    }
  }
}

/// Brotli (RFC 7932), one stream.
final class BrotliDecompressor: Decompressor {
  private var state: OpaquePointer?
  private(set) var isWhole = false
  /// Its streams begin with anything.
  let magic: [UInt8] = []

  /// Prepares to unpack.
  ///
  /// - Parameter state: one of the library, which is freed with this object; `nil` where there was no memory for it.
  init(_ state: OpaquePointer? = BrotliDecoderCreateInstance(nil, nil, nil)) { self.state = state }

  deinit { BrotliDecoderDestroyInstance(state) }

  func reset() {
    BrotliDecoderDestroyInstance(state)
    state = BrotliDecoderCreateInstance(nil, nil, nil)
    isWhole = false
  }

  func unpack(_ packed: inout [UInt8], from start: inout Int) throws(InputProblem) -> [UInt8] {
    guard let state else { throw .noMemoryToUnpack }
    var result = BROTLI_DECODER_RESULT_ERROR
    let offset = start
    let chunk = [UInt8](unsafeUninitializedCapacity: ByteSource.chunkByteCount) { target, filled in
      packed.withUnsafeBufferPointer { source in
        var inputCount = source.count - offset
        var input = source.baseAddress.map { $0 + offset }
        var outputCount = target.count
        var output = target.baseAddress
        result = BrotliDecoderDecompressStream(
          state, &inputCount, &input, &outputCount, &output, nil)
        start = source.count - inputCount
        filled = target.count - outputCount
      }
    }
    guard result != BROTLI_DECODER_RESULT_ERROR else {
      let isMemory = BrotliDecompressor.memoryErrors.contains(
        BrotliDecoderGetErrorCode(state).rawValue)
      throw isMemory ? .noMemoryToUnpack : InputProblem("the bytes are no sound brotli stream")
    }
    isWhole = result == BROTLI_DECODER_RESULT_SUCCESS
    return chunk
  }

  /// The codes of what could not be allocated.
  private static let memoryErrors: ClosedRange<Int32> = {
    let (last, first) = (
      BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES, BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES
    )
    return last.rawValue...first.rawValue
  }()
}
