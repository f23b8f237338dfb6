public import ArticleModel

extension ArticleFormat {
  /// Chooses a format by the path's extension; where that says nothing, HTML by its first tag, else text.
  public static func detect(path: String, bytes: [UInt8]) -> ArticleFormat {
    switch path.split(separator: ".").last?.lowercased() {
    case "md", "markdown", "mdown", "mkd": .markdown
    case "html", "htm", "xhtml": .html
    case "txt", "text": .text
    default: startsWithTag(bytes) ? .html : .text
    }
  }

  /// Whether the first thing in the bytes is a doctype or one of the tags that a page starts with.
  private static func startsWithTag(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(512).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let head = String(decoding: start.prefix(16), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { head.hasPrefix($0) }
  }
}
