import PluginHost
import Testing

@Suite struct ProfileTests {
  /// A plugin whose time goes into one function and whose memory into another.
  private static let plugin = TemporaryPlugin(
    """
    local function busy()
      local sum = 0
      for i = 1, 10000000 do sum = (sum + i * i) % 1000003 end
      return sum
    end
    local function hoard()
      local all = {}
      for i = 1, 5000 do all[i] = { i } end
      return #all
    end
    return {
      name = "trial",
      article = function(article, options)
        return { busy(), hoard(), article:measure().words }
      end,
    }
    """)

  /// Time enough under a sanitizer too.
  private static var patient: Limits {
    var limits = Limits()
    limits.cpu = .seconds(60)
    return limits
  }

  private func profile(
    _ plugin: TemporaryPlugin, runs: Int = 1, limits: Limits = patient,
    expecting status: RecordStatus = .ok
  ) throws -> PluginProfile {
    let session = try PluginSession(path: plugin.path, limits: limits, isProfiled: true)
    for _ in 0..<runs {
      let record = session.run(on: Fixture.article)
      #expect(record.status == status, "\(record)")
    }
    return try #require(session.profile)
  }

  private func stack(_ profile: PluginProfile, _ node: PluginProfile.Node) -> [String] {
    node.function < 0
      ? [] : stack(profile, profile.nodes[node.parent]) + [profile.functions[node.function]]
  }

  /// The functions that samples were taken of.
  private func sampled(_ profile: PluginProfile) -> Set<String> {
    Set(profile.nodes.filter { $0.function >= 0 }.map { profile.functions[$0.function] })
  }

  /// What a function cost by itself, wherever it was called from.
  private func own(
    _ profile: PluginProfile, _ function: String, _ cost: (PluginProfile.Node) -> Int
  ) -> Int {
    profile.nodes.filter { $0.function >= 0 && profile.functions[$0.function] == function }
      .reduce(0) { $0 + cost($1) }
  }

  @Test func namesTheFunctionThatTakesTheTime() throws {
    let profile = try profile(ProfileTests.plugin)
    let busy = own(profile, "plugin.lua:1", \.nanoseconds)
    #expect(busy * 100 > profile.nanoseconds * 80, "\(profile)")
    #expect(profile.sampleCount > 10)
  }

  @Test func namesTheFunctionThatTakesTheMemory() throws {
    let profile = try profile(ProfileTests.plugin)
    let hoard = own(profile, "plugin.lua:6", \.bytes)
    #expect(hoard * 100 > profile.bytes * 80, "\(profile)")
    // A table with its array part for each element.
    #expect(own(profile, "plugin.lua:6", \.allocations) > 8000)
  }

  @Test func sharesOutAllTimeAndNoMore() throws {
    let profile = try profile(ProfileTests.plugin, runs: 3)
    #expect(profile.nodes.reduce(0) { $0 + $1.nanoseconds } == profile.nanoseconds)
    #expect(profile.resultNanoseconds > 0 && profile.resultNanoseconds < profile.nanoseconds)
    for (index, node) in profile.nodes.enumerated() {
      #expect(node.parent < index)
      #expect((node.function < 0) == (index == 0))
    }
  }

  @Test func namesFunctionsOfTheHostByTheirTypesAndModules() throws {
    let plugin = TemporaryPlugin(
      article: """
        local s = ("lamp "):rep(2000)
        for i = 1, 100 do
          for j = 1, 20 do article:measure() end
          ibid.words(s)
          s:gsub("%a+", "x")
          local _ = article.text
        end
        """)
    let found = sampled(try profile(plugin))
    #expect(found.isSuperset(of: ["article:measure", "ibid.words", "string.gsub"]), "\(found)")
  }

  @Test func namesMembersThatTakeTime() throws {
    let plugin = TemporaryPlugin(
      article: "for i = 1, 1000000 do local _ = article.text, article.title end")
    let profile = try profile(plugin)
    #expect(sampled(profile).isSuperset(of: ["article.text", "article.title"]), "\(profile.nodes)")
  }

