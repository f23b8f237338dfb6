/// The lines of a plugin's source, to show where something is.
struct SourceLines {
  let lines: [ArraySlice<UInt8>]

  init(_ source: [UInt8]) {
    lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// A line without white space at its ends, at most 120 bytes of it; `nil` where there is none.
  func text(_ line: Int) -> String? {
    guard line >= 1, line <= lines.count else { return nil }
    let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    var text = lines[line - 1].drop(while: blank)
    while let last = text.last, blank(last) { text.removeLast() }
    guard text.count > 120 else {
      return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }
    var end = text.startIndex + 117
    while text[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: text[..<end], as: UTF8.self) + "…"
  }

  /// The line where a field of a table is probably set: the first that has `name =` for the last
  /// part of a dotted name.
  ///
  /// Tables of Lua do not remember where they were written, so this reads the source; for an inner
  /// field the line of its outermost part that is found counts.
  func line(ofField field: String) -> Int? {
    var found: Int?
    var from = 0
    for name in field.split(separator: ".") {
      guard
        let line = lines.indices.dropFirst(from).first(where: {
          sets(Array(name.utf8), in: lines[$0])
        })
      else {
        break
      }
      found = line + 1
      from = line
    }
    return found
  }

  private func sets(_ name: [UInt8], in line: ArraySlice<UInt8>) -> Bool {
    var index = line.startIndex
    while index + name.count <= line.endIndex {
      defer { index += 1 }
      guard line[index..<index + name.count].elementsEqual(name) else { continue }
      if index > line.startIndex, SourceLines.isNameByte(line[index - 1]) { continue }
      let rest = line[(index + name.count)...].drop { $0 == 0x20 || $0 == 0x09 }
      if rest.first == UInt8(ascii: "="), rest.dropFirst().first != UInt8(ascii: "=") {
        return true
      }
    }
    return false
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }
  }
}
