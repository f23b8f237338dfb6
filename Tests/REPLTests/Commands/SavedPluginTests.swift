import PluginHost
import ScratchFolders
import TerminalTesting
import Testing

@testable import REPL

/// Sessions that become plugins.
@Suite struct SavedPluginTests {
  /// The plugin of a session, and what it gives for the sample article.
  private func saved(_ typed: [String]) throws -> (source: String, record: Record) {
    let said = Said()
    let workspace = try Workspace.sample(said)
    for text in typed { #expect(workspace.handle(text) == .done, "\(text): \(said.complaints)") }
    let plugin = SavedPlugin(
      name: "saved", record: workspace.record, globals: workspace.session.globalNames)
    let folder = PromptSession.makeFolder()
    defer { withExtendedLifetime(folder) {} }
    PromptSession.write(plugin.source, to: "\(folder.path)/saved.lua")
    let record = try PluginSession(path: "\(folder.path)/saved.lua").run(on: Sample.article())
    return (plugin.source, record)
  }

  @Test(arguments: [
    (["function twice(n) return n * 2 end", "twice(21)"], "42"),
    (["local n = 3", "n = n + 1", "n"], "4"),
    (["x = 1", "article.title", "x + 1"], "2"),
    (["x = 1", "x", "x = 5"], "1"),
    (["6 * 7", "kept = _", "kept"], "42"),
    (["6, 7", "_1 * _2"], "42"),
    (["t = {}", "table.insert(t, 'a')", "t"], "[\"a\"]"),
    (["s = [[\nfirst\n  second]]", "s"], "\"first\\n  second\""),
    (["#articles"], "1"), (["=article.title"], "\"Lamps of the delta\""),
    (["local a <const> = 1", "('x'):len()"], "1"),
    (["f = function() g = 9 end", "f()", "g"], "9"),
    (["local p = article.paragraphs[1] return p.line"], "3"),
    (["-- only a word", "1"], "1"),
  ])
  func giveTheirLastValue(typed: [String], result: String) throws {
    let (source, record) = try saved(typed)
    #expect(record.status == .ok, "\(String(describing: record.error))\n\(source)")
    #expect(record.result.map { String(decoding: $0, as: UTF8.self) } == result, "\(source)")
  }

  @Test func leavesOutWhatWasOnlyLookedAt() throws {
    let (source, _) = try saved(["article.paragraphs", "n = 1", "article:count 'words'", "n"])
    #expect(!source.contains("paragraphs") && !source.contains("words"))
  }

  @Test(arguments: [
    ("ratio.lua", "ratio"), ("a/b/My Notes.lua", "my-notes"), ("2024.lua", "plugin-2024"),
    ("x", "x"), ("été.lua", "plugin---t--"),
  ])
  func areNamedByTheirFile(path: String, name: String) {
    #expect(FilePath.pluginName(path) == name)
  }

  @Test func areTriedAtOnceAndNotWrittenOverOthers() throws {
    let said = Said()
    let workspace = try Workspace.sample(said)
    let folder = PromptSession.makeFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = "\(folder.path)/own.lua"
    #expect(workspace.handle(":save \(path)") == .failed)
    #expect(said.complaints.first == "error: nothing is defined yet")
    _ = workspace.handle("article.paragraphs[1]")
    #expect(workspace.handle(":save \(path)") == .failed)
    #expect(said.complaints.contains("it does not run as it stands:"))
    _ = workspace.handle("article.paragraphs[1].line")
    #expect(workspace.handle(":save \(path)") == .done)
    let other = try Workspace.sample(said)
    _ = other.handle("1")
    #expect(other.handle(":save \(path)") == .failed)
    #expect(
      said.complaints.suffix(2) == ["error: '\(path)' is there already", "hint: take another name"])
  }

  @Test func findTheSourceOfTypedFunctions() throws {
    let said = Said()
    let workspace = try Workspace.sample(said)
    _ = workspace.handle("function twice(n)\n  return n * 2\nend")
    _ = said.take()
    _ = workspace.handle("??twice")
    #expect(said.take().suffix(3) == [" 1 │ function twice(n)", " 2 │   return n * 2", " 3 │ end"])
    _ = workspace.handle("?twice")
    #expect(said.take().last == "  ??twice shows its source")
  }
}
