import PluginHost

/// Whether the plugins of a run are what `ibid add` brought.
public struct LockCheck {
  /// What a person should know before the plugins run, each as compilers write it.
  public private(set) var warnings: [String] = []

  /// Compares plugins with the locks of the folders that they lie in.
  ///
  /// - Parameter paths: the plugins' Lua files.
  public init(_ paths: [String]) {
    for path in paths { check(path) }
  }

  /// What to do about a plugin whose files are not those of the lock, or gone.
  public static func remedy(_ entry: PluginLock.Entry, in folder: String) -> String {
    let place = folder == "plugins" ? "" : " --in \(folder)"
    return "ibid add \(entry.source) --replace\(place) brings back what was added"
  }

  private mutating func check(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    // A plugin of one file was not added: those are folders.
    guard parts.count >= 3, parts.last == "plugin.lua" else { return }
    let folder = parts.dropLast(2).joined(separator: "/")
    do throws(RunError) {
      let lock = try PluginLock(folder: folder)
      guard let entry = lock[String(parts[parts.count - 2])] else { return }
      guard PluginStore(folder: folder).state(of: entry) == .changed else { return }
      let text = PlacedMessage(
        path: "\(folder)/\(entry.name)", source: nil, offset: nil, level: "warning",
        message: "its files are not those that were added from \(entry.source)",
        code: "plugin-changed", hint: LockCheck.remedy(entry, in: folder)
      ).text
      warnings.append(String(text.dropLast()))
    } catch {
      warnings.append("ibid: warning: \(error.message)")
    }
  }
}
