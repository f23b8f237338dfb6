import ArticleModel
import Testing

@testable import BatchRunner

private typealias Sample = ArchiveSample

@Suite("Articles of web archives") struct ArchivedArticleTests {
  /// Headers, bodies as they were sent and what is read.
  static let bodies: [(String, [UInt8], String)] = [
    ("Content-Type: text/html; charset=windows-1251", [0xCF, 0xF0], "html Пр"),
    ("Content-Type: text/html; charset=\"koi8-r\"; x=1", [0xF0], "html П"),
    (
      "Content-Type: text/html", Array("<meta charset=cp1251>".utf8) + [0xCF],
      "html <meta charset=cp1251>П"
    ),
    (
      "Content-Type: text/html; charset=unheard", Array("<meta charset=cp1251>".utf8) + [0xCF],
      "html <meta charset=cp1251>П"
    ),
    ("Content-Type: text/plain;charset=iso-8859-1", [0xE9], "text é"),
    ("Content-Type: text/markdown", Array("# T".utf8), "markdown # T"),
    ("Content-Type: application/xhtml+xml", Array("<p>".utf8), "html <p>"),
    ("X-None: 1", Array("<!DOCTYPE html><p>".utf8), "html <!DOCTYPE html><p>"),
    ("X-None: 1", Array("%PDF".utf8), "none"),
    ("Content-Type: application/pdf", Array("<html>".utf8), "none"),
    ("Content-Type: text/html", [], "none"),
    ("Content-Type:\r\n text/html;\r\n charset=koi8-r", [0xF0], "html П"),
    (
      "Content-Type: text/html\r\nContent-Encoding: gzip", Sample.gzip(Array("<p>z".utf8)),
      "html <p>z"
    ),
    (
      "Content-Type: text/html\r\nContent-Encoding: deflate",
      Sample.gzip(Array("<p>z".utf8), windowBits: 15), "html <p>z"
    ),
    (
      "Content-Type: text/html\r\nContent-Encoding: deflate",
      Sample.gzip(Array("<p>z".utf8), windowBits: -15), "html <p>z"
    ),
    // "<p>z" by the brotli program.
    (
      "Content-Type: text/html\r\nContent-Encoding: br",
      [0x8B, 1, 0x80, 0x3C, 0x70, 0x3E, 0x7A, 3], "html <p>z"
    ),
    (
      "Content-Type: text/html\r\nContent-Encoding: gzip", Array("<p>already".utf8),
      "html <p>already"
    ),
    (
      "Content-Type: text/html\r\nContent-Encoding: br", Array("<p>already".utf8), "html <p>already"
    ),
    (
      "Content-Type: text/html\r\nTransfer-Encoding: chunked",
      Array("3\r\n<p>\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\n".utf8), "html <p>0123456789"
    ),
    (
      "Content-Type: text/html\r\nTransfer-Encoding: chunked", Array("8\r\n<p>cut".utf8),
      "html <p>cut"
    ),
    (
      "Content-Type: text/html\r\nTransfer-Encoding: chunked", Array("<p>no chunks".utf8),
      "html <p>no chunks"
    ),
    (
      "Content-Type: text/html\r\nTransfer-Encoding: chunked",
      Array("FFFFFFFFFFFFFFFF\r\n<p>".utf8), "html FFFFFFFFFFFFFFFF\r\n<p>"
    ),
  ]

  @Test("bodies are unpacked, decoded and read by their type", arguments: bodies)
  func body(_ header: String, _ body: [UInt8], _ expected: String) throws {
    let block =
      Array("HTTP/1.1 200 OK\r\n\(header)\r\n\r\n".utf8) + body
    let record = ArchiveRecord(
      header: HeaderBlock(
        Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http".utf8)[...]),
      block: block)
    let article = try ArchivedArticle(record)
    let found = article.map {
      "\($0.format.rawValue) \(String(decoding: $0.source, as: UTF8.self))"
    }
    #expect(found ?? "none" == expected)
  }

  @Test("addresses lose the angle brackets that some programs write")
  func address() throws {
    let folder = TemporaryFolder()
    try folder.write(
      Sample.text("<http://a/>", "x") + Sample.record("resource", nil, "text/plain", [0x79]),
      to: "a.warc")
    #expect(
      try folder.inputs("a.warc") == [
        #"http://a/ {"id":"http://a/","text":"x"}"#, #"a.warc:2 {"id":"a.warc:2","text":"y"}"#,
      ])
  }
}
