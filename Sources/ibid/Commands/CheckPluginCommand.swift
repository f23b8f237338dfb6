import ArgumentParser
import ArticleModel
import BatchRunner
import PluginChecker
import PluginHost

/// `ibid check-plugin`: mistakes that show without running a plugin.
struct CheckPluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-plugin", abstract: "Look for mistakes in plugins without running them.",
    discussion: """
      Finds errors of syntax, names that nothing declares, members that the API does not have, options that the \
      manifest does not declare or the plugin does not read, missing descriptions and files. The plugin's file is \
      loaded for its manifest; its functions are not called.

      Exit status: 0 where there is nothing above the level info, 1 where there is, 2 where no plugin is found.
      """)

  @Argument(
    help: NamedPlugins.help,
    completion: .custom(PluginNames.complete))
  var names: [String] = []

  func run() throws {
    let paths = try NamedPlugins.find(names).map(\.path)
    if paths.isEmpty { throw RunError.noPlugins(PluginLocator.standard().searchPath) }
    var counts: [Severity: Int] = [:]
    for path in paths {
      let check = PluginCheck(path: path)
      for finding in check.findings {
        counts[finding.level, default: 0] += 1
        print(CheckPluginCommand.text(finding, check), terminator: "")
      }
    }
    let errors = counts[.error] ?? 0
    let warnings = counts[.warning] ?? 0
    let what = paths.count == 1 ? "1 plugin" : "\(paths.count) plugins"
    print(
      "\(what): \(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings")")
    if errors + warnings > 0 { throw ExitCode(1) }
  }

  private static func text(_ finding: CheckFinding, _ check: PluginCheck) -> String {
    let hasPlace = finding.range.upperBound > 0
    return PlacedMessage(
      path: finding.path, source: check.sources[finding.path],
      offset: hasPlace ? finding.range.lowerBound : nil, level: finding.level.rawValue,
      message: finding.message, code: finding.code.rawValue, hint: finding.hint
    ).text
  }
}
