import Folders
import Glibc
import Testing

@testable import BatchRunner

struct StageFolderTests {
  /// Each holds its own lock, as two runs on two machines do.
  @Test func twoRunsAtOnceLeaveEachOtherAlone() throws {
    let folder = TemporaryFolder()
    let first = try FileStage(outputFolder: folder.path)
    let waiting = try #require(first.add([1]))
    let second = try FileStage(outputFolder: folder.path)
    #expect(try FileContents.read(path: waiting) == [1])
    #expect(try #require(second.add([2])) != waiting)
    first.remove()
    #expect(try FolderEntries.names(in: folder.path).count == 1)
    second.remove()
    #expect(try FolderEntries.names(in: folder.path).isEmpty)
  }

  /// Only the lock counts, whatever process has made the folder.
  @Test func aFolderGoesWhenNobodyHoldsItsLock() throws {
    let folder = TemporaryFolder()
    try folder.write("", to: ".ibid-stage-abcdef/lock")
    try folder.write("waits", to: ".ibid-stage-abcdef/1.0")
    let lock = open("\(folder.path)/.ibid-stage-abcdef/lock", O_RDWR)
    #expect(flock(lock, LOCK_EX) == 0)
    StageFolder.removeAbandoned(in: folder.path)
    #expect(access("\(folder.path)/.ibid-stage-abcdef/1.0", F_OK) == 0)
    close(lock)
    StageFolder.removeAbandoned(in: folder.path)
    #expect(try FolderEntries.names(in: folder.path).isEmpty)
  }

  /// A run that got no lock, on a file system without them, leaves its folder under another name; so do files of
  /// others.
  @Test(arguments: [".ibid-stage-abcdef/unlocked", ".ibid-stage-abcdef/1.0", ".ibid-stage-file"])
  func whatHasNoLockStays(_ name: String) throws {
    let folder = TemporaryFolder()
    try folder.write("", to: name)
    StageFolder.removeAbandoned(in: folder.path)
    #expect(access("\(folder.path)/\(name)", F_OK) == 0)
  }

  @Test func whatALinkLeadsToStays() throws {
    let folder = TemporaryFolder()
    try folder.write("", to: "elsewhere/lock")
    #expect(symlink("elsewhere", "\(folder.path)/.ibid-stage-abcdef") == 0)
    StageFolder.removeAbandoned(in: folder.path)
    #expect(access("\(folder.path)/elsewhere/lock", F_OK) == 0)
  }

  /// A run may be killed before it has made its lock.
  @Test func anEmptyFolderGoes() throws {
    let folder = TemporaryFolder()
    AtomicFile.makeFolder("\(folder.path)/.ibid-stage-abcdef")
    StageFolder.removeAbandoned(in: folder.path)
    #expect(try FolderEntries.names(in: folder.path).isEmpty)
  }

  /// While others clean up, no run loses a folder that it has just made.
  @Test func foldersAreMadeWhileOthersCleanUp() async throws {
    let folder = TemporaryFolder()
    let path = folder.path
    await withTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<100 {
            StageFolder.removeAbandoned(in: path)
            guard let stage = try? StageFolder(in: path) else {
              Issue.record("no folder was made")
              continue
            }
            #expect(access(stage.path, F_OK) == 0)
            stage.remove()
          }
        }
      }
    }
    #expect(try FolderEntries.names(in: folder.path).isEmpty)
  }
}
