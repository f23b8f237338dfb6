import Glibc

/// Where caches lie.
public enum CacheFolder {
  /// `$XDG_CACHE_HOME/ibid`, or `~/.cache/ibid`; `nil` where the environment names neither.
  public static var standard: String? {
    if let base = environment("XDG_CACHE_HOME"), base.hasPrefix("/") { return "\(base)/ibid" }
    return environment("HOME").map { "\($0)/.cache/ibid" }
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
