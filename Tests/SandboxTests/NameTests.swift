import ArticleModel
import Glibc
import Testing

/// Case 33: names and paths of plugins, articles and files that lead elsewhere or are no files at all.
@Suite struct NameTests {
  private static let harmless = "return { name = \"p\", article = function() return true end }"

  /// Plugins that cannot be one: a message that names them, status 2, at once.
  @Test(arguments: [
    ("missing.lua", "error: no plugin './missing.lua'"),
    ("../nowhere/plugin", "error: no plugin './../nowhere/plugin'"),
    ("fifo.lua", "./fifo.lua: error: not a regular file"),
    ("folder.lua", "error: no plugin './folder.lua'"),
    ("empty.lua", "./empty.lua: error: the plugin returns nothing"),
    ("zero.lua", "./zero.lua: error: not a regular file"),
    ("dangling.lua", "error: no plugin './dangling.lua'"),
    (
      "bad-utf8.lua",
      "./bad-utf8.lua:1:1: error: '\u{FFFD}' cannot stand in Lua outside of strings"
    ),
    ("nul.lua", "./nul.lua:1:1: error: unexpected symbol"),
    ("bytecode.lua", "./bytecode.lua: error: attempt to load a binary chunk (mode is 't')"),
  ])
  func pluginIsRefused(_ name: String, _ message: String) {
    let scratch = Scratch()
    let path = "\(scratch.path)/\(name)"
    switch name {
    case "fifo.lua": mkfifo(path, 0o644)
    case "folder.lua": mkdir(path, 0o755)
    case "empty.lua": Files.write("", to: path)
    case "zero.lua": symlink("/dev/zero", path)
    case "dangling.lua": symlink("/nowhere/at/all", path)
    case "bad-utf8.lua": write([0xFF, 0xFE, 0x0A], to: path)
    case "nul.lua": write([0, 0], to: path)
    case "bytecode.lua": write(Array("\u{1B}Lua".utf8) + [0x54, 0], to: path)
    default: break
    }
    let end = scratch.run(["./\(name)"], limits: [:])
    #expect(end.status == 2 && !end.isLate)
    #expect(end.output == "")
    #expect(end.errors.contains(message), "\(end.errors)")
  }

  /// A name that is a path leads nowhere else than that path.
  @Test(arguments: ["/etc/passwd", "/dev/zero", "/proc/self/mem", "."])
  func systemFilesAreNoPlugins(_ path: String) {
    let end = Scratch().run([path], limits: [:])
    #expect(end.status == 2 && !end.isLate)
    #expect(end.output == "")
    #expect(!end.errors.contains("root:x:0"))
  }

  /// Articles that are no files: each a record of its own, the others are read.
  @Test func articlesThatAreNoFiles() throws {
    let scratch = Scratch()
    Files.write(NameTests.harmless, to: "\(scratch.path)/p.lua")
    mkdir("\(scratch.path)/folder", 0o755)
    mkfifo("\(scratch.path)/folder/fifo.txt", 0o644)
    symlink("/dev/zero", "\(scratch.path)/folder/zero.txt")
    symlink("/nowhere", "\(scratch.path)/dangling.txt")
    write([0xFF, 0xFE, 0x00], to: "\(scratch.path)/odd.txt")
    Files.write("", to: "\(scratch.path)/empty.txt")
    // What is found in a folder is read only where it is a file.
    let names = ["a.txt", "dangling.txt", "odd.txt", "empty.txt", "c.txt"]
    let end = scratch.run(["run", "./p.lua", "folder"] + names + ["-q", "-j", "2"])
    #expect(!end.isLate)
    let records = try end.records()
    #expect(records.map { $0["input"]?.string } == names)
    #expect(
      records.map { $0["status"]?.string }
        == ["ok", "error", "ok", "ok", "ok"], "\(end.output)")
  }

  /// What a manifest names in `reads`: below the plugin's folder, regular, and no link on the way.
  @Test(arguments: [
    ("../secret.txt", nil),
    ("/etc/passwd", nil),
    ("link.txt", "cannot read 'link.txt': a symbolic link"),
    ("linked/secret.txt", "cannot read 'linked/secret.txt': Not a directory"),
    ("fifo", "cannot read 'fifo': not a regular file"),
    ("folder", "cannot read 'folder': not a regular file"),
    ("missing", "cannot read 'missing': no such file"),
    ("a\\0b", nil),
  ])
  func readsStayInTheFolder(_ name: String, _ message: String?) throws {
    let scratch = Scratch()
    let folder = "\(scratch.path)/p"
    mkdir(folder, 0o755)
    Files.write("secret", to: "\(scratch.path)/secret.txt")
    symlink("../secret.txt", "\(folder)/link.txt")
    symlink("..", "\(folder)/linked")
    mkfifo("\(folder)/fifo", 0o644)
    mkdir("\(folder)/folder", 0o755)
    Files.write(
      """
      return { name = "p", reads = { "\(name)" }, article = function() return ibid.read_file "\(name)" end }
      """, to: "\(folder)/plugin.lua")
    let end = scratch.run(["./p"], limits: [:])
    #expect(!end.isLate && !end.output.contains("secret\""))
    guard let message else {
      #expect(end.status == 2)
      #expect(end.errors.contains("manifest field 'reads'"), "\(end.errors)")
      return
    }
    #expect(try end.records().first?["error"]?["message"]?.string == message)
  }

  /// Only what the manifest names, and only once it is known.
  @Test func readsAreDeclared() throws {
    let scratch = Scratch()
    mkdir("\(scratch.path)/p", 0o755)
    Files.write("one", to: "\(scratch.path)/p/one.txt")
    Files.write("two", to: "\(scratch.path)/p/two.txt")
    Files.write(
      """
      local early = { pcall(ibid.read_file, "one.txt") }
      return {
        name = "p", reads = { "one.txt" },
        article = function()
          return { early[1], ibid.read_file "one.txt", (pcall(ibid.read_file, "two.txt")) }
        end,
      }
      """, to: "\(scratch.path)/p/plugin.lua")
    let end = scratch.run(["./p"], limits: [:])
    #expect(try end.records().first?["result"]?.line == "[false,\"one\",false]")
    let shown = scratch.run(["plugins", "./p"])
    #expect(shown.output.contains("Reads one.txt in its folder.\n"), "\(shown.output)")
  }

  private func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  }
}
