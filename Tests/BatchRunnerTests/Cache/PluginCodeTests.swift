import Testing

@testable import BatchRunner

struct PluginCodeTests {
  @Test func aPluginInAFolderHasAllItsModules() throws {
    let folder = TemporaryFolder()
    let names = ["plugin.lua", "b.lua", "a.lua", "parts/c.lua", "notes.txt", ".hidden.lua"]
    for name in names { try folder.write("return {}", to: "p/\(name)") }
    let code = PluginCode(plugin: "\(folder.path)/p/plugin.lua")
    let found = code?.paths.map { String($0.dropFirst(folder.path.count)) }
    #expect(
      found == ["/p/plugin.lua", "/p/a.lua", "/p/b.lua", "/p/parts/c.lua"])
  }

  @Test(arguments: [
    ("return {}", 1), ("local m = require 'm'", 2), ("_ENV['req' .. 'uire']('m')", 2),
    ("for k, v in pairs(_G) do end", 2), ("load('return ' .. x)", 2),
  ])
  func aSingleFileIsAloneUnlessItLoadsOthers(_ source: String, _ count: Int) throws {
    let folder = TemporaryFolder()
    try folder.write(source, to: "x.lua")
    try folder.write("return 1", to: "m.lua")
    #expect(PluginCode(plugin: "\(folder.path)/x.lua")?.paths.count == count)
  }
}
