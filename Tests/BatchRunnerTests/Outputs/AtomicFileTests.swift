import Glibc
import Testing

@testable import BatchRunner

struct AtomicFileTests {
  @Test func filesAreMovedBelowTheFolder() throws {
    let folder = TemporaryFolder()
    try folder.write("content", to: "temporary")
    try AtomicFile.move("\(folder.path)/temporary", to: "a/b/c.txt", below: folder.path)
    #expect(try FileContents.read(path: "\(folder.path)/a/b/c.txt") == Array("content".utf8))
    #expect(PathKind.of("\(folder.path)/temporary") == .missing)
  }

  /// Processes on two machines that share the folder may have the same number.
  @Test func filesOfOtherProcessesAreLeftAlone() throws {
    let folder = TemporaryFolder()
    let theirs = "\(folder.path)/out.ibid-\(getpid()).tmp"
    try folder.write("theirs", to: "out.ibid-\(getpid()).tmp")
    try AtomicFile.put(Array("ours".utf8), at: "\(folder.path)/out")
    #expect(try FileContents.read(path: "\(folder.path)/out") == Array("ours".utf8))
    #expect(try FileContents.read(path: theirs) == Array("theirs".utf8))
  }

  @Test func nothingIsLeftWhereAFileCannotBeWritten() throws {
    let folder = TemporaryFolder()
    try folder.write("x", to: "file")
    try folder.write("content", to: "temporary")
    #expect(throws: WriteProblem.self) {
      try AtomicFile.move("\(folder.path)/temporary", to: "file/c.txt", below: folder.path)
    }
    #expect(PathKind.of("\(folder.path)/temporary") == .missing)
    let problem = WriteProblem(
      path: "/dev/full/x", reason: "a part of the path is not a folder")
    #expect(throws: problem) {
      try AtomicFile.write([1], to: "/dev/full/x")
    }
  }
}
