import ArticleModel
import PluginHost

/// An option of a plugin in few words.
enum OptionText {
  /// `integer = 10`, with the choices where it has some.
  static func type(_ option: OptionDeclaration) -> String {
    var text = option.type.rawValue
    if let choices = option.choices, !choices.isEmpty {
      text += " (\(choices.joined(separator: ", ")))"
    }
    return text + " = \(value(option.defaultValue))"
  }

  /// A value as it is written after `name=`.
  static func value(_ value: JSONValue) -> String {
    if case .string(let text) = value { return text.isEmpty ? "\"\"" : text }
    var json = JSONWriter()
    json.value(value)
    return String(decoding: json.finish(), as: UTF8.self)
  }
}
