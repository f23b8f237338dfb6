/// The form of entries in a history file: one line each, line ends and backslashes escaped.
enum HistoryCodec {
  /// Entries longer than this are not kept, so that one paste does not make every start slow.
  static let limit = 64 * 1024

  /// The bytes of an entry, with the final line feed.
  static func encode(_ entry: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.utf8.count + 1)
    for byte in entry.utf8 {
      switch byte {
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x00: bytes += [0x5C, 0x30]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x0A)
    return bytes
  }

  /// The entries of a file, oldest first; lines that no editor wrote are left out.
  ///
  /// Left out are lines that are empty, too long, not UTF-8 or with a NUL, as a disk that was full
  /// or a crash leaves them. An unknown escape stands for itself.
  static func decode(_ file: [UInt8]) -> [String] {
    file.split(separator: 0x0A).compactMap { line in
      guard line.count <= 2 * limit, !line.contains(0) else { return nil }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(line.count)
      var isEscaped = false
      for byte in line {
        guard isEscaped else {
          if byte == 0x5C { isEscaped = true } else { bytes.append(byte) }
          continue
        }
        isEscaped = false
        switch byte {
        case 0x5C: bytes.append(0x5C)
        case 0x6E: bytes.append(0x0A)
        case 0x30: bytes.append(0x00)
        default: bytes += [0x5C, byte]
        }
      }
      if isEscaped { bytes.append(0x5C) }
      return String(validating: bytes, as: UTF8.self)
    }
  }

  /// Entries without duplicates, each at its newest place, and no more than `limit` of them.
  static func distinct(_ entries: [String], limit: Int) -> [String] {
    var seen: Set<String> = []
    var kept: [String] = []
    for entry in entries.reversed() where kept.count < limit && seen.insert(entry).inserted {
      kept.append(entry)
    }
    return kept.reversed()
  }
}
