import Glibc
import Testing

@testable import BatchRunner

struct LineReaderTests {
  /// Lines around the size of a chunk, 64 KB, and files that end with and without a line end.
  @Test(arguments: [0, 1, 65_534, 65_535, 65_536, 65_537, 200_000], [true, false])
  func lines(_ count: Int, _ endsWithLine: Bool) throws {
    let folder = TemporaryFolder()
    let long = String(repeating: "x", count: count)
    let lines = [long, "", "middle", long, "last"]
    try folder.write(lines.joined(separator: "\n") + (endsWithLine ? "\n" : ""), to: "lines")
    var reader = try LineReader(path: "\(folder.path)/lines")
    var read: [String] = []
    #expect(try reader.peek() == Array(long.utf8))
    while let line = try reader.next() { read.append(String(decoding: line, as: UTF8.self)) }
    #expect(read == lines)
    #expect(reader.number == lines.count)
  }

  @Test func theRestFollowsTheLines() throws {
    let folder = TemporaryFolder()
    let rest = String(repeating: "y\n", count: 100_000)
    try folder.write("one\n" + rest, to: "lines")
    var reader = try LineReader(path: "\(folder.path)/lines")
    #expect(try reader.next() == Array("one".utf8))
    #expect(try reader.rest() == Array(rest.utf8))
    #expect(try reader.next() == nil)
  }

  /// The line that was cut counts once, as what could not be read.
  @Test(arguments: [1, 20_000])
  func linesOfAStreamThatIsCut(_ count: Int) throws {
    let folder = TemporaryFolder()
    let lines = (0..<count).map { "line \($0) of \($0 &* 2_654_435_761)" }
    let packed = ArchiveSample.gzip(Array(lines.joined(separator: "\n").utf8))
    try AtomicFile.write(Array(packed.dropLast(12)), to: "\(folder.path)/lines.gz")
    var reader = try LineReader(path: "\(folder.path)/lines.gz")
    var number = 0
    #expect(throws: InputProblem("the compressed file ends too early")) {
      while let line = try reader.next() {
        #expect(line == Array(lines[number].utf8))
        number += 1
      }
    }
    #expect(reader.number == number + 1)
    #expect(try reader.next() == nil)
  }

  @Test(arguments: [
    ("", "the path is empty"), ("/nowhere", "no such file or folder"), ("/tmp", "is a folder"),
  ])
  func filesThatCannotBeRead(_ path: String, _ problem: String) {
    #expect(throws: InputProblem(problem)) { try FileContents.read(path: path) }
    #expect(throws: InputProblem(problem)) { try FileContents.unpacked(path: path) }
  }

  /// A line that is too long costs itself; those around it are read.
  @Test(arguments: [101, 70_000, 300_000], [true, false])
  func linesThatAreTooLong(_ count: Int, _ endsWithLine: Bool) throws {
    let folder = TemporaryFolder()
    let long = String(repeating: "x", count: count * 64 + 200_000)
    let text = "one\n\(long)\ntwo\n\(long)\n" + (endsWithLine ? "three\n" : long)
    try folder.write(text, to: "lines")
    let descriptor = open("\(folder.path)/lines", O_RDONLY)
    var reader = LineReader(descriptor: descriptor, byteLimit: 100_000)
    #expect(try reader.next() == Array("one".utf8))
    expectTooLong(&reader)
    #expect(reader.number == 2)
    #expect(try reader.next() == Array("two".utf8))
    #expect(reader.number == 3)
    expectTooLong(&reader)
    if endsWithLine {
      #expect(try reader.next() == Array("three".utf8))
    } else {
      expectTooLong(&reader)
    }
    #expect(reader.number == 5)
    #expect(try reader.next() == nil)
    let hasFailed = reader.hasFailed
    #expect(!hasFailed)
  }

  private func expectTooLong(_ reader: inout LineReader) {
    do {
      _ = try reader.next()
      Issue.record("the line was read")
    } catch {
      #expect(error.description.hasPrefix("the line is longer than"))
    }
  }
}
