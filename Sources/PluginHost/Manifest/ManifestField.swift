/// A field of the table that a plugin returns.
public struct ManifestField: Hashable, Sendable {
  public var name: String
  /// Its type in Lua, with `?` where it may be missing.
  public var type: String
  /// One sentence.
  public var doc: String

  /// All fields in the order in which a manifest is written: checks, completion and the reference
  /// use them.
  public static let all: [ManifestField] = [
    ManifestField(
      name: "name", type: "string",
      doc: "The plugin's name: lower-case letters, digits, `-`, `_`."),
    ManifestField(name: "version", type: "string?", doc: "Its version: `1.0.0`."),
    ManifestField(name: "since", type: "string?", doc: "The version of ibid that it needs."),
    ManifestField(name: "summary", type: "string?", doc: "One sentence that says what it does."),
    ManifestField(name: "categories", type: "string[]?", doc: "Words to find it by."),
    ManifestField(
      name: "options", type: "table<string, option_declaration>?",
      doc: "What `--set` can set, by name."),
    ManifestField(
      name: "reads", type: "string[]?", doc: "Files in its folder that `ibid.read_file` may read."),
    ManifestField(name: "writes", type: "boolean?", doc: "Whether `ibid.write_file` is allowed."),
    ManifestField(
      name: "result", type: "(string|table)?",
      doc: "What `article` returns, for programs that keep results in columns."),
    ManifestField(
      name: "article", type: "fun(article: article, options: table): any",
      doc: "Called once per article; its result goes into the record."),
    ManifestField(
      name: "merge", type: "(fun(a: any, b: any): any)?",
      doc: "Makes one result of two; the order of merging is not fixed."),
    ManifestField(
      name: "finish", type: "(fun(total: any, options: table): any)?",
      doc: "Called once on the merged result."),
  ]

  /// The fields of an option's declaration.
  public static let ofOption: [ManifestField] = [
    ManifestField(
      name: "type", type: "\"string\"|\"integer\"|\"number\"|\"boolean\"|\"list\"|\"file\"",
      doc: "The type of its values; that of a `file` is its text."),
    ManifestField(name: "default", type: "any", doc: "The value where the user gives none."),
    ManifestField(
      name: "min", type: "number?", doc: "The least number, length or count; of a file, bytes."),
    ManifestField(
      name: "max", type: "number?", doc: "The greatest number, length or count; of a file, bytes."),
    ManifestField(name: "choices", type: "string[]?", doc: "The values that are allowed."),
    ManifestField(name: "doc", type: "string?", doc: "One sentence that says what it does."),
  ]
}
