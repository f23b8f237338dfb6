import ArticleModel
import Glibc
import Testing

/// Case 42 and the capability `writes`: below the output folder, whole, and only of a record that is `ok`.
@Suite struct WritingTests {
  private func plugin(_ name: String, _ body: String, in scratch: borrowing Scratch) -> String {
    Files.write(
      "return { name = \"\(name)\", writes = true, article = function(article)\n\(body)\nend }",
      to: "\(scratch.path)/\(name).lua")
    return "./\(name).lua"
  }

  /// Two plugins that write one name: the first keeps it, in every run, with any number of workers.
  @Test(arguments: ["1", "8"])
  func oneNameHasOneOwner(_ jobs: String) throws {
    let scratch = Scratch()
    let body = "ibid.write_file('same.txt', 'of NAME on ' .. article.path)"
    let plugins = ["one", "two"].map {
      plugin($0, body.replacing("NAME", with: $0), in: scratch)
    }
    let end = scratch.run(
      ["run", plugins.joined(separator: ","), "a.txt", "b.txt", "-q", "-j", jobs, "-o", "out"])
    let records = try end.records()
    #expect(records.map { $0["status"]?.string } == ["ok", "error", "error", "error"])
    #expect(
      records[1]["error"]?["message"]?.string
        == "the file 'same.txt' was written already, by one on a.txt")
    #expect(Files.names(in: "\(scratch.path)/out") == ["same.txt"])
    #expect(Files.read("\(scratch.path)/out/same.txt") == "of one on a.txt")
  }

  /// What a run that was stopped had asked for is not written.
  @Test(arguments: [
    ("error 'no'", "error"), ("while true do end", "timeout"),
    ("local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end", "memory"),
    ("return print", "error"),
  ])
  func onlyOkWrites(_ ending: String, _ status: String) throws {
    let scratch = Scratch()
    let path = plugin(
      "p",
      "ibid.write_file(article.path .. '.out', 'x')\nif article.path == 'b.txt' then \(ending) end",
      in: scratch)
    let end = scratch.run([path], limits: ["cpu": "150ms", "memory": "24M"], more: ["-o", "out"])
    #expect(try end.records().map { $0["status"]?.string } == ["ok", status, "ok"])
    #expect(Files.names(in: "\(scratch.path)/out") == ["a.txt.out", "c.txt.out"])
  }

  /// Links in the output folder lead nowhere.
  @Test func linksAreNotFollowed() throws {
    let scratch = Scratch()
    let path = plugin(
      "p",
      "local name = ({ ['a.txt'] = 'file.txt', ['b.txt'] = 'linked/file.txt', ['c.txt'] = 'fifo' })[article.path]\n"
        + "ibid.write_file(name, 'written')", in: scratch)
    mkdir("\(scratch.path)/out", 0o755)
    mkdir("\(scratch.path)/elsewhere", 0o755)
    Files.write("kept", to: "\(scratch.path)/elsewhere/file.txt")
    symlink("../elsewhere/file.txt", "\(scratch.path)/out/file.txt")
    symlink("../elsewhere", "\(scratch.path)/out/linked")
    mkfifo("\(scratch.path)/out/fifo", 0o644)
    let end = scratch.run([path], limits: [:], more: ["-o", "out"])
    #expect(!end.isLate)
    let records = try end.records()
    #expect(records.map { $0["status"]?.string } == ["ok", "error", "ok"], "\(end.output)")
    #expect(Files.read("\(scratch.path)/elsewhere/file.txt") == "kept")
    #expect(Files.names(in: "\(scratch.path)/elsewhere") == ["file.txt"])
    // The link and the pipe themselves were replaced.
    #expect(Files.read("\(scratch.path)/out/file.txt") == "written")
    #expect(Files.read("\(scratch.path)/out/fifo") == "written")
  }

  @Test func nothingIsWrittenWithoutTheManifest() throws {
    let scratch = Scratch()
    let before = Files.snapshot(of: scratch.path)
    Files.write(
      "return { name = 'p', article = function() ibid.write_file('x', 'y') end }",
      to: "\(scratch.path)/p.lua")
    let end = scratch.run(["./p.lua"], limits: [:], more: ["-o", "out"])
    #expect(
      try end.records().first?["error"]?["message"]?.string
        == "cannot write 'x': the manifest does not say 'writes = true'")
    var after = Files.snapshot(of: scratch.path)
    after["p.lua"] = nil
    after["out"] = nil
    #expect(after == before)
  }
}
