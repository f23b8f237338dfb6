import PluginHost

/// What a worker answered for one plugin: a record or a total, with the files that belong to it.
struct KeptAnswer {
  var status: RecordStatus
  /// The JSON text of the record or total, without line end.
  let line: [UInt8]
  /// The digest of `line`.
  let digest: Digest
  /// Where the parts of the line are; `nil` where it has to be read.
  var parts: LineParts?
  /// The contents of the files that the record names, in its order.
  var files: [[UInt8]]

  /// Takes an answer.
  ///
  /// - Parameter digest: that of the line, where it is known.
  init(
    status: RecordStatus, line: [UInt8], digest: Digest? = nil, parts: LineParts? = nil,
    files: [[UInt8]] = []
  ) {
    self.status = status
    self.line = line
    self.digest = digest ?? KeptAnswer.digest(of: line)
    self.parts = parts
    self.files = files
  }

  /// The digest of a line.
  static func digest(of line: [UInt8]) -> Digest {
    var digest = Digest.Builder(of: "line")
    digest.add(line)
    return digest.finish()
  }

  /// The files in one piece: each with its length in front.
  var packedFiles: [UInt8] {
    files.flatMap { file in
      withUnsafeBytes(of: UInt64(file.count).littleEndian) { Array($0) } + file
    }
  }

  /// Takes packed files apart; `nil` where the bytes are none.
  static func unpack(_ bytes: [UInt8]) -> [[UInt8]]? {
    var files: [[UInt8]] = []
    var index = 0
    while index < bytes.count {
      guard bytes.count - index >= 8 else { return nil }
      let count = bytes.withUnsafeBytes {
        UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      }
      index += 8
      guard count <= UInt64(bytes.count - index) else { return nil }
      files.append(Array(bytes[index..<index + Int(count)]))
      index += Int(count)
    }
    return files
  }
}
