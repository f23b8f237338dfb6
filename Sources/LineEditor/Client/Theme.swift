/// The look of each role, as the parameters of an SGR escape sequence (`"1;34"` is bold blue).
public struct Theme: Sendable {
  private var parameters: [String]

  /// Makes a theme in which every role that is not named looks like plain text.
  public init(_ looks: [StyleRole: String]) {
    parameters = StyleRole.allCases.map { looks[$0] ?? "" }
  }

  /// The SGR parameters of a role; empty for plain text.
  public subscript(role: StyleRole) -> String {
    get { parameters[Int(role.rawValue)] }
    set { parameters[Int(role.rawValue)] = newValue }
  }

  /// Text between the escape sequences of a role; the bare text where the role has no look.
  public func styled(_ text: String, as role: StyleRole) -> String {
    self[role].isEmpty ? text : "\u{1B}[\(self[role])m\(text)\u{1B}[m"
  }

  /// Sixteen-colour looks that stay readable on light and on dark backgrounds.
  public static let standard = Theme([
    .prompt: "1;34", .continuationPrompt: "34",
    .keyword: "35", .string: "32", .number: "36", .comment: "2", .constant: "36",
    .function: "34", .command: "1", .error: "31",
    .matchingBracket: "1;4", .unmatchedBracket: "31",
    .hint: "2", .searchMatch: "7", .menuSelection: "7", .status: "2", .control: "7",
  ])

  /// Looks without any colour, for `NO_COLOR`: a hint still has to differ from typed text.
  public static let monochrome = Theme([
    .prompt: "1", .command: "1", .matchingBracket: "1;4",
    .hint: "2", .searchMatch: "7", .menuSelection: "7", .status: "2", .control: "7",
  ])
}
