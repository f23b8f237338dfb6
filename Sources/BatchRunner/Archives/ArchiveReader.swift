/// Reads the records of a web archive one after the other: WARC 1.0 and 1.1 (ISO 28500), with texts of WET
/// files among them, as it is or compressed record by record.
///
/// One record and a chunk are held. After a record that is damaged or cut the next one is looked for, so
/// that a broken place costs what stands in it.
struct ArchiveReader: ~Copyable {
  /// Longer blocks are passed over; crawlers cut pages at a few megabytes.
  static let maximumBlockByteCount = 256 << 20
  private static let maximumHeaderByteCount = 1 << 20

  /// The number of the record that was read last, counted from 1; a damaged place counts as one.
  private(set) var number = 0
  private var source: ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  /// Where in the buffer compressed members begin; a record never reaches over the beginning of another.
  private var memberStarts: [Int] = []
  private var isAtEnd = false

  /// Opens a file, whose name tells how it is compressed.
  init(path: String) throws(InputProblem) {
    source = try ByteSource(path: path)
  }

  /// The next record that may hold an article, or `nil` after the last.
  ///
  /// - Throws: what is wrong with a place in the archive, which has been passed over: go on reading.
  mutating func next() throws(InputProblem) -> ArchiveRecord? {
    while true {
      guard try skipLineEnds() else { return nil }
      number += 1
      let header = try readHeader()
      let length = try blockLength(header)
      if !ArchiveRecord.mayHoldArticle(header) {
        try skip(length)
      } else if length > ArchiveReader.maximumBlockByteCount {
        try skip(length)
        throw InputProblem("the record has \(length) bytes, more than 256 MB")
      } else {
        return ArchiveRecord(header: header, block: try readBlock(length))
      }
    }
  }

  // --- parts of a record

  private mutating func skipLineEnds() throws(InputProblem) -> Bool {
    while true {
      while position < buffer.count {
        if buffer[position] != 0x0A, buffer[position] != 0x0D { return true }
        position += 1
      }
      number += 1
      guard try fill() else { return false }
      number -= 1
    }
  }

  private mutating func readHeader() throws(InputProblem) -> HeaderBlock {
    while true {
      if let (block, next) = HeaderBlock.end(in: buffer, from: position) {
        let header = HeaderBlock(buffer[block])
        guard header.first.hasPrefix("WARC/") else { break }
        position = next
        return header
      }
      if isAtEnd || buffer.count - position > ArchiveReader.maximumHeaderByteCount { break }
      try fill()
    }
    let isRecord = startsRecord(at: position)
    try skipToRecord()
    throw InputProblem(
      isRecord ? "the header of the record has no end" : "no record of a web archive begins here")
  }

  private mutating func blockLength(_ header: HeaderBlock) throws(InputProblem) -> Int {
    if let length = header["content-length"].flatMap({ Int($0) }), length >= 0 { return length }
    try skipToRecord()
    throw InputProblem("the record has no valid Content-Length")
  }

  private mutating func readBlock(_ length: Int) throws(InputProblem) -> [UInt8] {
    while buffer.count - position < length, memberStart(within: length) == nil, try fill() {}
    let end = memberStart(within: length) ?? min(position + length, buffer.count)
    defer { position = end }
    guard end - position == length else {
      throw InputProblem("the record ends after \(end - position) of \(length) bytes")
    }
    return Array(buffer[position..<end])
  }

  private mutating func skip(_ length: Int) throws(InputProblem) {
    var rest = length
    while true {
      if let start = memberStart(within: rest) {
        position = start
        return
      }
      let step = min(rest, buffer.count - position)
      position += step
      rest -= step
      if rest == 0 { return }
      guard try fill() else { return }
    }
  }

  /// Where a compressed member begins with a record of its own before `length` bytes are over: the record
  /// that is being read was cut there.
  private func memberStart(within length: Int) -> Int? {
    memberStarts.first { $0 >= position && $0 < position + length && startsRecord(at: $0) }
  }

  private func startsRecord(at index: Int) -> Bool {
    buffer[min(index, buffer.count)...].starts(with: "WARC/1.".utf8)
  }

  /// Goes to the next line that begins a record.
  private mutating func skipToRecord() throws(InputProblem) {
    while true {
      while let line = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
        position = line + 1
        if buffer.count - position < 7 { try fill() }
        if startsRecord(at: position) { return }
      }
      position = buffer.count
      guard try fill() else { return }
      if startsRecord(at: position) { return }
    }
  }

  // --- bytes

  /// Reads some more; false at the end. What compression makes unreadable is passed over, with what was read of
  /// the record before it.
  @discardableResult
  private mutating func fill() throws(InputProblem) -> Bool {
    if isAtEnd { return false }
    if position > 0 {
      buffer.removeSubrange(..<position)
      for index in memberStarts.indices { memberStarts[index] -= position }
      memberStarts.removeAll { $0 < 0 }
      position = 0
    }
    do throws(InputProblem) {
      let chunk = try source.next()
      isAtEnd = chunk.isEmpty
      if source.chunkStartsMember { memberStarts.append(buffer.count) }
      buffer += chunk
      return !isAtEnd
    } catch {
      buffer = []
      memberStarts = []
      isAtEnd = !source.skipToNextMember()
      throw error
    }
  }
}
