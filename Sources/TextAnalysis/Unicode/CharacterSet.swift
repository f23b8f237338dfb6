import CICU

/// A character set other than UTF-8, by the names that pages give.
public struct CharacterSet: Hashable, Sendable {
  /// The name in lower case, as browsers understand it.
  public let name: String
  /// What ICU's converters call it.
  private let converter: String

  /// What browsers read under other names than it says (WHATWG Encoding Standard, section 4.2): pages that
  /// declare the smaller set use the signs of the larger one.
  private static let larger = [
    "ascii": "windows-1252", "us-ascii": "windows-1252", "latin1": "windows-1252",
    "iso8859-1": "windows-1252", "iso-8859-1": "windows-1252", "cp1252": "windows-1252",
    "x-cp1252": "windows-1252", "iso-8859-9": "windows-1254", "iso8859-9": "windows-1254",
    "latin5": "windows-1254", "iso-8859-11": "windows-874", "tis-620": "windows-874",
    "cp1251": "windows-1251", "x-cp1251": "windows-1251", "win-1251": "windows-1251",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
    "shift_jis": "windows-31j", "shift-jis": "windows-31j", "sjis": "windows-31j",
    "x-sjis": "windows-31j", "euc-kr": "windows-949", "ks_c_5601-1987": "windows-949",
    "ksc5601": "windows-949", "x-euc-jp": "euc-jp", "big5": "big5-hkscs",
  ]

  /// The set that a label names, in any case and with blanks around it; `nil` for UTF-8, which needs no
  /// conversion, and for labels that are not known.
  public init?(label: some StringProtocol) {
    let label = String(label.filter { !$0.isWhitespace }).lowercased()
    if label.isEmpty || label == "utf-8" || label == "utf8" { return nil }
    name = label
    converter = CharacterSet.larger[label] ?? label
    if converted([]) == nil { return nil }
  }

  /// The bytes as UTF-8, with U+FFFD for what is malformed; `nil` for more than a gigabyte.
  public func utf8(_ bytes: [UInt8]) -> [UInt8]? { converted(bytes) }

  private func converted(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count <= 1 << 30 else { return nil }
    var needed: Int32 = -1
    let units = [UInt16](unsafeUninitializedCapacity: bytes.count + 16) { room, count in
      needed = ibid_convert_charset(
        converter, bytes, Int32(bytes.count), room.baseAddress, Int32(room.count))
      count = min(max(0, Int(needed)), room.count)
    }
    return needed < 0 ? nil : units.withUnsafeBufferPointer(UTF16Copy.utf8)
  }
}
