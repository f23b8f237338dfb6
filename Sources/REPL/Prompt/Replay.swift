/// The part of a batch that a prompt runs again.
public struct Replay: Hashable, Sendable {
  /// Names or paths of plugins; a comma separates several.
  public var plugins: [String]
  /// `name=value`, or `plugin.name=value` where there are several plugins.
  public var settings: [String]
  /// Such as `cpu=10s,memory=1G`; `nil` for the defaults.
  public var limits: String?

  /// Makes a replay.
  public init(plugins: [String], settings: [String] = [], limits: String? = nil) {
    self.plugins = plugins
    self.settings = settings
    self.limits = limits
  }
}
