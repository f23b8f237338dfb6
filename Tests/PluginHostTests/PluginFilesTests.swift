import Glibc
import PluginHost
import Testing

/// What a plugin may read and write, and where plugins are found.
@Suite struct PluginFilesTests {
  @Test func requireSeesThePluginsOwnFolder() throws {
    let plugin = TemporaryPlugin(
      "local lib = require 'lib.names'\nreturn { name = 'x', article = function() return lib.say(require('ibid') == ibid) end }",
      files: [
        "lib/names.lua": "local M = {}\nfunction M.say(x) return { 'hello', x } end\nreturn M"
      ])
    #expect(try plugin.run().text == "[\"hello\",true]")
  }

  @Test(arguments: ["link", "fifo", "folder", "bytecode"])
  func requireRefuses(_ kind: String) throws {
    let plugin = TemporaryPlugin(article: "return require '\(kind)'")
    switch kind {
    case "link": symlink("/etc/hostname", "\(plugin.folder)/link.lua")
    case "fifo": mkfifo("\(plugin.folder)/fifo.lua", 0o644)
    case "folder": mkdir("\(plugin.folder)/folder.lua", 0o755)
    default: plugin.write("bytecode.lua", "\u{1B}Lua")
    }
    let record = try plugin.run()
    #expect(record.status == .error)
    let expected = [
      "link": "module 'link': a symbolic link", "fifo": "module 'fifo': not a regular file",
      "folder": "module 'folder': not a regular file",
      "bytecode": "attempt to load a binary chunk (mode is 't')",
    ]
    #expect(
      record.error?.message.hasSuffix(expected[kind]!) == true, "\(record.error?.message ?? "")")
  }

  @Test func namedFilesAreRead() throws {
    let plugin = TemporaryPlugin(
      article: "return ibid.csv.decode(ibid.read_file 'data/terms.csv')",
      fields: "reads = { 'data/terms.csv' },",
      files: ["data/terms.csv": "a,\"b \"\"c\"\"\"\r\n1,2\n"])
    #expect(try plugin.run().text == "[[\"a\",\"b \\\"c\\\"\"],[\"1\",\"2\"]]")
  }

  @Test func linkedFileIsRefused() throws {
    let plugin = TemporaryPlugin(
      article: "return ibid.read_file 'x.csv'", fields: "reads = { 'x.csv' },")
    symlink("/etc/hostname", "\(plugin.folder)/x.csv")
    #expect(try plugin.run().error?.message == "cannot read 'x.csv': a symbolic link")
  }

  @Test func filesAreHandedOverWhereThePluginReturned() throws {
    let session = try TemporaryPlugin(
      article:
        "ibid.write_file('a/b.txt', 'one')\nibid.write_file('a/b.txt', 'two')\nif article.path == 'other.txt' then error 'x' end",
      fields: "writes = true,"
    ).session()
    #expect(session.run(on: Fixture.article).files == ["a/b.txt"])
    #expect(session.files == [PluginFile(name: "a/b.txt", bytes: Array("two".utf8))])
    #expect(session.run(on: Fixture.other).files == [])
    #expect(session.files == [])
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../b", "a//b", "./a", "a\\\\b", "a\\0b", "a\\nb", "a/",
  ])
  func fileNamesStayBelowTheFolder(_ name: String) throws {
    let record = try TemporaryPlugin(
      article: "ibid.write_file('\(name)', '')", fields: "writes = true,"
    ).run()
    #expect(record.status == .error)
    #expect(record.error?.message.hasPrefix("cannot write '") == true)
  }

  @Test(arguments: ["missing", "folder", "fifo", "/dev/zero", "nul\0name"])
  func unreadablePluginIsAnError(_ kind: String) throws {
    let plugin = TemporaryPlugin("")
    let path = kind.hasPrefix("/") ? kind : "\(plugin.folder)/\(kind).lua"
    if kind == "folder" { mkdir(path, 0o755) }
    if kind == "fifo" { mkfifo(path, 0o644) }
    let error = #expect(throws: PluginError.self) { try PluginSession(path: path) }
    guard case .unreadable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func printIsPassedOnAndCapped() throws {
    var lines: [String] = []
    var limits = Limits()
    limits.print = 20
    let plugin = TemporaryPlugin(
      article:
        "print('a', 1, nil)\nibid.log('b')\nif article.path == 'other.txt' then while true do print('x') end end"
    )
    let session = try plugin.session(limits: limits) { lines.append($0) }
    #expect(session.run(on: Fixture.article).status == .ok)
    #expect(lines == ["a\t1\tnil", "b"])
    let record = session.run(on: Fixture.other)
    #expect(record.status == .error)
    #expect(record.error?.message == "the plugin printed more than its 20 bytes")
  }

  @Test func locatorFindsByNameAndPath() throws {
    let root = TemporaryPlugin(
      "", files: ["counting/plugin.lua": "", "single.lua": "", "empty/readme": ""])
    let locator = PluginLocator(searchPath: ["/nowhere", root.folder])
    #expect(try locator.find("counting") == "\(root.folder)/counting/plugin.lua")
    #expect(try locator.find("single") == "\(root.folder)/single.lua")
    #expect(try locator.find("\(root.folder)/counting") == "\(root.folder)/counting/plugin.lua")
    #expect(try locator.find("\(root.folder)/counting/") == "\(root.folder)/counting/plugin.lua")
    #expect(try locator.find("\(root.folder)/single.lua") == "\(root.folder)/single.lua")
    #expect(locator.all().map(\.name) == ["counting", "plugin", "single"])
  }

  @Test(arguments: [
    ("cuonting", "error: no plugin 'cuonting'\n  hint: did you mean 'counting'?\n  searched: ROOT"),
    ("xyzzy", "error: no plugin 'xyzzy'\n  searched: ROOT"),
    ("..", "error: no plugin '..'"), ("./nope.lua", "error: no plugin './nope.lua'"),
    ("", "error: no plugin ''\n  searched: ROOT"),
  ])
  func locatorNamesWhatItSearched(_ name: String, _ expected: String) {
    let root = TemporaryPlugin("", files: ["counting/plugin.lua": ""])
    let error = #expect(throws: PluginError.self) {
      try PluginLocator(searchPath: [root.folder]).find(name)
    }
    #expect(
      error?.description == expected.split(separator: "ROOT").joined()
        + (expected.hasSuffix("ROOT") ? root.folder : ""))
  }
}
