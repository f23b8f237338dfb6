import CLuaBridge
import Glibc
import Testing

/// The replaced functions against Debian's own `lua5.4`: the same random calls, the same lines.
@Suite struct DifferentialTests {
  private let folder = #filePath.prefix(upTo: #filePath.lastIndex(of: "/")!) + "/Fixtures/"

  /// What the manual says, as a table of cases: lua5.4 is held to it too, so that no case is a belief.
  @Test func doesWhatTheManualSays() throws {
    let cases = try contents("\(folder)manual.txt").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    try #require(cases.count > 150)
    let expected = try cases.map { line throws in
      let sides = line.split(separator: " =>", maxSplits: 1, omittingEmptySubsequences: false)
      try #require(sides.count == 2, "\(line)")
      return (call: String(sides[0]), result: sides[1].drop { $0 == " " })
    }
    let source =
      try contents("\(folder)evaluate.lua") + "\n"
      + expected.map { "evaluate([==========[\($0.call)]==========])\n" }.joined()
    let stock = try inStockLua(source, at: path("manual"))
    let sandbox = Sandbox(cpu: 60_000, memory: 400 << 20, print: 1 << 20)
    #expect(sandbox.run(source) == IBID_OK, "\(sandbox.message)")
    try #require(stock.count == expected.count && sandbox.printed.count == expected.count)
    for (index, each) in expected.enumerated() {
      #expect(stock[index] == each.result, "lua5.4: \(each.call)")
      #expect(sandbox.printed[index] == each.result, "ibid: \(each.call)")
    }
  }

  /// The seeds of the random calls; `make fuzz` asks for many.
  private static let seeds: [Int] =
    getenv("IBID_SEEDS").flatMap { Int(String(cString: $0)) }.map { Array(1...max(1, $0)) }
    ?? [1, 20, 300]

  @Test(arguments: ["patterns", "strings", "tables"], seeds)
  func agrees(script: String, seed: Int) throws {
    let source = """
      local function script(...) \(try contents("\(folder)\(script).lua")) end
      local function compare(...) \(try contents("\(folder)compare.lua")) end
      compare(script, \(seed), 2000)
      """
    let path = path("\(script)-\(seed)")
    let expected = try inStockLua(source, at: path)
    try #require(expected.count > 5000)

    let sandbox = Sandbox(cpu: 60_000, memory: 400 << 20, print: 1 << 30)
    let status = sandbox.run(source, name: path)
    #expect(status == IBID_OK, "\(sandbox.message)")
    try #require(sandbox.printed.count == expected.count)
    for (line, mine) in sandbox.printed.enumerated() where mine != expected[line] {
      Issue.record("lua5.4: \(expected[line])\nibid:   \(mine)")
    }
  }

  private func path(_ name: String) -> String { "/tmp/ibid-differential-\(getpid())-\(name).lua" }

  /// The lines that Debian's `lua5.4` prints, with the source in a file: its name stands in errors.
  private func inStockLua(_ source: String, at path: String) throws -> [Substring] {
    try write(source, to: path)
    defer { unlink(path) }
    return try output("lua5.4 \(path)")
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
