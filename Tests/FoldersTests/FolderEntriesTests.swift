import Folders
import Glibc
import ScratchFolders
import Testing

@Suite struct FolderEntriesTests {
  private let folder = ScratchFolder("folder-entries")

  private func make(_ name: String) {
    close(open("\(folder.path)/\(name)", O_CREAT | O_WRONLY, 0o600))
  }

  @Test func everyNameButTheFolderItselfAndTheOneAbove() throws {
    let longest = String(repeating: "x", count: 255)
    for name in ["a", ".hidden", "...", longest, "ü.txt"] { make(name) }
    mkdir("\(folder.path)/below", 0o700)
    #expect(
      try Set(FolderEntries.names(in: folder.path))
        == ["a", ".hidden", "...", longest, "ü.txt", "below"])
  }

  @Test func moreEntriesThanOneCallOfTheSystemGives() throws {
    for number in 0..<2_000 { make("entry-with-a-long-name-\(number)") }
    #expect(try FolderEntries.names(in: folder.path).count == 2_000)
  }

  @Test func namesThatAreNotUTF8() throws {
    let bytes: [UInt8] = [0x61, 0xFF]
    let path = Array(folder.path.utf8) + [0x2F] + bytes + [0]
    path.withUnsafeBytes {
      _ = close(
        open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o600))
    }
    var entries = try FolderEntries(folder.path)
    let name = try entries.next().map { Array($0.name) }
    let isLast = try entries.next() == nil
    #expect(name == bytes)
    #expect(isLast)
    #expect(try FolderEntries.names(in: folder.path) == ["a\u{FFFD}"])
  }

  @Test func typesWhereTheFileSystemTells() throws {
    mkdir("\(folder.path)/below", 0o700)
    var entries = try FolderEntries(folder.path)
    let type = try entries.next()?.type
    #expect(type.map { [Int(DT_DIR), Int(DT_UNKNOWN)].contains(Int($0)) } == true)
  }

  @Test func whatCannotBeRead() {
    make("file")
    #expect(throws: FolderProblem(code: ENOENT)) {
      try FolderEntries.names(in: "\(folder.path)/none")
    }
    #expect(throws: FolderProblem(code: ENOTDIR)) {
      try FolderEntries.names(in: "\(folder.path)/file")
    }
  }
}
