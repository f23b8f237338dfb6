/// Reads language tags as BCP 47 writes them.
enum LanguageCode {
  /// The ISO 639-1 code that a tag such as `en-GB` or `pt_BR` begins with, or `nil`.
  static func primary(_ tag: String) -> String? {
    let code = tag.lowercased().prefix { $0 >= "a" && $0 <= "z" }
    return code.utf8.count == 2 ? String(code) : nil
  }
}
