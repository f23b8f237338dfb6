import Folders
import Glibc
import PluginHost
import Testing

@testable import BatchRunner

struct PluginFileWriterTests {
  /// The supervisor counts the files of the records that it gets; one that failed has none.
  @Test func filesOfARecordThatFailsDoNotCount() throws {
    let folder = TemporaryFolder()
    let start = "\(folder.path)/1"
    func staged(_ number: Int) -> String { PluginFileWriter.stagedPath(start, number) }
    AtomicFile.makeFolder(staged(1))  // stands where the second file would go
    var writer = PluginFileWriter(.stage(start: start))
    let pair = [PluginFile(name: "a", bytes: [1]), PluginFile(name: "b", bytes: [2])]
    #expect(throws: WriteProblem.self) { try writer.write(pair) }
    #expect(PathKind.of(staged(0)) == .missing)

    try writer.write([PluginFile(name: "c", bytes: [3])])
    #expect(try FileContents.read(path: staged(0)) == [3])
  }

  /// Processes on two machines that share the folder may have the same number.
  @Test func filesOfOtherProcessesAreLeftAlone() throws {
    let folder = TemporaryFolder()
    try folder.write("theirs", to: ".ibid-\(getpid()).tmp")
    var writer = PluginFileWriter(.folder(folder.path))
    try writer.write([PluginFile(name: "a", bytes: [1])])
    #expect(try FolderEntries.names(in: folder.path).sorted() == [".ibid-\(getpid()).tmp", "a"])
  }
}
