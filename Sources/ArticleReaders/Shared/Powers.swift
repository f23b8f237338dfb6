import Bytes

/// Raised numbers that cite nothing: `10<sup>6</sup>`, `m<sup>2</sup>`, `10<sup>−3</sup>`, `Ca<sup>2+</sup>`. Without their place they
/// would be other numbers, so that they are written in superscript characters.
enum Powers {
  /// A raised text in superscript characters; `nil` where it may be a marker, or is no number.
  static func written(_ raised: ArraySlice<UInt8>, after text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let last = text.last, let number = Number(raised) else { return nil }
    let isPower =
      number.isSigned
      ? ASCII.isLetter(last) || ASCII.isDigit(last) || last == UInt8(ascii: ")")
      : follow(text) || isUnit(text) && (number.digits == [0x32] || number.digits == [0x33])
    return isPower ? number.written : nil
  }

  /// Whether what is raised behind a text is a power: `x²`, `10³`, `(a+b)²`, `= mc²`.
  static func follow(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    if last == UInt8(ascii: ")") {
      // `(Smith)¹` cites.
      return text.dropLast().reversed().prefix { ASCII.isLetter($0) }.count < 3
    }
    if ASCII.isDigit(last) {
      let number = text.reversed().prefix { ASCII.isDigit($0) }
      return number.elementsEqual("01".utf8) || number.elementsEqual("2".utf8)
    }
    guard ASCII.isLetter(last) else { return false }
    let word = text.reversed().prefix { ASCII.isLetter($0) }.count
    guard word < text.count else { return word == 1 }
    let head = text.dropLast(word)
    let before = head[head.endIndex - 1]
    let sign = before == 0x20 ? head.dropLast().last : before
    return word <= 3 && sign.map { "=+*/".utf8.contains($0) } == true
      || word == 1 && !ASCII.isDigit(before) && before < 0x80
  }

  /// Whether a text ends in a unit of length.
  private static func isUnit(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.reversed().prefix { ASCII.isLetter($0) }
    return word.count == 2 && word.first == UInt8(ascii: "m") && "kcdm".utf8.contains(word.last!)
  }

  /// Up to three digits, and a sign before or behind them.
  private struct Number {
    private(set) var digits: [UInt8] = []
    private var signBefore: [UInt8] = []
    private var signBehind: [UInt8] = []

    var isSigned: Bool { !signBefore.isEmpty || !signBehind.isEmpty }

    init?(_ text: ArraySlice<UInt8>) {
      var rest = text
      signBefore = Number.takeSign(&rest)
      digits = Array(rest.prefix(while: ASCII.isDigit))
      rest = rest.dropFirst(digits.count)
      signBehind = Number.takeSign(&rest)
      guard rest.isEmpty, (1...3).contains(digits.count) else { return nil }
    }

    /// The sign that a text begins with, raised; it is cut off. Empty where there is none.
    private static func takeSign(_ text: inout ArraySlice<UInt8>) -> [UInt8] {
      for (sign, raised) in [("-", "⁻"), ("−", "⁻"), ("–", "⁻"), ("+", "⁺")]
      where text.starts(with: sign.utf8) {
        text = text.dropFirst(sign.utf8.count)
        return Array(raised.utf8)
      }
      return []
    }

    var written: [UInt8] {
      signBefore + digits.flatMap { Powers.superscripts[Int($0 - 0x30)] } + signBehind
    }
  }

  /// The digits of a power that `written` put behind a text; `nil` for anything else, as a marker in such characters.
  static func digits(of power: ArraySlice<UInt8>, after text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let first = power.first, first >= 0x80 else { return nil }
    var raised: [UInt8] = []
    for scalar in String(decoding: power, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "⁻": raised.append(UInt8(ascii: "-"))
      case "⁺": raised.append(UInt8(ascii: "+"))
      default:
        guard let digit = superscripts.firstIndex(of: Array(String(scalar).utf8)) else {
          return nil
        }
        raised.append(0x30 + UInt8(digit))
      }
    }
    return written(raised[...], after: text) == nil ? nil : raised.filter(ASCII.isDigit)
  }

  /// The superscript of each digit.
  static let superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.map { Array(String($0).utf8) }
}
