import PluginHost
import Testing

@testable import BatchRunner

@Suite struct ProfileFormsTests {
  private let profile: RunProfile = {
    var profile = RunProfile()
    profile.workerCount = 1
    profile.articleCount = 3
    profile.readNanoseconds = 2_000_000
    var plugin = RunProfile.Plugin(name: "one;two")
    plugin.callCount = 4
    plugin.runNanoseconds = 7_000_000
    plugin.resultNanoseconds = 1_000_000
    plugin.functions = PluginProfile(
      functions: ["plugin.lua:1 (f)", "string.gsub"],
      nodes: [
        .init(parent: -1, function: -1, nanoseconds: 400, bytes: 0, allocations: 0),
        .init(parent: 0, function: 0, nanoseconds: 5_000_400, bytes: 2048, allocations: 8),
        .init(parent: 1, function: 1, nanoseconds: 400, bytes: 1, allocations: 1),
        .init(parent: 1, function: 0, nanoseconds: 1_998_800, bytes: 0, allocations: 0),
      ], sampleCount: 33, nanoseconds: 7_000_000, resultNanoseconds: 500_000)
    profile.plugins = [plugin]
    return profile
  }()

  @Test func passesFromWorkerToSupervisorWhole() throws {
    var line = ProfileLine.bytes(profile)
    #expect(line.popLast() == UInt8(ascii: "\n"))
    #expect(ProfileLine.profile(line) == profile)
    #expect(ProfileLine.profile(Array(#"{"input":"a","plugin":"b"}"#.utf8)) == nil)
  }

  @Test func foldsStacksWhoseSumIsTheTotal() {
    let time = FoldedStacks(profile, .time).text
    #expect(
      time == """
        one,two;plugin.lua:1 (f) 5001
        one,two;plugin.lua:1 (f);plugin.lua:1 (f) 1999

        """)
    #expect(
      FoldedStacks(profile, .memory).text == """
        one,two;plugin.lua:1 (f) 2048
        one,two;plugin.lua:1 (f);string.gsub 1

        """)
  }

  @Test func countsRecursionOnce() {
    let costs = FunctionCosts(profile.plugins[0].functions)
    #expect(costs.functions.map(\.name) == ["plugin.lua:1 (f)", "string.gsub"])
    #expect(costs.functions.map(\.own) == [6_999_200, 400])
    #expect(costs.functions.map(\.total) == [6_999_600, 400])
    #expect(costs.unsampled.own == 400)
  }

  @Test func showsTables() {
    let lines = ProfileTable(profile).lines
    #expect(
      lines.joined(separator: "\n") == """
        profile: 10.0 ms of CPU time in 1 worker
                      calls     read      run   result    total  share
          (articles)      3  2.00 ms                    2.00 ms    20%
          one;two         4           7.00 ms  1.00 ms  8.00 ms    80%

        one;two: 7.00 ms in Lua (33 samples), 2.04 kB in 9 allocations
          self  total     time   memory  allocations  function
          100%   100%  6.99 ms  2.04 kB            8  plugin.lua:1 (f)
           <1%    <1%   400 ns      1 B            1  string.gsub
           <1%    <1%   400 ns      0 B            0  (not sampled)
          few samples: the shares are rough; more articles make them firm
        """)
  }

  @Test func addsUpWorkers() {
    var sum = RunProfile()
    sum.add(profile)
    #expect(sum == profile)
    sum.add(profile)
    #expect(sum.workerCount == 2 && sum.articleCount == 6 && sum.nanoseconds == 20_000_000)
    #expect(sum.plugins.count == 1 && sum.plugins[0].functions.sampleCount == 66)
  }

  @Test(arguments: [
    ("local function count(a) end", "count"), ("function M.count(a) end", "M.count"),
    ("function M:count(a) end", "M:count"), ("local count = function() end", "count"),
    ("M.count, x = function() end, 1", "M.count"),
    ("return { article = function() end }", "article"),
    ("return { [\"merge\"] = function() end }", "merge"),
    ("call(function() end)", nil),
  ])
  func namesFunctions(source: String, name: String?) {
    #expect(FunctionNames.names(Array(source.utf8))[1] == name)
    #expect(FunctionNames.names(Array("-- first\n\(source)\n".utf8))[2] == name)
  }

  @Test(arguments: [
    (0, "0 ns"), (999, "999 ns"), (1000, "1.00 µs"), (12_345, "12.3 µs"), (123_456, "123 µs"),
    (1_050_000, "1.05 ms"), (61_000_000_000, "61.0 s"),
  ])
  func writesTimes(nanoseconds: Int, text: String) {
    #expect(Quantity.time(nanoseconds) == text)
  }
}
