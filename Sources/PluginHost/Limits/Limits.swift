/// What one plugin may use for one article.
public struct Limits: Hashable, Sendable {
  /// Processor time.
  public var cpu: Duration = .seconds(2)
  /// Memory of the Lua state, in bytes.
  public var memory = 256 << 20
  /// Size of the result as JSON text, in bytes.
  public var result = 16 << 20
  /// Text that `print` and `ibid.log` pass on, in bytes.
  public var print = 1 << 20

  /// Makes the limits that hold where nothing else is said.
  public init() {}
}
