import Glibc
import PluginHost
import Testing

@testable import BatchRunner

struct PluginFileWriterTests {
  /// The supervisor counts the files of the records that it gets; one that failed has none.
  @Test func filesOfARecordThatFailsDoNotCount() throws {
    let folder = TemporaryFolder()
    func staged(_ number: Int) -> String {
      PluginFileWriter.stagedPath(folder.path, getpid(), number)
    }
    AtomicFile.makeFolder(staged(1))  // stands where the second file would go
    var writer = PluginFileWriter(.stage(folder.path))
    let pair = [PluginFile(name: "a", bytes: [1]), PluginFile(name: "b", bytes: [2])]
    #expect(throws: InputProblem.self) { try writer.write(pair) }
    #expect(PathKind.of(staged(0)) == .missing)

    try writer.write([PluginFile(name: "c", bytes: [3])])
    #expect(try FileContents.read(path: staged(0)) == [3])
  }
}
