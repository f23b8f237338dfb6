import CZlib

@testable import BatchRunner

/// Builds web archives record by record.
enum ArchiveSample {
  /// A record with its line ends; `length` lies about the block where it is given.
  static func record(
    _ type: String, _ address: String? = nil, _ media: String? = nil, length: Int? = nil,
    _ block: [UInt8]
  ) -> [UInt8] {
    var text = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
    if let address { text += "WARC-Target-URI: \(address)\r\n" }
    if let media { text += "Content-Type: \(media)\r\n" }
    text += "Content-Length: \(length ?? block.count)\r\n\r\n"
    return Array(text.utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// A page as a server answered it.
  static func page(
    _ address: String, _ body: String, header: String = "Content-Type: text/html", status: Int = 200
  ) -> [UInt8] {
    page(address, body: Array(body.utf8), header: header, status: status)
  }

  static func page(
    _ address: String, body: [UInt8], header: String = "Content-Type: text/html", status: Int = 200
  ) -> [UInt8] {
    record(
      "response", address, "application/http; msgtype=response",
      Array("HTTP/1.1 \(status) Word\r\n\(header)\r\nServer: none\r\n\r\n".utf8) + body)
  }

  /// A text as WET files have them.
  static func text(_ address: String, _ text: String) -> [UInt8] {
    record("conversion", address, "text/plain", Array(text.utf8))
  }

  /// The bytes as one member of gzip.
  static func gzip(_ bytes: [UInt8], windowBits: Int32 = 15 + 16) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var bytes = bytes
    return [UInt8](unsafeUninitializedCapacity: bytes.count + 1024) { target, count in
      bytes.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
        count = target.count - Int(stream.avail_out)
      }
    }
  }
}

extension TemporaryFolder {
  func write(_ bytes: [UInt8], to name: String) throws {
    try AtomicFile.write(bytes, to: "\(path)/\(name)")
  }
}
