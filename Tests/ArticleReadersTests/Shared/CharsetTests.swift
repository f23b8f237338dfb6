import ArticleModel
import Testing
import TextAnalysis

@testable import ArticleReaders

@Suite("Character sets") struct CharsetTests {
  /// `Привет` in windows-1251.
  private static let greeting: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]

  static let declarations = [
    #"<meta charset="windows-1251">"#, "<META CHARSET=cp1251>", "<meta charset = 'windows-1251' />",
    #"<meta http-equiv="Content-Type" content="text/html; charset=Windows-1251">"#,
    #"<meta content="text/html;charset=windows-1251" http-equiv=content-type>"#,
    #"<?xml version="1.0" encoding="windows-1251"?>"#,
  ]

  @Test("a page is read by the set that it declares", arguments: declarations)
  func declared(_ declaration: String) {
    let page =
      Array("<html><head>\(declaration)</head><body><p>".utf8) + CharsetTests.greeting
      + Array("</p></body></html>".utf8)
    let article = ArticleReader.read(page, path: "page.html")
    #expect(String(decoding: article.source, as: UTF8.self).contains("<p>Привет</p>"))
    #expect(article.diagnostics.contains { $0.code == .encodingConverted })
    #expect(!article.diagnostics.contains { $0.code == .encodingInvalid })
  }

  @Test("a word about a set in the text of a page declares nothing")
  func undeclared() {
    let page = Array("<p>charset=windows-1251</p><metal charset=koi8-r><p>".utf8)
    #expect(DeclaredCharset.find(in: page + Array("<meta charset=utf-8>".utf8)) == nil)
  }

  @Test("what is UTF-8 is read as that whatever was declared")
  func lies() {
    let page = Array("<meta charset=windows-1251><p>Grüße</p>".utf8)
    #expect(ArticleReader.read(page, path: "a.html").source == page)
  }

  @Test("UTF-8 that was cut in the middle of a letter stays UTF-8")
  func cut() {
    let text = Array("Привет, мир".utf8.dropLast())
    let decoded = ArticleReader.utf8(text, format: .text, charset: "windows-1251")
    #expect(String(decoding: decoded, as: UTF8.self) == "Привет, ми\u{FFFD}")
  }

  /// Labels, bytes and what browsers make of them.
  static let labels: [(String, [UInt8], String)] = [
    ("ISO-8859-1", [0x93, 0xE9, 0x94], "“é”"), (" latin1 ", [0x80], "€"),
    ("windows-1251", greeting, "Привет"), ("koi8-r", [0xF0], "П"),
    ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("EUC-JP", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
    ("gb2312", [0xD6, 0xD0, 0xCE, 0xC4], "中文"), ("GBK", [0x96, 0x7C], "東"),
    ("big5", [0xA4, 0xA4, 0xA4, 0xE5], "中文"), ("euc-kr", [0xC7, 0xD1, 0xB1, 0xDB], "한글"),
    ("iso-8859-9", [0xFE], "ş"), ("tis-620", [0xA1], "ก"),
  ]

  @Test("labels mean what browsers take them for", arguments: labels)
  func label(_ label: String, _ bytes: [UInt8], _ expected: String) throws {
    let set = try #require(CharacterSet(label: label))
    #expect(set.utf8(bytes).map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test("UTF-8 and labels that nobody knows are no sets to convert from")
  func none() {
    for label in ["", "utf-8", " UTF8", "none", "x-user-defined", "\u{0}"] {
      #expect(CharacterSet(label: label) == nil, "\(label)")
    }
  }

  @Test("a long text of many bytes a letter is whole")
  func long() throws {
    let set = try #require(CharacterSet(label: "gb18030"))
    let bytes = [[UInt8]](repeating: [0xD6, 0xD0], count: 100_000).flatMap { $0 }
    #expect(set.utf8(bytes)?.count == 300_000)
  }
}
