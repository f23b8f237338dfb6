import Testing

@testable import BatchRunner

private typealias Sample = ArchiveSample

@Suite("Web archives") struct ArchiveReaderTests {
  /// Three pages among what a crawler writes beside them.
  private static let records: [[UInt8]] = [
    Sample.record("warcinfo", nil, "application/warc-fields", Array("software: none\r\n".utf8)),
    Sample.record("request", "http://a/", "application/http; msgtype=request", Array("GET /".utf8)),
    Sample.page("http://a/", "<p>One.</p>"),
    Sample.record("metadata", "http://a/", "application/warc-fields", Array("fetchTimeMs: 4".utf8)),
    Sample.page("http://b/picture", "\u{0}PNG", header: "Content-Type: image/png"),
    Sample.page("http://b/gone", "<p>Not found</p>", status: 404),
    Sample.page("http://b/", "<p>Two.</p>", header: "content-type: TEXT/HTML; charset=utf-8"),
    Sample.record("revisit", "http://a/", "application/http", Array("HTTP/1.1 200 OK".utf8)),
    Sample.text("http://c/", "Three."),
  ]
  private static let articles = [
    #"http://a/ {"id":"http://a/","html":"<p>One.</p>"}"#,
    #"http://b/ {"id":"http://b/","html":"<p>Two.</p>"}"#,
    #"http://c/ {"id":"http://c/","text":"Three."}"#,
  ]

  @Test("articles come in order, whatever is between them and however they are compressed")
  func order() throws {
    let folder = TemporaryFolder()
    let bytes = Self.records.flatMap { $0 }
    try folder.write(bytes, to: "plain.warc")
    try folder.write(Self.records.flatMap { Sample.gzip($0) }, to: "records.warc.gz")
    try folder.write(Sample.gzip(bytes), to: "whole.warc.gz")
    let pieces = stride(from: 0, to: bytes.count, by: 100).flatMap {
      Sample.gzip(Array(bytes[$0..<min($0 + 100, bytes.count)]))
    }
    try folder.write(pieces, to: "blocks.wet.gz")
    for name in ["plain.warc", "records.warc.gz", "whole.warc.gz", "blocks.wet.gz"] {
      #expect(try folder.inputs(name) == Self.articles, "\(name)")
    }
    #expect(try folder.inputs("").count == 12, "archives are found in folders")
  }

  @Test("an empty archive holds no article")
  func empty() throws {
    let folder = TemporaryFolder()
    for name in ["a.warc", "a.warc.gz"] { try folder.write([], to: name) }
    #expect(try folder.inputs("a.warc") == [])
    // A stream of gzip has eighteen bytes at least.
    #expect(try folder.inputs("a.warc.gz") == ["a.warc.gz:1 ! the compressed file is empty"])
  }

