import PluginHost

/// The plugins that a shell offers where a plugin is named.
enum PluginNames {
  /// The names on the search path that can follow what is typed; after a comma, the next of a list.
  @Sendable static func complete(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let names = PluginLocator.standard().all().map(\.name)
    guard let comma = prefix.lastIndex(of: ",") else { return names }
    let taken = prefix[...comma]
    let before = taken.split(separator: ",")
    return names.filter { !before.contains($0[...]) }.map { taken + $0 }
  }
}
