import CICU

/// A writing system of UAX #24, such as Latin or Han.
public struct Script: Hashable, Sendable, CustomStringConvertible {
  /// ICU's number for the script, stable across its versions.
  let number: Int32

  private init(_ number: Int32) { self.number = number }

  public static let common = Script(0)
  public static let inherited = Script(1)
  public static let arabic = Script(2)
  public static let armenian = Script(3)
  public static let bengali = Script(4)
  public static let cyrillic = Script(8)
  public static let devanagari = Script(10)
  public static let ethiopic = Script(11)
  public static let georgian = Script(12)
  public static let greek = Script(14)
  public static let han = Script(17)
  public static let hangul = Script(18)
  public static let hebrew = Script(19)
  public static let hiragana = Script(20)
  public static let katakana = Script(22)
  public static let khmer = Script(23)
  public static let lao = Script(24)
  public static let latin = Script(25)
  public static let myanmar = Script(28)
  public static let tamil = Script(35)
  public static let telugu = Script(36)
  public static let thai = Script(38)
  public static let unknown = Script(103)

  /// The code of ISO 15924, such as `Latn`.
  public var code: String { String(cString: ibid_script_name(number)) }

  public var description: String { code }

  /// Returns the script of a scalar: `common` for digits and punctuation, `inherited` for marks.
  public static func of(_ scalar: Unicode.Scalar) -> Script { of(scalar: scalar.value) }

  @inline(__always)
  static func of(scalar: UInt32) -> Script {
    // Nine in ten scalars of most articles: ASCII letters are Latin, the rest of ASCII is common.
    if scalar < 0x80 { return scalar | 0x20 &- 0x61 < 26 ? .latin : .common }
    return Script(ibid_script(scalar))
  }

  /// Returns the script that most letters of UTF-8 text have, the earlier on a tie; nil without
  /// letters.
  ///
  /// Kana and Han are counted apart. The whole text is read; pass a prefix where it is long.
  public static func dominant(in bytes: Span<UInt8>) -> Script? {
    var counts: [(script: Script, count: Int)] = []
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var index = 0
      while index < buffer.count {
        let (scalar, length) = UTF8Scalars.decode(base, index, buffer.count)
        index += length
        let script = of(scalar: scalar)
        if script == .common || script == .inherited || script == .unknown { continue }
        if let known = counts.firstIndex(where: { $0.script == script }) {
          counts[known].count += 1
        } else {
          counts.append((script, 1))
        }
      }
    }
    var best: (script: Script, count: Int)?
    for entry in counts where entry.count > best?.count ?? 0 { best = entry }
    return best?.script
  }
}
