/// Writes archives of tar (IEEE 1003.1, ustar interchange format; pax headers for names that are too long) whose bytes
/// depend on the files alone: no times, no owners, always the same modes.
struct TarWriter {
  private static let blockSize = 512

  /// What was written so far.
  private var bytes: [UInt8] = []

  /// Adds a file.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let longest = 100
    if name.utf8.count > longest {
      addEntry("pax", type: "x", TarWriter.paxRecord("path", name))
    }
    addEntry(String(decoding: name.utf8.prefix(longest), as: UTF8.self), type: "0", content)
  }

  /// The archive, ended by two empty blocks.
  consuming func finish() -> [UInt8] {
    bytes += [UInt8](repeating: 0, count: 2 * TarWriter.blockSize)
    return bytes
  }

  private mutating func addEntry(_ name: String, type: Character, _ content: [UInt8]) {
    var block = [UInt8](repeating: 0, count: TarWriter.blockSize)
    func put(_ text: String, at place: Int) {
      block.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    put(name, at: 0)
    put("0000644\0", at: 100)
    put("0000000\0", at: 108)
    put("0000000\0", at: 116)
    put(TarWriter.octal(content.count, digits: 11) + "\0", at: 124)
    put(TarWriter.octal(0, digits: 11) + "\0", at: 136)
    put(String(type), at: 156)
    put("ustar\0" + "00", at: 257)
    // The sum counts its own field as spaces.
    put("        ", at: 148)
    put(TarWriter.octal(block.reduce(0) { $0 + Int($1) }, digits: 6) + "\0 ", at: 148)
    bytes += block
    bytes += content
    bytes += [UInt8](repeating: 0, count: -content.count & (TarWriter.blockSize - 1))
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }

  /// `27 path=a/long/name\n`: a record with its own length in front, which counts itself.
  private static func paxRecord(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count + 1
    while String(length).utf8.count + rest.utf8.count != length {
      length = String(length).utf8.count + rest.utf8.count
    }
    return Array("\(length)\(rest)".utf8)
  }
}
