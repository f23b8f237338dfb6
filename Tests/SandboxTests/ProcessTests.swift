import ArticleModel
import Glibc
import Testing

/// Case 41: processes that are killed in the middle of an article.
@Suite struct ProcessTests {
  static let plugin = "\(SandboxCase.folder)/40-signals/while-writing.lua"

  @Test func aKilledWorkerCostsOneArticle() throws {
    let scratch = Scratch()
    let program = scratch.start(arguments)
    #expect(program.wait { program.printed.hasSuffix("\n") })
    let workers = children(of: program.identifier)
    #expect(workers.count == 1)
    for worker in workers { kill(worker, SIGKILL) }
    let end = program.wait()
    let records = try end.records()
    #expect(records.map { $0["status"]?.string } == ["ok", "crashed", "ok"])
    #expect(records.map { $0["input"]?.string } == ["a.txt", "b.txt", "c.txt"])
    #expect(
      records[1]["error"]?["message"]?.string
        == "the worker process was ended by SIGKILL (signal 9)")
    #expect(end.status == 1)
  }

  /// No worker outlives its supervisor, what was printed is whole, and the next run is a run like any other.
  @Test func aKilledSupervisorLeavesNothing() throws {
    let scratch = Scratch()
    let program = scratch.start(arguments + ["-o", "out"])
    #expect(program.wait { program.printed.hasSuffix("\n") })
    let workers = children(of: program.identifier)
    kill(program.identifier, SIGKILL)
    let end = program.wait()
    #expect(end.status == 128 + SIGKILL)
    #expect(try end.records().map { $0["input"]?.string } == ["a.txt"])
    for worker in workers {
      #expect(program.wait { !isAlive(worker) }, "worker \(worker) lives on")
    }
    let again = scratch.run([ProcessTests.plugin], limits: ["cpu": "150ms"], more: ["-o", "out"])
    #expect(try again.records().map { $0["status"]?.string } == ["ok", "timeout", "ok"])
    // The stage of the killed run is gone.
    #expect(Files.names(in: "\(scratch.path)/out") == [])
  }

  private var arguments: [String] {
    [
      "run", ProcessTests.plugin, "a.txt", "b.txt", "c.txt", "-j", "1", "-q", "--limit",
      "cpu=100s",
    ]
  }

  private func children(of process: pid_t) -> [pid_t] {
    let path = "/proc/\(process)/task/\(process)/children"
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ").compactMap {
      pid_t($0)
    }
  }

  /// Whether a process runs; one that ended and was not waited for does not.
  private func isAlive(_ process: pid_t) -> Bool {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    return text.split(separator: ")").last?.hasPrefix(" Z") == false
  }
}
