import Glibc
import ScratchFolders
import TerminalTesting
import Testing

@testable import LineEditor

@Suite struct HistoryTests {
  private let folder: ScratchFolder

  init() { folder = ScratchFolder("history-tests") }

  private var path: String { folder.path + "/state/ibid/history" }

  private func contents() -> String {
    String(decoding: (try? HistoryFile(path: path).read()) ?? [], as: UTF8.self)
  }

  private func put(_ bytes: [UInt8]) throws {
    try HistoryFile(path: path).append([])
    try HistoryFile(path: path).rewrite { _ in bytes }
  }

  @Test(arguments: ["plain", "two\nlines", "back\\slash \\n", "日本語 👩‍👧", "nul\0byte", "tab\t", "\\"])
  func survivesTheFile(_ entry: String) {
    History(path: path).add(entry)
    History(path: path).add("last")
    let history = History(path: path)
    #expect(history.entries == [entry, "last"])
    #expect(history.problem == nil)
  }

  @Test func keepsEachEntryOnceAtItsNewestPlace() {
    let history = History(path: path)
    for entry in ["a", "b", "a", "a", "c"] { history.add(entry) }
    #expect(history.entries == ["b", "a", "c"])
    #expect(contents() == "b\na\nc\n")
  }

  @Test func keepsTheNewestEntriesUpToTheLimit() {
    let history = History(path: path, limit: 3)
    for number in 1...10 { history.add("\(number)") }
    #expect(history.entries == ["8", "9", "10"])
    #expect(contents() == "8\n9\n10\n")
  }

  @Test(arguments: ["", "  ", "\n\t", String(repeating: "x", count: 70_000)])
  func doesNotKeepBlankOrHugeText(_ entry: String) {
    let history = History(path: path)
    history.add(entry)
    #expect(history.entries.isEmpty && contents().isEmpty)
  }

  @Test(arguments: [
    ("good\n\u{0}\u{0}\u{0}\nalso\n", ["good", "also"]),
    ("good\n\n\nalso", ["good", "also"]),
    ("bad \\x escape\\\n", ["bad \\x escape\\"]),
  ])
  func readsWhatItCanOfADamagedFile(_ file: String, _ entries: [String]) throws {
    try put(Array(file.utf8))
    #expect(History(path: path).entries == entries)
  }

  @Test func leavesOutBytesThatAreNotText() throws {
    try put(Array("one\n".utf8) + [0xFF, 0xFE, 0x0A] + Array("two\n".utf8))
    #expect(History(path: path).entries == ["one", "two"])
  }

  @Test func doesNotJoinAnEntryToATornLine() throws {
    try put(Array("torn".utf8))
    History(path: path).add("new")
    #expect(contents() == "torn\nnew\n")
  }

  @Test func keepsTheEntriesOfOtherSessions() {
    let first = History(path: path)
    first.add("a")
    let second = History(path: path)
    second.add("b")
    first.add("c")
    first.add("a")  // rewrites the file, which holds what the second session added
    #expect(contents() == "b\nc\na\n")
  }

  /// Home folders are shared by machines, and processes on two of them may have the same number.
  @Test func leavesFilesOfOtherProcessesAlone() throws {
    let theirs = "\(path).\(getpid())"
    let history = History(path: path)
    for entry in ["a", "b"] { history.add(entry) }
    #expect(close(open(theirs, O_WRONLY | O_CREAT, 0o600)) == 0)
    history.add("a")  // rewrites the file
    #expect(contents() == "b\na\n")
    #expect(access(theirs, F_OK) == 0)
  }

  @Test func makesTheFileForItsOwnerOnly() {
    History(path: path).add("secret")
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func goesOnWithoutAFile() {
    let history = History(path: "/proc/no/such/history")
    history.add("a")
    #expect(history.entries == ["a"])
    #expect(history.problem?.call == "open")
    #expect(history.problem.map { "\($0)" }?.hasPrefix("/proc/no/such/history: ") == true)
  }

  @Test func doesNotWaitForEverForTheLock() throws {
    try put([])
    let holder = open(path, O_RDWR)
    defer { close(holder) }
    #expect(flock(holder, LOCK_EX) == 0)
    let history = History(path: path)
    history.add("a")
    #expect(history.problem?.call == "flock")
    #expect(history.entries == ["a"])
  }

  @Test func losesNothingWhenManyWriteAtOnce() async throws {
    let path = path
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let history = History(path: path)
          for number in 0..<25 { history.add("\(writer) \(number % 20)") }
        }
      }
    }
    #expect(Set(History(path: path).entries).count == 80)
  }
}
