import PluginHost
import Testing

@testable import BatchRunner

struct RunConfigurationTests {
  /// A folder with the plugins `one` and `two`.
  private static func locator(_ folder: borrowing TemporaryFolder) throws -> PluginLocator {
    for name in ["one", "two"] { try folder.write("return {}", to: "\(name)/plugin.lua") }
    return PluginLocator(searchPath: [folder.path])
  }

  @Test(arguments: [
    (["one"], ["a=1", "one.b=2=3"], ["a=1 b=2=3"]),
    (["one,two"], ["two.a=", "one.a=x"], ["a=x", "a="]),
    (["two", "one"], [], ["", ""]),
  ])
  func settings(_ plugins: [String], _ settings: [String], _ expected: [String]) throws {
    let folder = TemporaryFolder()
    let resolved = try RunConfiguration(plugins: plugins, settings: settings)
      .resolve(try RunConfigurationTests.locator(folder))
    #expect(
      resolved.map { $0.settings.map { "\($0.name)=\($0.value)" }.joined(separator: " ") }
        == expected)
  }

  @Test func pluginsByPathAreCalledByTheirFolder() throws {
    let folder = TemporaryFolder()
    let locator = try RunConfigurationTests.locator(folder)
    let plugins = ["\(folder.path)/one/plugin.lua", "\(folder.path)/two"]
    let resolved = try RunConfiguration(plugins: plugins, settings: ["one.a=1", "two.b=2"]).resolve(
      locator)
    #expect(resolved.map(\.settings.count) == [1, 1])
  }

  @Test(arguments: [
    ([], [], RunError.noPlugin), (["one,one"], [], .pluginTwice("one")),
    (["one"], ["a"], .badSetting("a", problem: "expected name=value", hint: nil)),
    (["one"], ["=1"], .badSetting("=1", problem: "expected name=value", hint: nil)),
    (
      ["one,two"], ["a=1"],
      .badSetting("a=1", problem: "this run has several plugins", hint: "say which: one.a=1")
    ),
    (
      ["one,two"], ["tow.a=1"],
      .badSetting("tow.a=1", problem: "this run has no plugin 'tow'", hint: "did you mean 'two'?")
    ),
  ])
  func mistakes(_ plugins: [String], _ settings: [String], _ expected: RunError) throws {
    let folder = TemporaryFolder()
    let locator = try RunConfigurationTests.locator(folder)
    #expect(throws: expected) {
      _ = try RunConfiguration(plugins: plugins, settings: settings).resolve(locator)
    }
  }
}
