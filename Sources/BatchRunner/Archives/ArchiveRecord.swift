/// A record of a web archive.
struct ArchiveRecord {
  /// The record's own header: `WARC-Type`, `WARC-Target-URI`, `Content-Type` and others.
  let header: HeaderBlock
  /// The record's block: a page with the header that came with it, or a text.
  let block: [UInt8]

  /// Whether records of a type may hold an article, so that their blocks are worth reading.
  ///
  /// The others tell of the crawl: `warcinfo`, `request`, `metadata`, `revisit`.
  static func mayHoldArticle(_ header: HeaderBlock) -> Bool {
    ["response", "resource", "conversion", "continuation"].contains(
      header["warc-type"]?.lowercased() ?? "")
  }
}
