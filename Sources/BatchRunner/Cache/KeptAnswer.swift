import PluginHost

/// What a worker answered for one plugin: a record or a total, with the files that belong to it.
struct KeptAnswer {
  var status: RecordStatus
  /// The JSON text of the record or total, without line end.
  var line: [UInt8]
  /// The contents of the files that the record names, in its order.
  var files: [[UInt8]] = []
  /// Whether it was last marked as in use so long ago that it should be again.
  var isStale = false

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
