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
    let outcome = try plugin.session(limits: Limits()).finish(Array("1".utf8))
    #expect(outcome.status == .error)
    #expect(outcome.error?.message == "'finish' returned nothing")
    #expect(outcome.error?.pluginLine == "plugin.lua:1")
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
