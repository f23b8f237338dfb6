import ArticleModel
import PluginHost

/// The record that holds an article itself, for outputs that want to show or search its text.
///
/// It travels as if a plugin had made it, and is ordered and kept like any other.
enum ArticleRecord {
  /// A name that no plugin can have.
  static let plugin = "(article)"

  /// The parts of the result, each a string or missing.
  static let fields = ["title", "authors", "date", "language", "text"]

  /// Makes the record of an article.
  static func make(_ article: Article, input: String) -> Record {
    var json = JSONWriter()
    json.beginObject()
    let authors = article.authors.compactMap(\.name).joined(separator: ", ")
    let values = [
      article.title, authors.isEmpty ? nil : authors, article.date, article.language,
      article.plainText(),
    ]
    for (field, value) in zip(fields, values) {
      guard let value else { continue }
      json.key(field)
      json.value(value)
    }
    json.endObject()
    return Record(input: input, plugin: plugin, status: .ok, result: json.finish())
  }
}
