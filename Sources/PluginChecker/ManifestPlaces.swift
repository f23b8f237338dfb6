import LuaSource

/// Where the fields of a plugin's table are written.
public struct ManifestPlaces {
  /// The bytes of the plugin's file.
  public let source: [UInt8]
  private let table: PluginTable

  /// Reads a plugin's file; `nil` where it cannot be read or is not Lua.
  public init?(path: String) {
    guard let source = try? PluginFiles.read(path),
      let file = try? CheckedFile(path: path, source: source)
    else { return nil }
    self.source = source
    table = PluginTable(file, LuaScopes(file.block))
  }

  /// The bytes of the key of a dotted field such as `options.top.type`, or of its outermost part that is there.
  public func place(of field: String) -> Range<Int>? { table.place(of: field) }
}
