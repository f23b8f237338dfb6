/// The extensions of files that are taken from a folder; a file that is named itself may have any.
enum InputFormat {
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

  static func isKnown(_ path: String) -> Bool {
    let name = fileExtension(of: path)
    return articles.contains(name) || documents.contains(name) || archives.contains(name)
  }

  /// Whether the file holds a document a line.
  static func isJSONLines(_ path: String) -> Bool { documents.contains(fileExtension(of: path)) }

  /// Whether the file is a web archive.
  static func isArchive(_ path: String) -> Bool { archives.contains(fileExtension(of: path)) }

  /// Whether the file holds many articles.
  static func isCollection(_ path: String) -> Bool { isJSONLines(path) || isArchive(path) }

  /// The extension of what is in the file.
  private static func fileExtension(of path: String) -> String {
    let path = Compression.of(path)?.inside ?? path
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
