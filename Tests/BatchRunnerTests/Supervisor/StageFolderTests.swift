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

  /// A stage that a process of this machine has left behind, and what is in it.
  private static func leave(_ folder: borrowing TemporaryFolder, _ machine: [UInt8]) throws
    -> String
  {
    let stage = "\(folder.path)/.ibid-stage-abcdef"
    AtomicFile.makeFolder(stage)
    try AtomicFile.write(machine, to: "\(stage)/lock")
    try AtomicFile.write([], to: "\(stage)/1.0")
    return stage
  }

  private static func age(_ stage: String, seconds: Int) {
    var status = stat()
    stat("\(stage)/lock", &status)
    let time = timespec(tv_sec: status.st_mtim.tv_sec - seconds, tv_nsec: 0)
    utimensat(AT_FDCWD, "\(stage)/lock", [time, time], 0)
  }

  /// On the machine that made it only the lock counts, whatever process that was.
  @Test func aFolderGoesWhenNobodyHoldsItsLock() throws {
    let folder = TemporaryFolder()
    let stage = try Self.leave(folder, StageLock.machine)
    Self.age(stage, seconds: 2 * StageLock.silence)
    let lock = open("\(stage)/lock", O_RDWR)
    #expect(flock(lock, LOCK_EX) == 0)
    _ = try StageFolder(in: folder.path)
    #expect(access("\(stage)/1.0", F_OK) == 0)
    close(lock)
    _ = try StageFolder(in: folder.path)
    #expect(try FolderEntries.names(in: folder.path).isEmpty)
  }

  /// A lock of another machine may be one that this one does not see.
  @Test(arguments: [[], Array("another machine\n".utf8)])
  func aFolderOfAnotherMachineGoesAfterADay(_ machine: [UInt8]) throws {
    let folder = TemporaryFolder()
    let stage = try Self.leave(folder, machine)
    Self.age(stage, seconds: StageLock.silence - 60)
    _ = try StageFolder(in: folder.path)
    #expect(access("\(stage)/1.0", F_OK) == 0)
    Self.age(stage, seconds: 60)
    _ = try StageFolder(in: folder.path)
    #expect(try FolderEntries.names(in: folder.path).isEmpty)
  }

  /// A run that got no lock, on a file system without them, leaves its folder under another name; so do files of
  /// others.
  @Test(arguments: [".ibid-stage-abcdef/unlocked", ".ibid-stage-abcdef/1.0", ".ibid-stage-file"])
  func whatHasNoLockStays(_ name: String) throws {
    let folder = TemporaryFolder()
    try folder.write("", to: name)
    _ = try StageFolder(in: folder.path)
    #expect(access("\(folder.path)/\(name)", F_OK) == 0)
  }

  @Test func whatALinkLeadsToStays() throws {
    let folder = TemporaryFolder()
    AtomicFile.makeFolder("\(folder.path)/elsewhere")
    try AtomicFile.write(StageLock.machine, to: "\(folder.path)/elsewhere/lock")
    #expect(symlink("elsewhere", "\(folder.path)/.ibid-stage-abcdef") == 0)
    _ = try StageFolder(in: folder.path)
    #expect(access("\(folder.path)/elsewhere/lock", F_OK) == 0)
  }

  /// A run may be killed before it has made its lock.
  @Test func anEmptyFolderGoes() throws {
    let folder = TemporaryFolder()
    AtomicFile.makeFolder("\(folder.path)/.ibid-stage-abcdef")
    _ = try StageFolder(in: folder.path)
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
