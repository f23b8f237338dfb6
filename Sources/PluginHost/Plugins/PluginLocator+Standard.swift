import Glibc

extension PluginLocator {
  /// The usual search path: `./plugins`, `$XDG_DATA_HOME/ibid/plugins`, and the installed set.
  ///
  /// The installed set is the folder `plugins` beside the executable or in one of the folders above
  /// it, or `share/ibid/plugins` there.
  public static func standard() -> PluginLocator {
    var folders = ["plugins"]
    if let user = userFolder() { folders.append(user) }
    if let installed = installedFolder() { folders.append(installed) }
    return PluginLocator(searchPath: folders)
  }

  private static func userFolder() -> String? {
    if let base = environment("XDG_DATA_HOME"), base.hasPrefix("/") {
      return "\(base)/ibid/plugins"
    }
    return environment("HOME").map { "\($0)/.local/share/ibid/plugins" }
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func installedFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0, count < buffer.count else { return nil }
    var folder = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      for place in ["plugins", "share/ibid/plugins"] {
        let candidate = "\(folder)/\(place)"
        if hasPlugin(candidate) { return candidate }
      }
    }
    return nil
  }

  /// Whether a folder holds a plugin; many a system has a folder `plugins` that means something
  /// else.
  private static func hasPlugin(_ folder: String) -> Bool {
    !PluginLocator(searchPath: [folder]).all().isEmpty
  }
}