  @Test("a damaged record costs itself alone")
  func damage() throws {
    let folder = TemporaryFolder()
    var members = Self.records.map { Sample.gzip($0) }
    let middle = members[2].count / 2
    for index in middle..<middle + 20 { members[2][index] ^= 0x55 }
    try folder.write(members.flatMap { $0 }, to: "d.warc.gz")
    #expect(
      try folder.inputs("d.warc.gz") == [
        "d.warc.gz:3 ! the checksum of the compressed data is wrong", Self.articles[1],
        Self.articles[2],
      ])
  }

  @Test("a record whose member was cut costs itself alone")
  func cutMember() throws {
    let folder = TemporaryFolder()
    let page = Sample.page("http://a/", "<p>One.</p>")
    let next = Sample.gzip(Sample.page("http://b/", "<p>Two.</p>"))
    // The record cut before it was compressed, and the compressed bytes cut.
    try folder.write(Sample.gzip(Array(page.dropLast(12))) + next, to: "record.warc.gz")
    try folder.write(Array(Sample.gzip(page).dropLast(20)) + next, to: "member.warc.gz")
    #expect(
      try folder.inputs("record.warc.gz") == [
        "record.warc.gz:1 ! the record ends after 63 of 71 bytes", Self.articles[1],
      ])
    #expect(
      try folder.inputs("member.warc.gz") == [
        "member.warc.gz:1 ! the checksum of the compressed data is wrong", Self.articles[1],
      ])
  }

  @Test("the last record may be cut")
  func cutEnd() throws {
    let folder = TemporaryFolder()
    let bytes = Self.records[2] + Self.records[6]
    try folder.write(Array(bytes.dropLast(8)), to: "a.warc")
    try folder.write(
      Sample.gzip(Self.records[2]) + Sample.gzip(Self.records[6]).dropLast(30), to: "a.warc.gz")
    #expect(
      try folder.inputs("a.warc") == [
        Self.articles[0], "a.warc:2 ! the record ends after 82 of 86 bytes",
      ])
    #expect(
      try folder.inputs("a.warc.gz") == [
        Self.articles[0], "a.warc.gz:2 ! the compressed file ends too early",
      ])
  }

  /// What is wrong with a record that stands between two whole ones.
  static let broken: [(String, [UInt8], String)] = [
    (
      "no length", Array("WARC/1.0\r\nWARC-Type: response\r\n\r\nabc\r\n".utf8),
      "no valid Content-Length"
    ),
    (
      "odd length", Sample.record("response", "http://x/", nil, length: -4, []),
      "no valid Content-Length"
    ),
    ("noise", Array("not a record\nat all\n\n".utf8), "no record of a web archive begins here"),
    (
      "short",
      Sample.record("conversion", "http://x/", "text/plain", length: 3, Array("abc\nde".utf8)),
      "no record of a web archive begins here"
    ),
    (
      "long", Sample.record("conversion", "http://x/", nil, length: 300 << 20, []),
      "more than 256 MB"
    ),
    (
      "joined", Sample.record("continuation", "http://x/", nil, Array("abc".utf8)),
      "such records are not joined"
    ),
    (
      "packed",
      Sample.page(
        "http://x/", body: [0x1F, 0x8B, 8, 0, 0xFF, 0xFF], header: "Content-Encoding: gzip"),
      "not in the content encoding \"gzip\""
    ),
  ]

  @Test("what is wrong is told with its place, and the next record is found", arguments: broken)
  func tells(_ name: String, _ record: [UInt8], _ problem: String) throws {
    let folder = TemporaryFolder()
    let parts = [Self.records[2], record, Self.records[6]]
    try folder.write(parts.flatMap { Sample.gzip($0) }, to: "a.warc.gz")
    let inputs = try folder.inputs("a.warc.gz")
    #expect(inputs.first == Self.articles[0])
    #expect(inputs.last == Self.articles[1])
    #expect(inputs.contains { $0.contains(problem) && $0.hasPrefix("a.warc.gz:") }, "\(inputs)")
  }

  @Test("no mutation of an archive ends a run or costs what stands before it")
  func mutations() throws {
    let folder = TemporaryFolder()
    var chance = SystemRandomNumberGenerator()
    let packed = Self.records.map { Sample.gzip($0) }
    let firstTwo = packed[..<3].reduce(0) { $0 + $1.count }
    for round in 0..<400 {
      let isPacked = round % 2 == 0
      var bytes = isPacked ? packed.flatMap { $0 } : Self.records.flatMap { $0 }
      let start = isPacked ? firstTwo : Self.records[..<3].reduce(0) { $0 + $1.count }
      for _ in 0...Int.random(in: 0..<4, using: &chance) {
        guard start < bytes.count else { break }
        let place = Int.random(in: start..<bytes.count, using: &chance)
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
        case 1: bytes.removeSubrange(place..<min(place + 30, bytes.count))
        case 2: bytes.insert(contentsOf: [0x1F, 0x8B, 0x08, 0x0A, 0x57], at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      let name = isPacked ? "m.warc.gz" : "m.warc"
      try folder.write(bytes, to: name)
      let inputs = try folder.inputs(name)
      #expect(inputs.first == Self.articles[0], "\(bytes)")
      #expect(inputs.count < 40)
    }
  }
}
