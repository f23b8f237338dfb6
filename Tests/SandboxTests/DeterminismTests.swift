import ArticleModel
import Testing

/// The same input, plugin and options give the same bytes: twice, and with one worker or eight.
@Suite struct DeterminismTests {
  private static let plugin = """
    local kept = {}
    return {
      name = "order",
      article = function(article)
        local map, order = {}, {}
        for i = 1, 50 do map["key" .. math.random(1000) .. i] = i map[i * 1.5] = i map[article.blocks[1]] = i end
        for key in pairs(map) do order[#order + 1] = tostring(key) end
        for _, value in ipairs { {}, print, coroutine.create(print), article, article.paragraphs } do
          order[#order + 1] = tostring(value)
        end
        print(math.random(), os.time(), os.clock(), collectgarbage "count" > 0)
        return { order = order, time = os.date "%Y", terms = article:frequencies{} }
      end,
      merge = function(a, b) return { a, b } end,
    }
    """

  @Test func runsAreByteIdentical() {
    let scratch = Scratch()
    Files.write(DeterminismTests.plugin, to: "\(scratch.path)/order.lua")
    let articles = Array(repeating: ["a.txt", "b.txt", "c.txt"], count: 8).flatMap { $0 }
    func run(_ jobs: String) -> Program.End {
      scratch.run(["run", "./order.lua"] + articles + ["-q", "--format", "json", "-j", jobs])
    }
    let first = run("1")
    #expect(first.status == 0, "\(first.output)\(first.errors)")
    #expect(first.output.utf8.count > 10_000)
    for jobs in ["1", "8", "3"] { #expect(run(jobs).output == first.output) }
  }
}
