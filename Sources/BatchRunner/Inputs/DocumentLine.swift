import ArticleModel

/// A line of a JSON Lines file of articles: `{"id": …, "text": …}`, or `markdown` or `html` for `text`.
public struct DocumentLine: Sendable {
  /// The identifier, where the line gives one.
  public var name: String?
  /// The article's bytes and their format, or the path of the file that holds them.
  public var body: Body

  /// What the line gives of the article.
  public enum Body: Sendable {
    case bytes([UInt8], ArticleFormat)
    /// A file; the format is that of its name unless the line has a `format`.
    case file(path: String, ArticleFormat?)
  }

  /// Reads a line.
  public init(_ line: [UInt8]) throws(InputProblem) {
    let value: JSONValue
    do { value = try JSONParser.parse(line) } catch { throw InputProblem(error.description) }
    guard value.members != nil else { throw InputProblem("not a JSON object") }
    name = DocumentLine.name(value["id"])
    for format in ArticleFormat.allCases {
      switch value[format.rawValue] {
      case nil, .null?: continue
      case .string(let text)?:
        body = .bytes(Array(text.utf8), format)
        return
      case _?: throw InputProblem("\"\(format.rawValue)\" is not a string")
      }
    }
    guard let path = value["path"]?.string else {
      throw InputProblem("no \"text\", \"markdown\" or \"html\" in the object")
    }
    body = .file(path: path, value["format"]?.string.flatMap(ArticleFormat.init(rawValue:)))
  }

  /// Identifiers may be strings or numbers.
  private static func name(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  /// The identifier of a line that may be broken elsewhere.
  public static func name(ofLine line: [UInt8]) -> String? {
    guard let members = JSONMembers(line) else { return nil }
    for member in members where line[member.key].elementsEqual("id".utf8) {
      return name(try? JSONParser.parse(line, in: member.value))
    }
    return nil
  }

  /// Whether a line is an object that has one of the keys of an article.
  static func looksLikeDocument(_ line: [UInt8]) -> Bool {
    guard let members = JSONMembers(line) else { return false }
    return members.contains { member in
      ArticleFormat.allCases.contains { line[member.key].elementsEqual($0.rawValue.utf8) }
    }
  }
}
