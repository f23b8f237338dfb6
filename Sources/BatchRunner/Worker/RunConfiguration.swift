import Glibc
public import PluginHost

/// What a run does with each article: plugins, their settings and limits, as the command line gives them.
///
/// It is kept as text, because the supervisor hands it on to its workers as arguments.
public struct RunConfiguration: Sendable {
  /// Names or paths of plugins, in the order of the records of one input.
  public var plugins: [String]
  /// `name=value`, or `plugin.name=value` where there are several plugins.
  public var settings: [String]
  /// Such as `cpu=10s,memory=1G`; `nil` for the defaults.
  public var limits: String?
  /// The folder below which plugins write files; `nil` where they may not.
  public var outputFolder: String?
  /// Whether the files that plugins write travel in their records.
  public var sendsFiles = false
  /// Whether a plugin may open a prompt on the terminal; for one worker only.
  public var canPrompt = false
  /// Whether workers find out where the plugins spend their time.
  public var isProfiled = false
  /// How workers pass on what plugins print.
  public var logForm = Log.Form.text
  /// The keys of documents in JSON Lines.
  public var fields = DocumentFields()

  /// Makes a configuration; a comma separates names of plugins.
  public init(
    plugins: [String], settings: [String] = [], limits: String? = nil, outputFolder: String? = nil
  ) {
    self.plugins = plugins.flatMap { $0.split(separator: ",").map(String.init) }
    self.settings = settings
    self.limits = limits
    self.outputFolder = outputFolder
  }

  /// One plugin of a run, found, with its own settings.
  public struct Plugin: Sendable {
    /// The path of its Lua file.
    public var path: String
    public var settings: [(name: String, value: String)]
  }

  /// Whether a plugin may ask for a prompt: its file has the word, as `ibid.prompt()` has.
  public var mentionsPrompt: Bool {
    let plugins = (try? resolve()) ?? []
    return plugins.contains { CachedPlugin($0, canWrite: false, canPrompt: true).mayPrompt }
  }

  /// The limits as values.
  public func parsedLimits() throws(PluginError) -> Limits {
    guard let limits else { return Limits() }
    return try Limits(parsing: limits)
  }

  /// Finds the plugins and gives each its settings.
  public func resolve(_ locator: PluginLocator = .standard()) throws -> [Plugin] {
    guard !plugins.isEmpty else { throw RunError.noPlugin }
    var found: [Plugin] = []
    for name in plugins {
      let path = try locator.find(name)
      if found.contains(where: { $0.path == path }) { throw RunError.pluginTwice(name) }
      found.append(Plugin(path: path, settings: []))
    }
    let names = plugins.map(RunConfiguration.shortName)
    for setting in settings {
      let (index, name, value) = try RunConfiguration.split(setting, among: names)
      found[index].settings.append((name, value))
    }
    return found
  }

  /// How the command line names a plugin, and the settings that are meant for it.
  func plugin(called name: String) -> (word: String, settings: [String])? {
    guard let word = plugins.first(where: { RunConfiguration.shortName($0) == name }) else {
      return nil
    }
    let own = settings.filter { plugins.count == 1 || $0.hasPrefix("\(name).") }
    return (word, own)
  }

  /// The name of a plugin that is given by path: that of its folder or file.
  static func shortName(_ plugin: String) -> String {
    if plugin == "." || plugin == "./plugin.lua", let folder = realpath(".", nil) {
      defer { free(folder) }
      return shortName(String(cString: folder))
    }
    var parts = plugin.split(separator: "/")
    if parts.count > 1, parts.last == "plugin.lua" { parts.removeLast() }
    let last = String(parts.last ?? "")
    return last.hasSuffix(".lua") ? String(last.dropLast(4)) : last
  }

  private static func split(
    _ setting: String, among plugins: [String]
  ) throws(RunError) -> (plugin: Int, name: String, value: String) {
    guard let equals = setting.firstIndex(of: "="), equals > setting.startIndex else {
      throw .badSetting(setting, problem: "expected name=value", hint: nil)
    }
    let key = setting[..<equals]
    let value = String(setting[setting.index(after: equals)...])
    if let dot = key.lastIndex(of: ".") {
      let plugin = String(key[..<dot])
      guard let index = plugins.firstIndex(of: plugin) else {
        let near = suggestion(for: plugin, among: plugins).map { "did you mean '\($0)'?" }
        throw .badSetting(setting, problem: "this run has no plugin '\(plugin)'", hint: near)
      }
      return (index, String(key[key.index(after: dot)...]), value)
    }
    guard plugins.count == 1 else {
      throw .badSetting(
        setting, problem: "this run has several plugins",
        hint: "say which: \(plugins[0]).\(setting)")
    }
    return (0, String(key), value)
  }
}