  @Test func followsCoroutinesToTheFunctionThatResumed() throws {
    let plugin = TemporaryPlugin(
      """
      local function busy()
        local sum = 0
        for i = 1, 2000000 do sum = sum + i end
        coroutine.yield(sum)
      end
      return { name = "trial", article = function()
        local routine = coroutine.create(busy)
        coroutine.resume(routine)
      end }
      """)
    let profile = try profile(plugin)
    let stacks = profile.nodes.map { stack(profile, $0) }
    #expect(
      stacks.contains(["plugin.lua:6", "coroutine.resume", "plugin.lua:1"]), "\(stacks)")
    #expect(own(profile, "plugin.lua:1", \.nanoseconds) * 100 > profile.nanoseconds * 80)
  }

  @Test func chargesAFunctionInCWithAllItsTime() throws {
    // One call, which takes many periods of the timer.
    let plugin = TemporaryPlugin(
      article: #"return #("x"):rep(3000000):gsub("x", "yy")"#)
    let profile = try profile(plugin)
    #expect(
      own(profile, "string.gsub", \.nanoseconds) * 100 > profile.nanoseconds * 80, "\(profile)")
  }

  @Test func cutsDeepStacksAndEnds() throws {
    let plugin = TemporaryPlugin(
      """
      local function down(n)
        if n == 0 then
          local sum = 0
          for i = 1, 1000000 do sum = sum + i end
          return sum
        end
        return 1 + down(n - 1)
      end
      return { name = "trial", article = function() return down(150000) end }
      """)
    let profile = try profile(plugin)
    #expect(profile.functions.contains("(deeper)"))
    #expect(profile.nodes.count < 1000)
  }

  @Test func keepsTheLimits() throws {
    let endless = TemporaryPlugin(article: "while true do end")
    let slow = try profile(
      endless, runs: 2, limits: Limits(parsing: "cpu=50ms"), expecting: .timeout)
    #expect(slow.nanoseconds > 100_000_000)
    let greedy = TemporaryPlugin(article: "local t = {} while true do t[#t + 1] = {} end")
    let large = try profile(
      greedy, runs: 2, limits: Limits(parsing: "memory=4M"), expecting: .memory)
    #expect(large.bytes > 6 << 20)
  }

  @Test func isAbsentUnlessAskedFor() throws {
    let session = try ProfileTests.plugin.session()
    _ = session.run(on: Fixture.article)
    #expect(session.profile == nil)
  }

  @Test func addsUpByTheNamesOfFunctions() {
    let one = PluginProfile(
      functions: ["a", "b"],
      nodes: [
        .init(parent: -1, function: -1, nanoseconds: 1, bytes: 2, allocations: 3),
        .init(parent: 0, function: 0, nanoseconds: 10, bytes: 20, allocations: 30),
        .init(parent: 1, function: 1, nanoseconds: 100, bytes: 200, allocations: 300),
      ], sampleCount: 4, nanoseconds: 111, resultNanoseconds: 5)
    let other = PluginProfile(
      functions: ["b", "a"],
      nodes: [
        .init(parent: -1, function: -1, nanoseconds: 1, bytes: 1, allocations: 1),
        .init(parent: 0, function: 1, nanoseconds: 1, bytes: 1, allocations: 1),
        .init(parent: 1, function: 0, nanoseconds: 1, bytes: 1, allocations: 1),
        .init(parent: 0, function: 0, nanoseconds: 7, bytes: 7, allocations: 7),
      ], sampleCount: 1, nanoseconds: 10, resultNanoseconds: 1)
    var sum = one
    sum.add(other)
    #expect(sum.functions == ["a", "b"])
    #expect(sum.nodes.map(\.nanoseconds) == [2, 11, 101, 7])
    #expect(sum.nodes[3] == .init(parent: 0, function: 1, nanoseconds: 7, bytes: 7, allocations: 7))
    #expect(sum.nanoseconds == 121 && sum.sampleCount == 5 && sum.resultNanoseconds == 6)
    sum.rename { _ in "one" }
    #expect(sum.functions == ["one"])
    #expect(sum.nodes.map(\.nanoseconds) == [2, 18, 101])
  }
}
