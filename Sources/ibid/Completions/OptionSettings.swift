import PluginHost

/// What a shell offers after `--set`: the options of the plugins on the command line.
enum OptionSettings {
  /// `name=` for each option of each plugin that is named, with its choices once the name is there.
  @Sendable static func complete(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let options = words.dropFirst().filter { !$0.hasPrefix("-") }.flatMap { word in
      word.split(separator: ",").flatMap { OptionSettings.options(of: String($0)) }
    }
    guard let equals = prefix.firstIndex(of: "=") else { return options.map { "\($0.name)=" } }
    let name = prefix[..<equals]
    let option = options.first { $0.name == name }
    let values = option?.choices ?? (option?.type == .boolean ? ["true", "false"] : [])
    return values.map { "\(name)=\($0)" }
  }

  private static func options(of plugin: String) -> [OptionDeclaration] {
    guard let path = try? PluginLocator.standard().find(plugin) else { return [] }
    return (try? PluginSession(path: path).manifest.options) ?? []
  }
}
