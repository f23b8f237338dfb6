/// A file that a plugin asked to have written below the output folder.
public struct PluginFile: Hashable, Sendable {
  /// The path relative to the output folder; never absolute, never with `..`.
  public var name: String
  public var bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
