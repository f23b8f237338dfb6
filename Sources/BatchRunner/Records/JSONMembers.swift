/// Goes through the members of the JSON object that a line holds, without reading their values.
struct JSONMembers: Sequence, IteratorProtocol {
  /// A key without its quotation marks, escapes left as they are, and the bytes of its value.
  struct Member {
    var key: Range<Int>
    var value: Range<Int>
  }

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  /// Whether all members were seen and nothing follows the object.
  private(set) var isWhole = false

  /// Starts at the first member; `nil` where the bytes, or those in `range`, do not begin an object.
  init?(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    end = range?.upperBound ?? bytes.count
    index = range?.lowerBound ?? 0
    let start = scan { JSONScan.skipSpace($0, index) }
    guard start < end, bytes[start] == UInt8(ascii: "{") else { return nil }
    index = scan { JSONScan.skipSpace($0, start + 1) }
    if index < end, bytes[index] == UInt8(ascii: "}") { finish() }
  }

  /// All members of the object in a line, as far as it is one, and whether it is one from end to end.
  static func all(_ line: [UInt8]) -> (members: [Member], isWhole: Bool) {
    guard var rest = JSONMembers(line) else { return ([], false) }
    var members: [Member] = []
    while let member = rest.next() { members.append(member) }
    return (members, rest.isWhole)
  }

  mutating func next() -> Member? {
    guard !isWhole, let (member, behind) = scan(member) else { return nil }
    guard behind < end else { return nil }
    switch bytes[behind] {
    case UInt8(ascii: ","): index = scan { JSONScan.skipSpace($0, behind + 1) }
    case UInt8(ascii: "}"):
      index = behind
      finish()
    default: return nil
    }
    return member
  }

  /// The member at `index`, and the place of what follows it.
  private func member(_ bytes: JSONScan.Bytes) -> (Member, behind: Int)? {
    guard let keyEnd = JSONScan.stringEnd(bytes, index) else { return nil }
    let colon = JSONScan.skipSpace(bytes, keyEnd)
    guard colon < end, bytes[colon] == UInt8(ascii: ":") else { return nil }
    let start = JSONScan.skipSpace(bytes, colon + 1)
    guard let valueEnd = JSONScan.valueEnd(bytes, start) else { return nil }
    return (
      Member(key: index + 1..<keyEnd - 1, value: start..<valueEnd),
      JSONScan.skipSpace(bytes, valueEnd)
    )
  }

  private mutating func finish() {
    index = scan { JSONScan.skipSpace($0, index + 1) }
    isWhole = index == end
  }

  private func scan<Result>(_ body: (JSONScan.Bytes) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(JSONScan.Bytes(rebasing: $0[..<end])) }
  }
}
