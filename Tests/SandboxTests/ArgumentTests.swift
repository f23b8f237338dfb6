import ArticleModel
import PluginHost
import Testing

/// Case 43: every function and method of the declaration with numbers at the edge, made from the declaration.
@Suite struct ArgumentTests {
  @Test(arguments: API.types.flatMap(\.members).filter { $0.kind != .field })
  func anyNumberEndsInARecord(_ member: APIMember) throws {
    let scratch = Scratch()
    Files.write(try ArgumentTests.plugin(calling: member), to: "\(scratch.path)/numbers.lua")
    let end = scratch.run(["./numbers.lua"], limits: ["cpu": "10s", "memory": "64M"])
    #expect(!end.isLate)
    let records = try end.records()
    #expect(records.map { $0["status"]?.string } == ["ok", "ok", "ok"], "\(end.output)")
    #expect((records.first?["result"]?.integer ?? 0) > 20)
  }

  /// A plugin that calls a member with every number in every place, beside arguments that it takes.
  private static func plugin(calling member: APIMember) throws -> String {
    let owners = [
      "article": "article", "node": "article.paragraphs[1]",
      "table": "ibid.read('markdown', '|a|b|\\n|-|-|\\n|1|2|\\n').tables[1]",
      "collection": "article.paragraphs", "section": "article.sections[1]",
      "matcher": "ibid.matcher({ \"ships\" }, \"en\")",
      "vectors": "ibid.vectors({ \"ships wait\", \"it rains\" }, \"en\")",
    ]
    // A type that has a method for the first time needs a sample here.
    let owner = member.kind == .method ? owners[member.owner] : nil
    try #require(owner != nil || member.kind != .method)
    let function = owner.map { "(\($0)).\(member.name)" } ?? member.qualifiedName
    let good = (owner.map { [$0] } ?? []) + sampleArguments(member.signature)
    return """
      local numbers = {
        math.mininteger, math.mininteger + 1, math.maxinteger, math.maxinteger - 1, 0, -1, 1, 2, -0.0, 1.5, 2 ^ 53,
        2 ^ 63, -2 ^ 63, 0 / 0, 1 / 0, -1 / 0, 2 ^ 31, -2 ^ 31, 2 ^ 32,
      }
      return {
        name = "numbers",
        article = function(article)
          local f, calls = \(function), 0
          local good = table.pack(\(good.joined(separator: ", ")))
          local places = good.n + 1
          for place = 1, places do
            for _, number in ipairs(numbers) do
              local arguments = table.move(good, 1, good.n, 1, {})
              arguments[place] = number
              pcall(f, table.unpack(arguments, 1, places))
              -- As a field of a table, and as an element of a list.
              for key in pairs { top = 1, minimum = 1, line = 1, column = 1, at = 1, first = 1, [1] = 1 } do
                arguments[place] = { message = "m", [key] = number }
                pcall(f, table.unpack(arguments, 1, places))
              end
              calls = calls + 8
            end
          end
          return calls
        end,
      }
      """
  }

  /// One valid argument for each declared parameter.
  private static func sampleArguments(_ signature: String) -> [String] {
    let inner = signature.dropFirst().prefix { $0 != ")" }
    return inner.split(separator: ",").map { parameter in
      let type = parameter.split(separator: ":").last.map { $0.drop { $0 == " " } } ?? ""
      switch type {
      case "integer", "integer?": return "1"
      case "unit": return "'words'"
      case "table", "table?", "frequencies?", "measure?", "edits", "finding", "string[][]":
        return "{}"
      case "string", "string?": return "'text'"
      default: return type.hasPrefix("fun") ? "function(x) return x end" : "nil"
      }
    }
  }
}
