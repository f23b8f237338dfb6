import ArticleModel
import PluginHost

/// What `ibid plugins NAME` says of a plugin.
struct ManifestDescription {
  private(set) var text: String

  /// Describes a plugin; `name` is what the user calls it by.
  init(_ manifest: PluginManifest, calledAs name: String) {
    text = "\(manifest.name) \(manifest.version)\n\(manifest.summary)\n\(manifest.path)\n"
    if !manifest.categories.isEmpty { text += "\(manifest.categories.joined(separator: ", "))\n" }
    let width =
      manifest.options.map { $0.name.utf8.count + ManifestDescription.kind($0).utf8.count }.max()
      ?? 0
    if !manifest.options.isEmpty { text += "\nOptions, each for --set name=value:\n" }
    for option in manifest.options {
      let head = "\(option.name) (\(ManifestDescription.kind(option)))"
      let space = String(repeating: " ", count: width + 3 - head.utf8.count)
      text += "  \(head)\(space)  \(option.doc)\(ManifestDescription.bounds(of: option))\n"
    }
    text += "\n"
    if !manifest.reads.isEmpty {
      text += "Reads \(manifest.reads.joined(separator: ", ")) in its folder.\n"
    }
    if manifest.writes { text += "Writes files below the folder that -o names.\n" }
    if manifest.hasMerge { text += "Merges its results into a total.\n" }
    let setting = manifest.options.first { $0.defaultValue != .null }
    let example =
      setting.map { " --set \($0.name)=\(ManifestDescription.plain($0.defaultValue))" } ?? ""
    let output = manifest.writes ? " -o out" : ""
    text += "Example: ibid run \(name) ARTICLE\(example)\(output)\n"
  }

  private static func kind(_ option: OptionDeclaration) -> String {
    guard option.defaultValue != .null else { return option.type.rawValue }
    return "\(option.type.rawValue), \(plain(option.defaultValue))"
  }

  /// `; 1 to 100`, or the choices.
  private static func bounds(of option: OptionDeclaration) -> String {
    if let choices = option.choices { return "; one of \(choices.joined(separator: ", "))" }
    switch (option.minimum.map(number), option.maximum.map(number)) {
    case (let low?, let high?): return "; \(low) to \(high)"
    case (let low?, nil): return "; at least \(low)"
    case (nil, let high?): return "; at most \(high)"
    case (nil, nil): return ""
    }
  }

  private static func number(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  /// A value as `--set` takes it.
  private static func plain(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .array(let elements): elements.compactMap(\.string).joined(separator: ",")
    case .number(let value): number(value)
    case .integer(let value): String(value)
    case .bool(let flag): flag ? "true" : "false"
    case .null, .object: ""
    }
  }
}
