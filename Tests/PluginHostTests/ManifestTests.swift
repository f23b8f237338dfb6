import ArticleModel
import PluginHost
import Testing

/// What a plugin says of itself, and what is wrong with it.
@Suite struct ManifestTests {
  private func error(_ source: String, _ settings: [(name: String, value: String)] = []) -> String {
    let plugin = TemporaryPlugin(source)
    do throws(PluginError) {
      _ = try plugin.session(settings)
      return "none"
    } catch {
      return error.description.split(separator: plugin.folder + "/").joined()
    }
  }

  @Test func fieldsAreRead() throws {
    let plugin = TemporaryPlugin(
      """
      return {
        name = "full", version = "1.2.0", since = "0.1", summary = "All fields.", categories = { "analysis", "safe" },
        options = {
          top = { type = "integer", default = 10, min = 0, max = 99, doc = "how many" },
          mode = { type = "string", default = "a", choices = { "a", "b" } },
          words = { type = "list", default = {} },
          ratio = { type = "number" },
        },
        reads = { "terms.csv" }, writes = true,
        article = function() end, merge = function() end, finish = function() end,
      }
      """)
    let manifest = try plugin.session().manifest
    #expect(
      manifest
        == PluginManifest(
          name: "full", version: "1.2.0", summary: "All fields.", since: "0.1",
          categories: ["analysis", "safe"],
          options: [
            OptionDeclaration(
              name: "mode", type: .string, defaultValue: .string("a"), choices: ["a", "b"]),
            OptionDeclaration(name: "ratio", type: .number),
            OptionDeclaration(
              name: "top", type: .integer, defaultValue: .integer(10), minimum: 0, maximum: 99,
              doc: "how many"),
            OptionDeclaration(name: "words", type: .list, defaultValue: .array([])),
          ],
          reads: ["terms.csv"], writes: true, hasArticle: true, hasMerge: true, hasFinish: true,
          path: plugin.path))
  }

  @Test(arguments: [
    ("return 5", "plugin.lua: error: a plugin returns a table, got number"),
    ("", "plugin.lua: error: the plugin returns nothing"),
    (
      "return {\n  name = 5,\n article = print }",
      "plugin.lua:2: error: manifest field 'name': expected string, got 5"
    ),
    (
      "return { article = print }",
      "plugin.lua: error: manifest field 'name': expected string, got nothing"
    ),
    (
      "return { name = 'Bad Name', article = print }",
      "plugin.lua:1: error: manifest field 'name': expected 1 to 64 lower-case letters, digits, '-' and '_', got 'Bad Name'"
    ),
    (
      "return { name = 'x' }",
      "plugin.lua: error: manifest field 'article': expected function, got nothing"
    ),
    (
      "return { name = 'x', article = 1 }",
      "plugin.lua:1: error: manifest field 'article': expected function, got number"
    ),
    (
      "return { name = 'x',\n\noption = {}, article = print }",
      "plugin.lua:3: error: manifest field 'option': no such field; did you mean 'options'?"
    ),
    (
      "return { name = 'x', article = print,\n options = { top = {\n type = 'int' } } }",
      "plugin.lua:3: error: manifest field 'options.top.type': expected one of string, integer, number, boolean, list, file, got 'int'"
    ),
    (
      "return { name = 'x', article = print, options = { top = { type = 'integer',\n default = 'many' } } }",
      "plugin.lua:2: error: manifest field 'options.top.default': expected integer, got 'many'"
    ),
    (
      "return { name = 'x', article = print, options = { top = { type = 'integer', defualt = 1 } } }",
      "plugin.lua:1: error: manifest field 'options.top.defualt': no such field; did you mean 'default'?"
    ),
    (
      "return { name = 'x', article = print, reads = { '../secret' } }",
      "plugin.lua:1: error: manifest field 'reads': '../secret' has an empty part, '.' or '..'"
    ),
    (
      "return { name = 'x', article = print, writes = 'yes' }",
      "plugin.lua:1: error: manifest field 'writes': expected boolean, got 'yes'"
    ),
    ("return {\n  name = \n}", "plugin.lua:3: error: unexpected symbol near '}'\n  }"),
    (
      "local x = 1\nx.y.z = 2",
      "plugin.lua:2: error: attempt to index a number value (local 'x')\n  x.y.z = 2"
    ),
    (
      "error({ code = 7 })",
      "plugin.lua:1: error: (error object is a table value)\n  error({ code = 7 })"
    ),
    (
      "ibid.read_file 'x'",
      "plugin.lua:1: error: files can be read once the manifest is known: call read_file inside 'article'\n  ibid.read_file 'x'"
    ),
    (
      "local t = {} t.t = t return { name = 'x', categories = t }",
      "plugin.lua: error: plugin.categories.t: a cycle: the table contains itself"
    ),
  ])
  func fault(_ source: String, _ expected: String) {
    #expect(error(source) == expected)
  }

  private static let options = """
    return { name = "opt", article = function(_, options) return options end, options = {
      top = { type = "integer", default = 10, min = 1, max = 50 }, ratio = { type = "number", default = 1 },
      name = { type = "string", max = 3 }, deep = { type = "boolean", default = false },
      words = { type = "list", choices = { "a", "b" } },
    } }
    """

  @Test(
    arguments: [
      ([], "{\"deep\":false,\"ratio\":1.0,\"top\":10}"),
      ([("top", "7")], "{\"deep\":false,\"ratio\":1.0,\"top\":7}"),
      (
        [("ratio", "0.5"), ("name", "äöü"), ("deep", "true"), ("words", "a,b")],
        "{\"deep\":true,\"name\":\"äöü\",\"ratio\":0.5,\"top\":10,\"words\":[\"a\",\"b\"]}"
      ),
      (
        [("words", ""), ("top", "1"), ("top", "2")],
        "{\"deep\":false,\"ratio\":1.0,\"top\":2,\"words\":[]}"
      ),
    ] as [([(String, String)], String)])
  func settingsReachThePlugin(_ settings: [(String, String)], _ expected: String) throws {
    let session = try TemporaryPlugin(ManifestTests.options).session(
      settings.map { (name: $0, value: $1) })
    #expect(session.run(on: Fixture.other).text == expected)
  }

  @Test func eachCallHasOptionsOfItsOwn() throws {
    let session = try TemporaryPlugin(
      article: """
        local seen = { options.top, #options.words, options.words[1], tostring(options.more) }
        options.top, options.words[1], options.more = 2, "changed", {}
        return seen
        """,
      fields: """
        options = {
          top = { type = "integer", default = 1 }, words = { type = "list", default = { "a", "b" } },
        },
        """
    ).session()
    for _ in 1...3 { #expect(session.run(on: Fixture.other).text == "[1,2,\"a\",\"nil\"]") }
  }

  @Test(arguments: [
    ("topp", "1", "error: plugin 'opt' has no option 'topp'\n  hint: did you mean 'top'?"),
    (
      "xyzzy", "1",
      "error: plugin 'opt' has no option 'xyzzy'\n  hint: its options are deep, name, ratio, top, words"
    ),
    ("top", "many", "error: option 'top' of plugin 'opt': expected integer, got 'many'"),
    ("top", "1.5", "error: option 'top' of plugin 'opt': expected integer, got '1.5'"),
    ("top", "0", "error: option 'top' of plugin 'opt': expected at least 1, got '0'"),
    ("top", "99", "error: option 'top' of plugin 'opt': expected at most 50, got '99'"),
    ("ratio", "nan", "error: option 'ratio' of plugin 'opt': expected number, got 'nan'"),
    (
      "name", "long",
      "error: option 'name' of plugin 'opt': expected at most 3 characters, got 'long'"
    ),
    (
      "deep", "maybe",
      "error: option 'deep' of plugin 'opt': expected boolean (true or false), got 'maybe'"
    ),
    (
      "words", "a,c",
      "error: option 'words' of plugin 'opt': expected one of a, b; did you mean 'a'?, got 'a,c'"
    ),
  ])
  func wrongSetting(_ name: String, _ value: String, _ expected: String) {
    #expect(error(ManifestTests.options, [(name, value)]) == expected)
  }

  @Test(arguments: [
    ("cpu=10s,memory=1G", "10.0 seconds", 1 << 30), ("cpu=500ms", "0.5 seconds", 256 << 20),
    ("cpu=1.5m,memory=64K", "90.0 seconds", 64 << 10),
  ])
  func limitsAreParsed(_ text: String, _ cpu: String, _ memory: Int) throws {
    let limits = try Limits(parsing: text)
    #expect("\(limits.cpu)" == cpu && limits.memory == memory)
  }

  @Test(arguments: [
    ("cpu", "error: limit 'cpu': expected name=value, as in cpu=10s"),
    ("cpus=1s", "error: limit 'cpus': no such limit; did you mean 'cpu'?"),
    ("cpu=10", "error: limit 'cpu': '10' is not a time such as 10s, 500ms or 2m"),
    ("cpu=-1s", "error: limit 'cpu': '-1s' is not a time such as 10s, 500ms or 2m"),
    ("cpu=nans", "error: limit 'cpu': 'nans' is not a time such as 10s, 500ms or 2m"),
    ("memory=0", "error: limit 'memory': '0' is not a size such as 64M or 1G"),
    (
      "memory=99999999999G", "error: limit 'memory': '99999999999G' is not a size such as 64M or 1G"
    ),
  ])
  func wrongLimit(_ text: String, _ expected: String) {
    let error = #expect(throws: PluginError.self) { try Limits(parsing: text) }
    #expect(error?.description == expected)
  }
}
