import ArticleModel
import Glibc
import PluginHost
import Testing

@testable import BatchRunner

/// Files under names that a file system may take for one.
struct FileStageTests {
  static let pairs = [
    ("A.txt.md", "a.txt.md"), ("Straße.md", "STRASSE.md"), ("\u{E9}.md", "e\u{301}.md"),
    ("in/B.md", "in/b.md"),
  ]

  private static func place(_ name: String, on input: String, in stage: FileStage) -> RecordLine {
    let record = Record(input: input, plugin: "p", status: .ok, files: [name])
    let staged = stage.add(Array(name.utf8)).map { [$0] } ?? []
    return stage.place(PlacedRecord(line: RecordLine(record), staged: staged))
  }

  @Test(arguments: pairs)
  func bothAreWrittenWhereTheyAreTwo(_ first: String, _ second: String) throws {
    let folder = TemporaryFolder()
    let stage = try FileStage(outputFolder: folder.path)
    #expect(FileStageTests.place(first, on: "1", in: stage).status == .ok)
    #expect(FileStageTests.place(second, on: "2", in: stage).status == .ok)
    for name in [first, second] { #expect(access("\(folder.path)/\(name)", F_OK) == 0) }
    stage.remove()
  }

  /// A second name of the first file stands for a file system that does not tell the two apart.
  @Test(arguments: pairs)
  func theSecondSaysSoWhereTheyAreOne(_ first: String, _ second: String) throws {
    let folder = TemporaryFolder()
    let stage = try FileStage(outputFolder: folder.path)
    #expect(FileStageTests.place(first, on: "1", in: stage).status == .ok)
    #expect(link("\(folder.path)/\(first)", "\(folder.path)/\(second)") == 0)
    let line = FileStageTests.place(second, on: "2", in: stage)
    #expect(line.status == .error)
    #expect(
      line.value()?["error"]?["message"]?.string
        == "the file '\(first)' was written already, by p on 1, and this file system does not tell "
        + "'\(second)' from it")
    #expect(stage.add([]) != nil)
    stage.remove()
  }

  @Test func theSameNameTwiceIsNotOverwritten() throws {
    let folder = TemporaryFolder()
    let stage = try FileStage(outputFolder: folder.path)
    #expect(FileStageTests.place("a.md", on: "1", in: stage).status == .ok)
    #expect(
      FileStageTests.place("a.md", on: "2", in: stage).value()?["error"]?["message"]?.string
        == "the file 'a.md' was written already, by p on 1")
    stage.remove()
  }
}
