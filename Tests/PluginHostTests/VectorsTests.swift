import CLuaBridge
import Testing

@testable import PluginHost

/// `ibid.vectors` as a plugin sees it.
struct VectorsTests {
  private func run(_ code: String, memory: Int = 16 << 20) throws -> Record {
    var limits = Limits()
    limits.cpu = .seconds(60)
    limits.memory = memory
    return try TemporaryPlugin(article: code).session(limits: limits).run(on: Fixture.article)
  }

  @Test func givesWhatRankingsAreMadeOf() throws {
    let record = try run(
      """
      local vectors = ibid.vectors({ "Ships wait.", "Ships leave, 2 ships.", "", "It rains." }, "en")
      local function rounded(list)
        return list:map(function(number) return math.floor(number * 1000 + 0.5) end)
      end
      return {
        words = vectors:words(), terms = vectors:terms(2), likeness = rounded(ibid.list {
          vectors:likeness(1, 2), vectors:likeness(2, 1), vectors:likeness(4, 4), vectors:likeness(3, 3),
        }),
        products = rounded(vectors:products()), weighed = rounded(vectors:products { 1, 0, 0, 2 }),
        overlaps = rounded(vectors:overlaps "THE SHIPS; rains"), kind = tostring(vectors),
      }
      """)
    #expect(record.error == nil)
    #expect(
      record.text == #"""
        {"kind":"vectors","likeness":[426,426,1000,0],"overlaps":[564,756,0,1000],"products":[1426,1426,0,1000],"terms":["ships","leave"],"weighed":[1000,426,0,2000],"words":[2,4,0,2]}
        """#)
  }

  /// A lexicon is begun anew for another language, and vectors keep the one that they were made with.
  @Test func keepApartFromThoseOfOtherLanguages() throws {
    let record = try run(
      """
      local english = ibid.vectors({ "The die is cast", "die" }, "en")
      local german = ibid.vectors({ "Die Würfel", "die" }, "de")
      return { english:terms(1), german:terms(1), english:overlaps("die")[2], german:overlaps("die")[2] }
      """)
    #expect(record.text == #"[["die","cast"],["würfel"],1.0,0.0]"#)
  }

  static let faults = [
    ("ibid.vectors({}).x = 1", "vectors have nothing to set"),
    (
      "return ibid.vectors({}):product()",
      "vectors has no member 'product'; did you mean 'products'?"
    ),
    (
      "return ibid.vectors({ 'a' }):likeness(1, 2)",
      "bad argument #2 to 'likeness' (a text from 1 to 1 expected)"
    ),
    (
      "return ibid.vectors({ 'a' }):products { 'x' }",
      "bad argument #1 to 'products' (a number for each text expected)"
    ),
    (
      "return ibid.vectors { 1 }",
      "bad argument #1 to 'vectors' (a list of strings expected, got one with a number)"
    ),
    (
      "return ibid.vectors({ 'a' }).terms(ibid.matcher({}), 1)",
      "bad argument #1 to 'terms' (vectors expected, got matcher)"
    ),
    (
      """
      local kept = {}
      for n = 1, 2000 do
        local texts = {}
        for m = 1, 500 do texts[m] = m .. 'word' .. n end
        kept[n] = ibid.vectors(texts)
      end
      """, "the matchers and vectors of this plugin hold too much memory"
    ),
  ]

  @Test(arguments: faults) func raises(_ code: String, _ message: String) throws {
    #expect(try run(code).error?.message == message)
  }

  /// What nobody needs any more makes room.
  @Test func areFreedWhenLuaLetsGo() throws {
    let record = try run(
      """
      local texts = {}
      for m = 1, 500 do texts[m] = "word" .. m end
      local count = 0
      for _ = 1, 500 do count = count + #ibid.vectors(texts):words() end
      return count
      """, memory: 4 << 20)
    #expect(record.text == "250000")
  }
}
