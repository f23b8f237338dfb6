import ArticleModel
import PluginHost

/// The keys under which the documents of a JSON Lines file have what makes an article.
///
/// A key with dots that the document does not have itself leads into nested objects: `metadata.url`.
public struct DocumentFields: Hashable, Sendable {
  public var id = "id"
  public var text = "text"
  public var markdown = "markdown"
  public var html = "html"

  /// The keys that hold where nothing else is said.
  public init() {}

  /// Reads `id=url,text=content`; those that are not named keep their default.
  public init(parsing text: String) throws(RunError) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else {
        throw .badFields(String(part), hint: "expected name=key, as in text=content")
      }
      switch pair[0] {
      case "id": id = pair[1]
      case "text": self.text = pair[1]
      case "markdown": markdown = pair[1]
      case "html": html = pair[1]
      default:
        let names = ["id", "text", "markdown", "html"]
        let near = suggestion(for: pair[0], among: names).map { "did you mean '\($0)'?" }
        throw .badFields(
          String(part), hint: near ?? "the parts of an article are \(names.joined(separator: ", "))"
        )
      }
    }
  }

  /// The text that `init(parsing:)` reads.
  var description: String { "id=\(id),text=\(text),markdown=\(markdown),html=\(html)" }

  /// The key of a format's source.
  func key(of format: ArticleFormat) -> String {
    switch format {
    case .text: text
    case .markdown: markdown
    case .html: html
    }
  }

  /// What is wrong with a document that has none of them.
  var missing: InputProblem {
    InputProblem("no \"\(text)\", \"\(markdown)\" or \"\(html)\" in the object")
  }

  /// The value of a key in a document.
  static func value(_ key: String, in document: JSONValue) -> JSONValue? {
    if let value = document[key] { return value }
    guard let dot = key.firstIndex(of: "."), let inner = document[String(key[..<dot])] else {
      return nil
    }
    return value(String(key[key.index(after: dot)...]), in: inner)
  }

  /// The bytes of the value of a key in a document that is not parsed.
  static func range(_ key: String, in bytes: [UInt8], _ range: Range<Int>? = nil) -> Range<Int>? {
    JSONMembers(bytes, in: range).flatMap { self.range(key, in: bytes, $0) }
  }

  /// The bytes of the value of a key among the members of a document that is not parsed.
  static func range(
    _ key: String, in bytes: [UInt8], _ members: some Sequence<JSONMembers.Member>
  ) -> Range<Int>? {
    let name = key.utf8
    let dot = name.firstIndex(of: UInt8(ascii: "."))
    var inner: Range<Int>?
    for member in members {
      if bytes[member.key].elementsEqual(name) { return member.value }
      if let dot, bytes[member.key].elementsEqual(name[..<dot]) { inner = member.value }
    }
    guard let dot, let inner else { return nil }
    return range(String(key[name.index(after: dot)...]), in: bytes, inner)
  }
}
