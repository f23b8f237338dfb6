/// Whether a text reads as the description of a work.
enum BibliographicSigns {
  /// Whether a text holds a year from 1500 to 2099 or a web address.
  static func hold(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    var digits = 0
    var value = 0
    for index in range {
      let byte = source[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits += 1
        value = digits <= 4 ? value * 10 + Int(byte - UInt8(ascii: "0")) : 0
        continue
      }
      if digits == 4, (1500...2099).contains(value) { return true }
      (digits, value) = (0, 0)
      if byte == UInt8(ascii: ":"), index + 2 < range.upperBound,
        source[index + 1] == UInt8(ascii: "/"),
        source[index + 2] == UInt8(ascii: "/")
      {
        return true
      }
    }
    return digits == 4 && (1500...2099).contains(value)
  }
}
