import Testing

@testable import TextAnalysis

@Suite struct CaseFoldingTests {
  @Test(arguments: [
    ("", ""), ("ABC xyz 1", "abc xyz 1"), ("Straße", "strasse"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
    ("ﬁN", "fin"),
    ("ÀÉ", "àé"), ("МОСКВА", "москва"), ("İ", "i\u{307}"), ("ŉ", "ʼn"),
    ("\u{390}", "ι\u{308}\u{301}"),
    ("𐐀", "𐐨"), ("Ａ", "ａ"), ("日本", "日本"), ("😀", "😀"),
  ])
  func folds(text: String, expected: String) {
    #expect(CaseFolding.fold(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test func malformedBytesBecomeReplacementCharacters() {
    #expect(CaseFolding.fold([0x41, 0xFF, 0x42, 0xC3]) == Array("a\u{FFFD}b\u{FFFD}".utf8))
  }

  @Test func followsUnicodesFile() throws {
    let path = "/usr/share/unicode/CaseFolding.txt"
    let lines = try #require(
      UnicodeFile.lines(path), "\(path) is missing: apt-get install unicode-data")
    var tried = 0
    for line in lines where !line.hasPrefix("#") {
      let fields = line.split(separator: ";").map { $0.drop { $0 == " " } }
      guard fields.count >= 3, fields[1] == "C" || fields[1] == "F",
        let value = UInt32(fields[0], radix: 16)
      else { continue }
      let expected = fields[2].split(separator: " ").compactMap { UInt32($0, radix: 16) }
      #expect(CaseFolding.fold(Self.utf8([value])) == Self.utf8(expected), "\(line)")
      tried += 1
    }
    #expect(tried > 1400)
  }

  static func utf8(_ scalars: [UInt32]) -> [UInt8] {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return Array(text.utf8)
  }
}
