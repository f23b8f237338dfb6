import CZlib

/// Archives of zip (PKWARE's APPNOTE 6.3): files that are stored or deflated, by the directory at the archive's end.
struct ZipReader {
  private let bytes: [UInt8]

  /// Reads an archive.
  static func read(_ path: String, into archive: inout ArchiveFiles) throws(ArchiveProblem) {
    let bytes: [UInt8]
    do { bytes = try FileContents.read(path: path) } catch { throw .broken(error.description) }
    try ZipReader(bytes: bytes).read(into: &archive)
  }

  /// An entry of the directory.
  private struct Entry {
    var name: ArraySlice<UInt8>
    var kind: ArchiveFiles.Kind
    var flags, method, packedSize, size, checksum, offset: Int
  }

  private func read(into archive: inout ArchiveFiles) throws(ArchiveProblem) {
    for entry in try directory() {
      guard let name = try archive.admit(entry.name, entry.kind, size: entry.size) else { continue }
      archive.add(name, try content(of: entry))
    }
  }

  // MARK: The directory

  private func directory() throws(ArchiveProblem) -> [Entry] {
    // Its own record is the last but for a comment of at most 64 KB.
    let lowest = max(0, bytes.count - 22 - 0xFFFF)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: lowest, by: -1).first(where: {
        number($0, 4) == 0x0605_4B50
      })
    else { throw .broken("it is no archive of zip, or ends too early") }
    let count = number(end + 10, 2)
    var place = number(end + 16, 4)
    guard count != 0xFFFF, place != 0xFFFF_FFFF else { throw .tooLarge }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard place + 46 <= end, number(place, 4) == 0x0201_4B50 else { throw damaged }
      let nameCount = number(place + 28, 2)
      let next = place + 46 + nameCount + number(place + 30, 2) + number(place + 32, 2)
      guard next <= end else { throw damaged }
      let name = bytes[place + 46..<place + 46 + nameCount]
      entries.append(
        Entry(
          name: name, kind: kind(name, madeBy: bytes[place + 5], mode: number(place + 40, 2)),
          flags: number(place + 8, 2), method: number(place + 10, 2),
          packedSize: number(place + 20, 4), size: number(place + 24, 4),
          checksum: number(place + 16, 4), offset: number(place + 42, 4)))
      place = next
    }
    return entries
  }

  /// Unix and macOS note the mode of a file, which tells links from files.
  private func kind(_ name: ArraySlice<UInt8>, madeBy system: UInt8, mode: Int) -> ArchiveFiles.Kind
  {
    if name.last == UInt8(ascii: "/") { return .folder }
    guard system == 3 || system == 19, mode & 0xF000 != 0 else { return .file }
    return mode & 0xF000 == 0x8000 ? .file : mode & 0xF000 == 0x4000 ? .folder : .other
  }

  // MARK: Content

  private func content(of entry: Entry) throws(ArchiveProblem) -> [UInt8] {
    let shown = ColumnText.oneLine(String(decoding: entry.name, as: UTF8.self))
    guard entry.flags & 1 == 0 else { throw .broken("\(shown) is encrypted") }
    guard entry.offset + 30 <= bytes.count, number(entry.offset, 4) == 0x0403_4B50 else {
      throw damaged
    }
    let start = entry.offset + 30 + number(entry.offset + 26, 2) + number(entry.offset + 28, 2)
    guard start + entry.packedSize <= bytes.count else { throw damaged }
    let packed = start..<start + entry.packedSize
    let content: [UInt8]?
    switch entry.method {
    case 0: content = entry.packedSize == entry.size ? Array(bytes[packed]) : nil
    case 8: content = inflated(packed, size: entry.size)
    default: throw .broken("\(shown) is packed by a method other than deflate")
    }
    guard let content,
      content.withUnsafeBufferPointer({ crc32(0, $0.baseAddress, UInt32($0.count)) })
        == entry.checksum || content.isEmpty && entry.checksum == 0
    else { throw .broken("\(shown) is damaged") }
    return content
  }

  /// Unpacks exactly `size` bytes; `nil` where there are more, fewer, or the stream is damaged.
  private func inflated(_ packed: Range<Int>, size: Int) -> [UInt8]? {
    var stream = z_stream()
    // Without a header.
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var code = Z_OK
    var source = Array(bytes[packed])
    // One byte more: a stream that has more than it says shows by filling it.
    let content = [UInt8](unsafeUninitializedCapacity: size + 1) { target, filled in
      source.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(size + 1)
        code = inflate(&stream, Z_FINISH)
        filled = size + 1 - Int(stream.avail_out)
      }
    }
    return code == Z_STREAM_END && content.count == size ? content : nil
  }

  // MARK: Numbers

  private var damaged: ArchiveProblem { .broken("its directory is damaged") }

  /// A number of 2 or 4 bytes, the lowest first.
  private func number(_ place: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
