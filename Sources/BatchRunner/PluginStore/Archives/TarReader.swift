/// Archives of tar: POSIX ustar and pax (IEEE 1003.1, pax interchange format), and GNU's long names; plain or with gzip.
struct TarReader: ~Copyable {
  private static let blockSize = 512
  /// The most that the records of a pax header or a long name may have.
  private static let maximumHeaderSize = 1 << 20

  private var source: ByteSource
  private var buffer: [UInt8] = []
  private var position = 0

  /// Reads an archive to its end.
  static func read(_ path: String, into archive: inout ArchiveFiles) throws(ArchiveProblem) {
    do {
      // `.tgz` is gzip too, which the name alone does not tell a `ByteSource`.
      let descriptor = try FileContents.descriptor(of: path)
      let isPacked = path.hasSuffix("gz")
      var reader = TarReader(
        ByteSource(descriptor: descriptor, compression: isPacked ? .gzip : nil))
      try reader.read(into: &archive)
    } catch let problem as InputProblem {
      throw .broken(problem.description)
    } catch let problem as ArchiveProblem {
      throw problem
    } catch {
      throw .broken("\(error)")
    }
  }

  private init(_ source: consuming ByteSource) { self.source = source }

  private mutating func read(into archive: inout ArchiveFiles) throws {
    // What a header of its own says of the next entry.
    var longName: [UInt8]?
    var longSize: Int?
    while let header = try take(TarReader.blockSize, mayEnd: true) {
      if header.allSatisfy({ $0 == 0 }) { return try readToEnd() }
      guard TarReader.isSound(header) else {
        throw ArchiveProblem.broken("it is no archive of tar")
      }
      let size = try longSize ?? TarReader.number(header[124..<136])
      guard size >= 0 else { throw ArchiveProblem.broken("an entry has no size") }
      switch header[156] {
      case UInt8(ascii: "L"):
        longName = Array(try content(upTo: TarReader.maximumHeaderSize, size).prefix { $0 != 0 })
        continue
      case UInt8(ascii: "x"):
        let records = try content(upTo: TarReader.maximumHeaderSize, size)
        for (key, value) in try TarReader.paxRecords(records) {
          if key.elementsEqual("path".utf8) { longName = Array(value) }
          if key.elementsEqual("size".utf8) {
            longSize = Int(String(decoding: value, as: UTF8.self))
          }
        }
        continue
      case UInt8(ascii: "g"), UInt8(ascii: "K"):
        // Comments for the whole archive, such as git's commit; the target of a link, which is refused below.
        _ = try content(upTo: TarReader.maximumHeaderSize, size)
        continue
      default: break
      }
      let name = longName ?? TarReader.name(header)
      (longName, longSize) = (nil, nil)
      let kind = TarReader.kind(header[156], name)
      if let admitted = try archive.admit(name, kind, size: size) {
        archive.add(admitted, try content(upTo: size, size))
      } else {
        try skip(size)
      }
    }
    throw ArchiveProblem.broken("it ends too early")
  }

  // MARK: Headers

  /// The sum of a header's bytes, its own field counted as spaces, is what the field says.
  private static func isSound(_ header: [UInt8]) -> Bool {
    let field = 148..<156
    let sum = header.indices.reduce(0) { $0 + (field.contains($1) ? 0x20 : Int(header[$1])) }
    return (try? number(header[field])) == sum
  }

  /// A number in octal digits, or in base 256 where its first bit is set.
  private static func number(_ field: ArraySlice<UInt8>) throws(ArchiveProblem) -> Int {
    if let first = field.first, first & 0x80 != 0 {
      guard first == 0x80, field.dropFirst().prefix(4).allSatisfy({ $0 == 0 }) else {
        throw .tooLarge
      }
      return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else {
      throw .broken("a header has a number that is none")
    }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }

  private static func name(_ header: [UInt8]) -> [UInt8] {
    let name = Array(header[0..<100].prefix { $0 != 0 })
    // GNU's own headers have other things in the place of the prefix.
    guard header[257..<263].elementsEqual(Array("ustar\0".utf8)) else { return name }
    let prefix = header[345..<500].prefix { $0 != 0 }
    return prefix.isEmpty ? name : Array(prefix) + [UInt8(ascii: "/")] + name
  }

  private static func kind(_ type: UInt8, _ name: [UInt8]) -> ArchiveFiles.Kind {
    switch type {
    case UInt8(ascii: "5"): .folder
    // Before POSIX a folder was a file whose name ends in a slash.
    case 0, UInt8(ascii: "0"): name.last == UInt8(ascii: "/") ? .folder : .file
    default: .other
    }
  }

  /// The records of a pax header: `27 path=a/long/name\n`, each with its own length in front.
  private static func paxRecords(
    _ bytes: [UInt8]
  ) throws(ArchiveProblem) -> [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] {
    var records: [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
    var start = 0
    while start < bytes.count {
      guard let space = bytes[start...].firstIndex(of: 0x20),
        let length = Int(String(decoding: bytes[start..<space], as: UTF8.self)),
        length > space - start + 1, length <= bytes.count - start,
        // Its last byte is the line's end.
        let equals = bytes[space..<start + length - 1].firstIndex(of: UInt8(ascii: "="))
      else { throw .broken("a pax header is damaged") }
      records.append((bytes[space + 1..<equals], bytes[equals + 1..<start + length - 1]))
      start += length
    }
    return records
  }

  // MARK: Bytes

  /// The content of an entry, with what fills its last block passed over.
  private mutating func content(upTo limit: Int, _ size: Int) throws -> [UInt8] {
    guard size <= limit else { throw ArchiveProblem.tooLarge }
    let bytes = try take(size, mayEnd: false)!
    _ = try take(TarReader.padding(size), mayEnd: false)
    return bytes
  }

  /// Passes over the content of an entry that is not wanted.
  private mutating func skip(_ size: Int) throws {
    // As much as a plugin may have; folders have nothing, and `.git` is small in what people pack.
    guard size <= PluginContent.maximumSize else { throw ArchiveProblem.tooLarge }
    _ = try take(size + TarReader.padding(size), mayEnd: false)
  }

  /// Reads what stands behind the last entry, zeros as a rule: the checksum of what is compressed comes at its end.
  private mutating func readToEnd() throws {
    var rest = 0
    while case let chunk = try source.next(), !chunk.isEmpty {
      rest += chunk.count
      guard rest <= PluginContent.maximumSize else { throw ArchiveProblem.tooLarge }
    }
  }

  private static func padding(_ size: Int) -> Int { -size & (blockSize - 1) }

  /// The next bytes; `nil` where the archive ends before them and may.
  private mutating func take(_ count: Int, mayEnd: Bool) throws -> [UInt8]? {
    while buffer.count - position < count {
      let chunk = try source.next()
      if chunk.isEmpty {
        if mayEnd, position == buffer.count { return nil }
        throw ArchiveProblem.broken("it ends too early")
      }
      if position > 0 {
        buffer.removeFirst(position)
        position = 0
      }
      buffer += chunk
    }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }
}
