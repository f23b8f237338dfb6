import Bytes

/// A language by its ISO 639-1 code, such as `en`.
public struct Language: Hashable, Sendable, CustomStringConvertible {
  /// The two letters of the code, the first in the high byte.
  let letters: UInt16

  /// Creates a language from a code or a tag of BCP 47 (`en`, `EN`, `en-GB`, `zh_Hant`); nil when
  /// it does not begin with two ASCII letters.
  public init?(_ tag: some StringProtocol) {
    var bytes = tag.utf8.makeIterator()
    guard let first = bytes.next(), let second = bytes.next(),
      ASCII.isLetter(first), ASCII.isLetter(second)
    else { return nil }
    if let next = bytes.next(), next != 0x2D, next != 0x5F { return nil }
    letters = UInt16(first | 0x20) << 8 | UInt16(second | 0x20)
  }

  private init(literal code: StaticString) {
    letters = UInt16(code.utf8Start[0]) << 8 | UInt16(code.utf8Start[1])
  }

  /// The ISO 639-1 code, in lower case.
  public var code: String {
    String(decoding: [UInt8(letters >> 8), UInt8(truncatingIfNeeded: letters)], as: UTF8.self)
  }

  public var description: String { code }

  public static let arabic = Language(literal: "ar")
  public static let bulgarian = Language(literal: "bg")
  public static let catalan = Language(literal: "ca")
  public static let chinese = Language(literal: "zh")
  public static let czech = Language(literal: "cs")
  public static let danish = Language(literal: "da")
  public static let dutch = Language(literal: "nl")
  public static let english = Language(literal: "en")
  public static let finnish = Language(literal: "fi")
  public static let french = Language(literal: "fr")
  public static let german = Language(literal: "de")
  public static let greek = Language(literal: "el")
  public static let hebrew = Language(literal: "he")
  public static let hindi = Language(literal: "hi")
  public static let hungarian = Language(literal: "hu")
  public static let indonesian = Language(literal: "id")
  public static let italian = Language(literal: "it")
  public static let japanese = Language(literal: "ja")
  public static let korean = Language(literal: "ko")
  public static let norwegian = Language(literal: "no")
  public static let persian = Language(literal: "fa")
  public static let polish = Language(literal: "pl")
  public static let portuguese = Language(literal: "pt")
  public static let romanian = Language(literal: "ro")
  public static let russian = Language(literal: "ru")
  public static let slovak = Language(literal: "sk")
  public static let spanish = Language(literal: "es")
  public static let swedish = Language(literal: "sv")
  public static let thai = Language(literal: "th")
  public static let turkish = Language(literal: "tr")
  public static let ukrainian = Language(literal: "uk")
  public static let urdu = Language(literal: "ur")
  public static let vietnamese = Language(literal: "vi")
}
