import Glibc

/// What a server answered, as an archive keeps it: a status line, a header, a body.
struct HTTPMessage {
  /// 200 for an answer that holds what was asked for; 0 where the line is no status line.
  let status: Int
  let header: HeaderBlock
  private let packed: ArraySlice<UInt8>

  /// Takes a message apart; one without an empty line is all header.
  init(_ bytes: [UInt8]) {
    let (block, start) = HeaderBlock.end(in: bytes, from: 0) ?? (0..<bytes.count, bytes.count)
    header = HeaderBlock(bytes[block])
    packed = bytes[start...]
    let words = header.first.split(separator: " ")
    let isStatus = words.count >= 2 && words[0].hasPrefix("HTTP/")
    status = isStatus ? Int(words[1]) ?? 0 : 0
  }

  /// The body without its transfer and content encodings.
  ///
  /// Many crawlers store bodies decoded and leave the header as it came: what is not encoded as the header
  /// says is taken as it is.
  ///
  /// - Throws: that the body is packed and cannot be unpacked.
  func body() throws(InputProblem) -> [UInt8] {
    var body = Array(packed)
    if HTTPMessage.list(header["transfer-encoding"]).contains("chunked") {
      body = HTTPMessage.withoutChunks(body) ?? body
    }
    for encoding in HTTPMessage.list(header["content-encoding"]).reversed() {
      body = try HTTPMessage.unpacked(body, encoding)
    }
    return body
  }

  private static func list(_ value: String?) -> [String] {
    (value ?? "").lowercased().split { $0 == "," || $0 == " " }.map(String.init)
  }

  /// Joins the chunks of a body (RFC 9112, section 7.1), as far as they go; `nil` where the first line is not
  /// the size of one.
  static func withoutChunks(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count, let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
      let digits = bytes[index..<end].prefix { isxdigit(Int32($0)) != 0 }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else {
        return index == 0 ? nil : result
      }
      if size == 0 { return result }
      let start = end + 1
      let stop = size < bytes.count - start ? start + size : bytes.count
      result += bytes[start..<stop]
      index = stop
      // The line end behind the chunk.
      if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
      if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    }
    return index == 0 ? nil : result
  }

  private static func unpacked(_ body: [UInt8], _ encoding: String) throws(InputProblem) -> [UInt8]
  {
    let decompressors: [any Decompressor]
    switch encoding {
    case "gzip", "x-gzip": decompressors = [GzipDecompressor()]
    // Servers send both under this name.
    case "deflate": decompressors = [GzipDecompressor(.zlib), GzipDecompressor(.none)]
    case "br": decompressors = [BrotliDecompressor()]
    case "zstd": decompressors = [ZstdDecompressor()]
    default: decompressors = []
    }
    for decompressor in decompressors {
      do throws(InputProblem) {
        let result = try decompressor.unpackAll(body, limit: ArchiveReader.maximumBlockByteCount)
        if !result.isEmpty || decompressor.isWhole { return result }
      } catch {
        // Bytes in another encoding are no news; without memory nothing is known of them.
        if error == .noMemoryToUnpack { throw error }
      }
    }
    let isText = body.prefix(256).allSatisfy {
      $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
    }
    if isText { return body }
    throw InputProblem(
      "the body is not in the content encoding \"\(encoding)\" that its header names")
  }
}
