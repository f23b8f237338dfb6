import Testing

@testable import BatchRunner

/// Packs that are damaged in every way; `Tests/Commands/pack.md` has what people do with them.
@Suite struct PluginPackTests {
  private static let plugin =
    #"return { name = "size", article = function(a) return #a.source end }"#

  private static func makePack(
    _ folder: borrowing TemporaryFolder
  ) throws -> (pack: PluginPack, path: String) {
    try folder.write(plugin, to: "size/plugin.lua")
    let name = String(repeating: "long-", count: 40) + "name.lua"
    try folder.write("return 1", to: "size/\(name)")
    let pack = try PluginPack(
      of: [.init(path: "\(folder.path)/size/plugin.lua", settings: [])])
    let path = "\(folder.path)/\(pack.fileName)"
    try pack.write(to: path)
    return (pack, path)
  }

  @Test func readsWhatItWrites() throws {
    let folder = TemporaryFolder()
    let (pack, path) = try PluginPackTests.makePack(folder)
    let read = try PluginPack(path: path)
    #expect(read.plugins == [.init(name: "size", path: "size/plugin.lua")])
    #expect(read.files.map(\.name) == pack.files.map(\.name))
    #expect(read.files.map(\.bytes) == pack.files.map(\.bytes))
    #expect(read.hash == pack.hash)
    #expect(read.fileCount == 2)
  }

  /// Under a name without a hash too no byte of the index or of a file can be another, and none can be missing.
  @Test func noticesDamage() throws {
    let folder = TemporaryFolder()
    let (pack, path) = try PluginPackTests.makePack(folder)
    let whole = try FileContents.read(path: path)
    let damaged = "\(folder.path)/damaged.ibidpack"
    var refused = 0
    for place in stride(from: 0, to: whole.count - 1024, by: 5) {
      var bytes = whole
      bytes[place] ^= 0x55
      try AtomicFile.write(bytes, to: damaged)
      guard let read = try? PluginPack(path: damaged) else {
        refused += 1
        continue
      }
      // What is left over are the zeros that fill blocks and words that mean nothing, such as modes.
      #expect(read.files.map(\.bytes) == pack.files.map(\.bytes))
    }
    #expect(refused > 100)
    for count in stride(from: 0, to: whole.count - 1024, by: 97) {
      try AtomicFile.write(Array(whole[..<count]), to: damaged)
      #expect(throws: RunError.self) { try PluginPack(path: damaged) }
    }
  }

  /// Settings that name a file of whoever uses the pack, as a file and in the guise of a text.
  static let strayFiles = [
    #"{"plugin":"size","option":"base","file":"size/../../secret"}"#,
    #"{"plugin":"size","option":"base","file":"/etc/hostname"}"#,
    #"{"plugin":"size","option":"base","value":"/etc/hostname"}"#,
  ]

  @Test(arguments: strayFiles)
  func aPackCannotNameFilesOfItsUser(_ setting: String) throws {
    let folder = TemporaryFolder()
    let source = """
      return { name = "size", version = "1.0.0", summary = "Size.",
        options = { base = { type = "file", doc = "a file" } },
        article = function(article, options) return options.base end }
      """
    let bytes = Array(source.utf8)
    let index = """
      {"ibid_pack":1,"plugins":[{"name":"size","path":"size/plugin.lua"}],"settings":[\(setting)],
       "files":{"size/plugin.lua":"\(SHA256.hexadecimal(bytes))"}}
      """
    var tar = TarWriter()
    tar.add("ibid-pack.json", Array(index.utf8))
    tar.add("size/plugin.lua", bytes)
    try AtomicFile.write(tar.finish(), to: "\(folder.path)/stray.ibidpack")
    #expect(throws: RunError.self) {
      try UnpackedPlugins.resolve(["\(folder.path)/stray.ibidpack"])
    }
    // The same pack without the setting is sound.
    var plain = TarWriter()
    plain.add("ibid-pack.json", Array(index.replacing(setting, with: "").utf8))
    plain.add("size/plugin.lua", bytes)
    try AtomicFile.write(plain.finish(), to: "\(folder.path)/plain.ibidpack")
    #expect(try UnpackedPlugins.resolve(["\(folder.path)/plain.ibidpack"]).plugins.count == 1)
  }

  /// Under its own name nothing at all may change.
  @Test func noticesAnotherHash() throws {
    let folder = TemporaryFolder()
    let (_, path) = try PluginPackTests.makePack(folder)
    var bytes = try FileContents.read(path: path)
    bytes[bytes.count - 1] = 1
    try AtomicFile.write(bytes, to: path)
    #expect(throws: RunError.self) { try PluginPack(path: path) }
  }
}
