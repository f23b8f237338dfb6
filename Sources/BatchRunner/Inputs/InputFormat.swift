import Bytes

/// The extensions of files that are taken from a folder; a file that is named itself may have any.
enum InputFormat {
  /// What a file holds.
  enum Kind {
    /// One article.
    case article
    /// A document a line.
    case documents
    /// A web archive.
    case archive
  }

  private static let articles = [
    "txt", "text", "md", "markdown", "mdown", "mkd", "html", "htm", "xhtml",
  ]
  private static let documents = ["jsonl", "ndjson"]
  private static let archives = ["warc", "wet"]

  /// The extensions, for messages.
  static var names: String {
    (articles + documents + archives).map { ".\($0)" }.joined(separator: " ")
      + ", also with .gz or .zst"
  }

  /// What the extension of a path says; `nil` where it says nothing.
  static func kind(of path: String) -> Kind? {
    guard let name = fileExtension(of: path) else { return nil }
    if articles.contains(name) { return .article }
    if documents.contains(name) { return .documents }
    return archives.contains(name) ? .archive : nil
  }

  static func isKnown(_ path: String) -> Bool { kind(of: path) != nil }

  /// Whether the file holds a document a line.
  static func isJSONLines(_ path: String) -> Bool { kind(of: path) == .documents }

  /// Whether the file is a web archive.
  static func isArchive(_ path: String) -> Bool { kind(of: path) == .archive }

  /// Whether the file holds many articles.
  static func isCollection(_ path: String) -> Bool { isJSONLines(path) || isArchive(path) }

  /// The longest extension that fits into a string without an allocation; none of the known is longer.
  private static let longest = 15

  /// The extension of what is in the file, in small letters; `nil` where it has none, or none that could be known.
  ///
  /// Bytes are looked at, not characters: a folder may have a million names.
  private static func fileExtension(of path: String) -> String? {
    var path = Compression.of(path)?.inside ?? path
    return path.withUTF8 { bytes in
      let slash = UInt8(ascii: "/")
      guard let last = bytes.lastIndex(where: { $0 != slash }) else { return nil }
      let end = last + 1
      var start = end
      while start > 0, bytes[start - 1] != UInt8(ascii: ".") {
        start -= 1
        if bytes[start] == slash || end - start > longest { return nil }
      }
      guard start > 0 else { return nil }
      return String(unsafeUninitializedCapacity: end - start) { buffer in
        for (index, byte) in bytes[start..<end].enumerated() {
          buffer[index] = ASCII.lowercased(byte)
        }
        return end - start
      }
    }
  }
}
