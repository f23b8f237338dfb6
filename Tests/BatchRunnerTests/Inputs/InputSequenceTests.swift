import Glibc
import Testing

@testable import BatchRunner

struct InputSequenceTests {
  @Test func foldersAreWalkedInTheOrderOfNames() throws {
    let folder = TemporaryFolder()
    for name in [
      "b.txt", "a/z.md", "a/y.HTML", "a.txt", "B.text", ".hidden.txt", ".git/x.txt", "c.png", "d",
    ] {
      try folder.write("x", to: name)
    }
    #expect(try folder.inputs("") == ["B.text", "a/y.HTML", "a/z.md", "a.txt", "b.txt"])
    #expect(try folder.inputs("c.png", ".hidden.txt", "d") == ["c.png", ".hidden.txt", "d"])
    #expect(try folder.inputs("a/", "b.txt") == ["a/y.HTML", "a/z.md", "b.txt"])
  }

  @Test func linksAreFollowedButNotInCircles() throws {
    let folder = TemporaryFolder()
    try folder.write("x", to: "a/one.txt")
    try folder.write("x", to: "b/two.txt")
    symlink("../b", "\(folder.path)/a/b")
    symlink("../a", "\(folder.path)/b/a")
    symlink(".", "\(folder.path)/a/self")
    symlink("nowhere", "\(folder.path)/gone.txt")
    #expect(
      try folder.inputs("") == ["a/b/two.txt", "a/one.txt", "b/a/one.txt", "b/two.txt", "gone.txt"])
  }

  @Test func namesThatAreNotUTF8AreTold() throws {
    let folder = TemporaryFolder()
    _ = system("touch \"$(printf '\(folder.path)/caf\\351.txt')\"")
    #expect(
      try folder.inputs("").first?.hasSuffix("! holds a file whose name is not UTF-8") == true)
  }

  @Test func aFolderThatCannotBeReadIsAnInput() throws {
    let folder = TemporaryFolder()
    try folder.write("x", to: "a/one.txt")
    // Nested deeper than a path may be long, which no permission of the superuser mends.
    let name = String(repeating: "n", count: 250)
    _ = system(
      "cd '\(folder.path)/a' && for i in $(seq 20); do mkdir \(name) && cd \(name); done 2> /dev/null"
    )
    let inputs = try folder.inputs("")
    #expect(inputs.count == 2)
    #expect(inputs.contains { $0.hasSuffix("! file name too long") })
  }

  @Test func patternsAreExpanded() throws {
    let folder = TemporaryFolder()
    for name in ["b.md", "a.md", "c.txt"] { try folder.write("x", to: name) }
    #expect(try folder.inputs("*.md") == ["a.md", "b.md"])
    #expect(try folder.inputs("*.html", "c.txt") == ["*.html ! no such file or folder", "c.txt"])
  }

  @Test func aRunWithoutAnyPathFails() throws {
    #expect(throws: RunError.noInput(["/nowhere/a", "/nowhere/*.md"])) {
      _ = try InputSequence(paths: ["/nowhere/a", "/nowhere/*.md"])
    }
  }

  @Test(arguments: [
    (#"{"id":"one","text":"x"}"#, #"one {"id":"one","text":"x"}"#),
    (#"{"id":12,"html":""}"#, #"12 {"id":12,"html":""}"#),
    (#"{"text":"x"}"#, #"d.jsonl:1 {"text":"x","id":"d.jsonl:1"}"#),
    (#"{"id":null,"markdown":"x"} "#, #"d.jsonl:1 {"id":null,"markdown":"x","id":"d.jsonl:1"}"#),
    (
      #"{"id":"one","path":"/etc/passwd"}"#,
      #"d.jsonl:1 ! no "text", "markdown" or "html" in the object"#
    ),
    (#"{"text":"x""#, "d.jsonl:1 ! not valid JSON at byte 12: ',' or '}' is expected"),
    (#"[]"#, "d.jsonl:1 ! not a JSON object"),
    ("\u{FEFF}{\"text\":\"x\",\"id\":1}", #"1 {"text":"x","id":1}"#),
  ])
  func documents(_ line: String, _ expected: String) throws {
    let folder = TemporaryFolder()
    try folder.write(line + "\n\n", to: "d.jsonl")
    #expect(try folder.inputs("d.jsonl") == [expected])
  }

  @Test func documentsAreCountedByLines() throws {
    let folder = TemporaryFolder()
    try folder.write("\n{\"text\":\"a\"}\r\n   \n{\"text\":\"b\"}", to: "x/d.ndjson")
    #expect(
      try folder.inputs("") == [
        #"x/d.ndjson:2 {"text":"a","id":"x/d.ndjson:2"}"#,
        #"x/d.ndjson:4 {"text":"b","id":"x/d.ndjson:4"}"#,
      ])
  }

  @Test func pipesAreReadAtOnce() throws {
    let folder = TemporaryFolder()
    mkfifo("\(folder.path)/pipe", 0o600)
    _ = system("printf 'some bytes' > '\(folder.path)/pipe' &")
    #expect(try folder.inputs("pipe") == ["pipe 10 bytes"])
  }
}
