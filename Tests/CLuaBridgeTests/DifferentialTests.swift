import CLuaBridge
import Glibc
import Testing

/// The replaced functions against Debian's own `lua5.4`: the same random calls, the same lines.
@Suite struct DifferentialTests {
  @Test(arguments: ["patterns", "strings", "tables"], [1, 20, 300])
  func agrees(script: String, seed: Int) throws {
    let folder = #filePath.prefix(upTo: #filePath.lastIndex(of: "/")!) + "/Fixtures/"
    let source = """
      local function script(...) \(try contents("\(folder)\(script).lua")) end
      local function compare(...) \(try contents("\(folder)compare.lua")) end
      compare(script, \(seed), 2000)
      """
    let path = "/tmp/ibid-differential-\(getpid())-\(script)-\(seed).lua"
    try write(source, to: path)
    defer { unlink(path) }
    let expected = try output("lua5.4 \(path)")
    try #require(expected.count > 5000)

    let sandbox = Sandbox(cpu: 60_000, memory: 400 << 20, print: 1 << 30)
    let status = sandbox.run(source, name: path)
    #expect(status == IBID_OK, "\(sandbox.message)")
    try #require(sandbox.printed.count == expected.count)
    for (line, mine) in sandbox.printed.enumerated() where mine != expected[line] {
      Issue.record("lua5.4: \(expected[line])\nibid:   \(mine)")
    }
  }

  struct Failure: Error { let path: String }

  private func contents(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw Failure(path: path) }
    defer { fclose(file) }
    return read(file)
  }

  private func output(_ command: String) throws -> [Substring] {
    guard let pipe = popen(command, "r") else { throw Failure(path: command) }
    let text = read(pipe)
    guard pclose(pipe) == 0 else { throw Failure(path: command) }
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  private func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure(path: path) }
    fputs(text, file)
    fclose(file)
  }

  private func read(_ file: UnsafeMutablePointer<FILE>) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
