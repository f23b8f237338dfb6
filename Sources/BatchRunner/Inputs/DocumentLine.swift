import ArticleModel
import Bytes

/// A line of a JSON Lines file of articles: `{"id": …, "text": …}`, or `markdown` or `html` for `text`, or what
/// `DocumentFields` say for these keys; `{"id": …, "problem": …}` for an article that could not be read.
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
  public init(_ line: [UInt8], _ fields: DocumentFields = DocumentFields()) throws(InputProblem) {
    let value: JSONValue
    do { value = try JSONParser.parse(line) } catch { throw InputProblem(error.description) }
    guard value.members != nil else { throw InputProblem("not a JSON object") }
    name = DocumentLine.name(DocumentFields.value(fields.id, in: value))
    var isDocument = false
    for format in ArticleFormat.allCases {
      let key = fields.key(of: format)
      switch DocumentFields.value(key, in: value) {
      case nil: continue
      case .null?: isDocument = true
      case .string(let text)?:
        body = .bytes(DocumentLine.bytes(of: text, key, line), format)
        return
      case _?: throw InputProblem("\"\(key)\" is not a string")
      }
    }
    // A document of others must not name a file of this machine by leaving its text empty.
    guard !isDocument, let path = value["path"]?.string else {
      if let problem = value["problem"]?.string { throw InputProblem(problem) }
      throw fields.missing
    }
    // A request for a file has no fields of others.
    name = DocumentLine.name(value["id"])
    body = .file(path: path, value["format"]?.string.flatMap(ArticleFormat.init(rawValue:)))
  }

  /// The bytes of a text that stands under a key of a line. What is no UTF-8 stays, for the reader to tell.
  private static func bytes(of text: String, _ key: String, _ line: [UInt8]) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard ByteSearch.contains([0xEF, 0xBF, 0xBD], in: bytes),
      let range = DocumentFields.range(key, in: line)
    else { return bytes }
    return (try? JSONParser.stringBytes(line, in: range)) ?? bytes
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
  public static func name(
    ofLine line: [UInt8], _ fields: DocumentFields = DocumentFields()
  ) -> String? {
    guard let range = DocumentFields.range(fields.id, in: line) else { return nil }
    return name(try? JSONParser.parse(line, in: range))
  }

  /// What is wrong with a line that does not look like a document.
  static func problem(of line: [UInt8], _ fields: DocumentFields) -> InputProblem {
    do throws(InputProblem) {
      _ = try DocumentLine(line, fields)
      return fields.missing
    } catch {
      return error
    }
  }

  /// The line with an identifier as its last member, which is the one that counts.
  static func line(
    _ line: [UInt8], withName name: String, _ fields: DocumentFields
  ) -> [UInt8] {
    guard let brace = line.lastIndex(of: UInt8(ascii: "}")) else { return line }
    var json = JSONWriter(appendingTo: Array(line[..<brace]) + [UInt8(ascii: ",")])
    json.key(fields.id)
    json.value(name)
    return json.finish() + [UInt8(ascii: "}")]
  }

  /// Whether a line is an object that has one of the keys of an article.
  static func looksLikeDocument(_ line: [UInt8], _ fields: DocumentFields) -> Bool {
    let (members, isWhole) = JSONMembers.all(line)
    return isWhole && isDocument(line, members, fields)
  }

  /// Whether a line, be it broken, begins as an article's or as what stands for one that could not be read.
  static func beginsAsDocument(_ line: [UInt8], _ fields: DocumentFields) -> Bool {
    let members = JSONMembers.all(line).members
    return isDocument(line, members, fields)
      || [fields.id, "problem"].contains { DocumentFields.range($0, in: line, members) != nil }
  }

  /// Whether some members of a line have one of the keys of an article.
  static func isDocument(
    _ line: [UInt8], _ members: [JSONMembers.Member], _ fields: DocumentFields
  ) -> Bool {
    ArticleFormat.allCases.contains {
      DocumentFields.range(fields.key(of: $0), in: line, members) != nil
    }
  }
}
