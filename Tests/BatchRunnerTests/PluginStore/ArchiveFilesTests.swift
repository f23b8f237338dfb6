import Testing

@testable import BatchRunner

/// Archives that are damaged in every way; `Tests/Commands/add.md` has those that programs make.
@Suite struct ArchiveFilesTests {
  /// A block of a header of tar with a right sum.
  private static func header(_ name: String, type: Character, size: Int) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      block.replaceSubrange(place..<place + text.utf8.count, with: Array(text.utf8))
    }
    put(name, at: 0)
    let octal = String(size, radix: 8)
    put(String(repeating: "0", count: 11 - octal.utf8.count) + octal, at: 124)
    put(String(type), at: 156)
    put("ustar\u{0}00", at: 257)
    put("        ", at: 148)
    let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
    put(String(repeating: "0", count: 6 - sum.utf8.count) + sum + "\u{0} ", at: 148)
    return block
  }

  private static func padded(_ text: String) -> [UInt8] {
    Array(text.utf8) + [UInt8](repeating: 0, count: -text.utf8.count & 511)
  }

  private static func tar(pax: String) -> [UInt8] {
    header("pax", type: "x", size: pax.utf8.count) + padded(pax)
      + header("plugin.lua", type: "0", size: 9) + padded("return {}")
      + [UInt8](repeating: 0, count: 1024)
  }

  /// An archive of zip with one empty file.
  private static let zip: [UInt8] = {
    let name = Array("plugin.lua".utf8)
    let common: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 12)
    let local = [0x50, 0x4B, 3, 4] + common + [UInt8(name.count), 0, 0, 0] + name
    let central =
      [0x50, 0x4B, 1, 2, 20, 3] + common + [UInt8(name.count), 0]
      + [UInt8](repeating: 0, count: 16) + name
    let end: [UInt8] =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(central.count), 0, 0, 0]
      + [UInt8(local.count), 0, 0, 0, 0, 0]
    return local + central + end
  }()

  private func files(_ bytes: [UInt8], _ name: String, _ folder: borrowing TemporaryFolder) throws
    -> [String]
  {
    let path = "\(folder.path)/\(name)"
    try AtomicFile.write(bytes, to: path)
    return try ArchiveFiles(path: path).files.map { "\($0.name) \($0.bytes.count)" }
  }

  @Test func readsItsOwnSamples() throws {
    let folder = TemporaryFolder()
    let tar = ArchiveFilesTests.tar(pax: "14 path=a/b.c\n")
    #expect(try files(tar, "a.tar", folder) == ["a/b.c 9"])
    #expect(try files(ArchiveFilesTests.zip, "a.zip", folder) == ["plugin.lua 0"])
  }

  @Test(arguments: [
    "", "4 a=", "5 a=\n", "2 \n", "1", "-3 a=\n", "99 path=x\n", "9999999999999999999 path=x\n",
    "11 path=x\n", "10 path=..\n", "15 size=1000000000000000000\n", "9 size=-1\n",
  ])
  func survivesPaxHeaders(pax: String) throws {
    let folder = TemporaryFolder()
    // Whatever it makes of it: no file that leads out, and no trap.
    let found = (try? files(ArchiveFilesTests.tar(pax: pax), "a.tar", folder)) ?? []
    #expect(found.allSatisfy { !$0.contains("..") })
  }

  /// The checksum comes last, behind what no entry needs.
  @Test func noticesAWrongChecksum() throws {
    let folder = TemporaryFolder()
    let tar = ArchiveFilesTests.tar(pax: "14 path=a/b.c\n") + [UInt8](repeating: 0, count: 100_000)
    var packed = ArchiveSample.gzip(tar)
    #expect(try files(packed, "a.tar.gz", folder) == ["a/b.c 9"])
    packed[packed.count - 8] ^= 1
    #expect(
      throws: RunError.store(
        "cannot read \(folder.path)/a.tar.gz: \(InputProblem.wrongChecksum)", hint: nil)
    ) { try files(packed, "a.tar.gz", folder) }
  }

  @Test(arguments: ["a.tar", "a.zip"])
  func survivesDamage(name: String) throws {
    let folder = TemporaryFolder()
    let whole =
      name == "a.zip" ? ArchiveFilesTests.zip : ArchiveFilesTests.tar(pax: "14 path=a/b.c\n")
    var random = SystemRandomNumberGenerator()
    for place in whole.indices where name == "a.zip" || place % 7 == 0 || whole[place] != 0 {
      var damaged = whole
      damaged[place] = UInt8.random(in: 0...255, using: &random)
      _ = try? files(damaged, name, folder)
      _ = try? files(Array(whole[..<place]), name, folder)
    }
  }
}
