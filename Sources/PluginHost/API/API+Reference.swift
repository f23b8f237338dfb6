extension API {
  /// The reference page of the API in Markdown.
  public static func referenceMarkdown() -> String {
    var text = """
      # The Lua API

      What a plugin and the prompt see of an article, and the functions of the module `ibid`. A `?`
      after a type says that the value may be missing; `paragraph[]` is a list of paragraphs. A list
      has `#`, `[1]`, `ipairs`, `:filter`, `:map` and `:totable`. Articles never change: setting a
      member raises an error, as does an unknown name.

      """
    for type in types where !type.isModule { text += markdown(type, title: type.name) }
    for type in types where type.isModule {
      text += markdown(type, title: type.name == "ibid" ? "ibid" : "ibid.\(type.name)")
    }
    text += markdown(
      "A plugin", "The fields of the table that `plugin.lua` returns.", ManifestField.all)
    text += markdown("An option", "The fields of an option's declaration.", ManifestField.ofOption)
    text +=
      "\n## Units\n\nWhat `count` counts: " + units.map { "`\($0)`" }.joined(separator: ", ")
      + ".\n"
    text += "\n## Tables with fixed fields\n\n"
    for record in records {
      let fields = record.fields.map { "`\($0.name)` (\($0.type))" }.joined(separator: ", ")
      text += "- `\(record.name)`: \(fields)\n"
    }
    return text
  }

  private static func markdown(_ type: APIType, title: String) -> String {
    var text = "\n## \(title)\n\n\(type.doc)"
    if let base = type.base { text += " It has the members of [\(base)](#\(base)) too." }
    text += " Since \(type.since).\n"
    guard !type.members.isEmpty else { return text }
    text += "\n| member | | example |\n|---|---|---|\n"
    for member in type.members {
      let name = member.kind == .method ? ":\(member.name)" : member.name
      let title =
        member.kind == .field
        ? "`\(name)` *\(member.signature)*" : "`\(name)\(escaped(member.signature))`"
      text += "| \(title) | \(escaped(member.doc)) | `\(escaped(member.example))` |\n"
    }
    return text
  }

  private static func markdown(_ title: String, _ doc: String, _ fields: [ManifestField]) -> String
  {
    var text = "\n## \(title)\n\n\(doc)\n\n| field | | |\n|---|---|---|\n"
    for field in fields {
      text += "| `\(field.name)` | \(field.doc) | *\(escaped(field.type))* |\n"
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
