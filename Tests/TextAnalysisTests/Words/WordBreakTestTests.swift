import Glibc
import Testing

@testable import TextAnalysis

/// Unicode's own test file, which Debian's package unicode-data installs.
@Suite struct WordBreakTestTests {
  static let path = "/usr/share/unicode/auxiliary/WordBreakTest.txt"

  @Test func followsUnicodesTestFile() throws {
    let lines = try #require(
      UnicodeFile.lines(Self.path), "\(Self.path) is missing: apt-get install unicode-data")
    var tried = 0
    for line in lines where line.hasPrefix("÷") {
      let (bytes, segments) = Self.parse(line)
      let expected = segments.filter { Self.isWord(bytes, $0) }
      // The rules of Swedish are UAX #29's for the colon; ICU's root rules depart from it there.
      #expect(WordAgreementTests.fast(bytes, .swedish) == expected, "\(line)")
      tried += 1
    }
    #expect(tried > 1000)
  }

  /// "÷ 0061 × 0027 ÷" as UTF-8 and the ranges between the ÷.
  private static func parse(_ line: Substring) -> (bytes: [UInt8], segments: [Range<Int>]) {
    var bytes: [UInt8] = []
    var segments: [Range<Int>] = []
    var start = 0
    for token in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
      if token == "÷" {
        if bytes.count > start { segments.append(start..<bytes.count) }
        start = bytes.count
      } else if let value = UInt32(token, radix: 16), let scalar = Unicode.Scalar(value) {
        bytes += Array(String(Character(scalar)).utf8)
      }
    }
    return (bytes, segments)
  }

  private static func isWord(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.contains {
      $0.properties.isAlphabetic && $0.properties.generalCategory != .nonspacingMark
        || $0.properties.numericType == .decimal
    }
  }
}
