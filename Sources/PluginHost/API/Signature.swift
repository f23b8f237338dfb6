/// The parts of a declared `(name: type, …): result`.
public struct Signature {
  public private(set) var parameters: [(name: String, type: String)] = []
  public private(set) var result: String?

  /// Reads a signature; what is none has no parameters.
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    var depth = 0
    var start = 1
    var end = bytes.count
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ","):
        guard depth == 1 else { continue }
        add(bytes[start..<index])
        start = index + 1
      case UInt8(ascii: ")"):
        depth -= 1
        guard depth == 0 else { continue }
        add(bytes[start..<index])
        end = index
      default: continue
      }
      if depth == 0 { break }
    }
    let rest = String(decoding: bytes[min(end + 1, bytes.count)...], as: UTF8.self)
    if rest.hasPrefix(": ") { result = String(rest.dropFirst(2)) }
  }

  private mutating func add(_ part: ArraySlice<UInt8>) {
    let text = String(decoding: part, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return }
    let name = text[..<colon].drop { $0 == " " }
    let type = text[text.index(after: colon)...].drop { $0 == " " }
    parameters.append((String(name), String(type)))
  }
}
