public import ArticleModel

/// Something that is wrong or doubtful in a plugin, with its place.
public struct CheckFinding: Hashable, Sendable {
  /// The path of the file, as it was reached.
  public var path: String
  /// UTF-8 bytes in the file; empty where the file as a whole is meant.
  public var range: Range<Int>
  public var level: Severity
  /// A stable name of what is wrong.
  public var code: CheckCode
  /// One sentence for people, without a full stop.
  public var message: String
  /// What to do about it.
  public var hint: String?
}

/// What a check can find; codes are added, never renamed.
public enum CheckCode: String, CaseIterable, Sendable {
  /// The file is not Lua.
  case syntaxError = "syntax-error"
  /// A file of the plugin cannot be read.
  case unreadableFile = "unreadable-file"
  /// The plugin raises while it loads, or a field of its manifest is wrong.
  case badManifest = "bad-manifest"
  /// A name that is neither a variable nor a global of the sandbox.
  case undeclaredGlobal = "undeclared-global"
  /// A variable that is declared nowhere is assigned to.
  case assignedGlobal = "assigned-global"
  /// A type of the API or a library has no such member.
  case unknownMember = "unknown-member"
  /// A method is reached by a dot, or a field is called.
  case wrongCall = "wrong-call"
  /// A member of an article is assigned to.
  case readOnly = "read-only"
  /// `count` does not know the unit.
  case unknownUnit = "unknown-unit"
  /// A table with fixed fields has another.
  case unknownField = "unknown-field"
  /// An option that the manifest does not declare is read.
  case undeclaredOption = "undeclared-option"
  /// An option is declared and never read.
  case unusedOption = "unused-option"
  /// An option says nothing of what it does.
  case missingDoc = "missing-doc"
  case missingSummary = "missing-summary"
  case missingVersion = "missing-version"
  /// A file that the manifest names is not there.
  case missingFile = "missing-file"
  /// A module that is required is not there.
  case missingModule = "missing-module"
  /// A file is read or written without a word in the manifest.
  case undeclaredFile = "undeclared-file"
  /// The plugin has no tests.
  case missingTest = "missing-test"
}
