import Bytes
import PluginHost
import Testing

/// Values merge from the left, in one go, each call with the limits to itself.
struct MergeTests {
  private func merge(
    _ source: String, _ values: [String], limits: Limits = Limits()
  ) throws -> Outcome {
    let plugin = TemporaryPlugin("return { name = 'm', article = print, merge = \(source) }")
    let session = try plugin.session(limits: limits)
    var text: [UInt8] = []
    var places: [Range<Int>] = []
    for value in values {
      places.append(text.count..<text.count + value.utf8.count)
      text += value.utf8
    }
    return session.merge(places, of: text)
  }

  @Test(arguments: [
    (["[1]", "[2]", "[3]", "[4]"], "[1,2,3,4]"), (["[1]", "[]"], "[1]"), (["[7]"], "[7]"),
  ])
  func fromTheLeft(_ values: [String], _ expected: String) throws {
    let join = "function(a, b) for _, x in ipairs(b) do a[#a + 1] = x end return a end"
    #expect(try merge(join, values).result.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func aCallThatReturnsNothingFails() throws {
    let outcome = try merge("function(a, b) if b < 3 then return a end end", ["1", "2", "3"])
    #expect(outcome.status == .error)
    #expect(outcome.error?.message == "'merge' returned nothing")
    #expect(outcome.error?.pluginLine == "plugin.lua:1")
  }

  @Test func aTotalOfNothingFails() throws {
    let plugin = TemporaryPlugin(
      "return { name = 'm', article = print, merge = print, finish = function() end }")
    let outcome = try plugin.session(limits: Limits()).finish([0..<1], of: Array("1".utf8))
    #expect(outcome.status == .error)
    #expect(outcome.error?.message == "'finish' returned nothing")
    #expect(outcome.error?.pluginLine == "plugin.lua:1")
  }

  private func finish(_ functions: String, _ values: String) throws -> Outcome {
    let plugin = TemporaryPlugin(
      """
      return {
        name = "m", article = print,
        options = { by = { type = "integer", default = 1, doc = "what is asked for" } },
        \(functions)
      }
      """)
    let text = Array(values.utf8)
    let places = text.indices.filter { ASCII.isDigit(text[$0]) }.map { $0..<$0 + 1 }
    return try plugin.session(limits: Limits()).finish(places, of: text)
  }

  /// A single value is not merged.
  @Test(arguments: [("[1,2,3]", #"{"by":1,"sum":6}"#), ("[5]", #"{"by":1,"sum":5}"#)])
  func valuesAreMergedAndFinishedInOneCall(_ values: String, _ expected: String) throws {
    let outcome = try finish(
      """
      merge = function(a, b) return a + b end,
      finish = function(total, options) return { sum = total, by = options.by } end,
      """, values)
    #expect(outcome.result.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  /// A fault of `merge` shows with few values as it does with many, of which the totals are sent around.
  @Test func whatIsFinishedMustBeWhatJSONCanSay() throws {
    let outcome = try finish(
      """
      merge = function(a, b) return { f = function() end } end,
      finish = function(total) return 1 end,
      """, "[1,2]")
    #expect(outcome.status == .error)
    #expect(outcome.error?.message == "result.f: a function cannot be in a result")
    #expect(outcome.error?.pluginLine == "plugin.lua:4")
  }

  @Test func aFailureEndsIt() throws {
    let outcome = try merge("function(a, b) error('no ' .. b, 0) end", ["1", "2", "3"])
    #expect(outcome.status == .error)
    #expect(outcome.error?.message == "no 2")
  }

  /// Together the calls take more than one budget.
  @Test func eachCallHasItsBudget() throws {
    let limits = try Limits(parsing: "cpu=30ms")
    let busy = """
      function(a, b)
        for _ = 1, 200000 do a = a + 1 end
        return a
      end
      """
    let outcome = try merge(busy, Array(repeating: "0", count: 60), limits: limits)
    #expect(outcome.status == .ok)
    let endless = "function(a, b) while b == 3 do end return b end"
    #expect(try merge(endless, ["1", "2", "3"], limits: limits).status == .timeout)
  }
}
