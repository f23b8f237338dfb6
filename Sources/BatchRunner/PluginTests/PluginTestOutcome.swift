/// How a test of a plugin went.
public struct PluginTestOutcome: Sendable {
  public let test: PluginTest
  /// What is wrong, a line each; none where the test passes.
  public let problems: [String]
  /// Whether what is expected was written anew.
  public var isUpdated = false

  public var hasPassed: Bool { problems.isEmpty }
}
