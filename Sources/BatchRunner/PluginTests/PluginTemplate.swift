import Glibc
import PluginHost

/// A plugin to start from, with a test and what editors and linters need.
public struct PluginTemplate {
  /// The folder of the new plugin.
  public let folder: String
  private let name: String

  /// Checks that a plugin of this name can be made in a folder.
  public init(name: String, in parent: String) throws(RunError) {
    let isPlain = name.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    guard isPlain, name.utf8.count <= 64, let first = name.utf8.first,
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= first
    else {
      throw .badPluginName(name)
    }
    folder = "\(parent)/\(name)"
    self.name = name
    if PathKind.of(folder) != .missing { throw .exists(folder) }
  }

  /// A file of the template.
  public struct File: Sendable {
    /// The path below the plugin's folder.
    public let name: String
    /// What it is for, in a few words.
    public let purpose: String
    let text: String
  }

  /// The files in the order in which an author meets them; what the test expects is written by the test itself.
  public var files: [File] {
    [
      File(name: "plugin.lua", purpose: "the plugin", text: source),
      File(
        name: "tests/counts/article.txt", purpose: "a test's article", text: PluginTemplate.article),
      File(name: "README.md", purpose: "what it does, for its users", text: readme),
      File(
        name: "types/ibid.lua", purpose: "the API, for editors (lua-language-server)",
        text: API.luaCATS()),
      File(
        name: ".luarc.json", purpose: "settings of lua-language-server", text: PluginTemplate.luarc),
      File(name: ".luacheckrc", purpose: "settings of luacheck", text: PluginTemplate.luacheckrc),
    ]
  }

  /// The record that the test expects, which `write` takes from the plugin.
  public static let expected = "tests/counts/expected.json"

  /// Writes the plugin and its test.
  public func write() throws {
    for file in files {
      let path = "\(folder)/\(file.name)"
      try PluginStore.write(Array(file.text.utf8), to: path)
    }
    for test in PluginTest.all(ofPlugin: name, path: "\(folder)/plugin.lua") {
      _ = try test.update()
    }
  }

  private var source: String {
    """
    -- What this plugin does, in a sentence or two.

    ---@type ibid.plugin
    local plugin = {
      name = "\(name)",
      version = "0.1.0",
      summary = "Counts the words of an article and names its longest paragraph.",
      options = {
        minimum = {
          type = "integer", default = 1, min = 0,
          doc = "paragraphs with fewer words are passed over",
        },
      },
    }

    -- Called once for each article. What it returns is the result in the record.
    function plugin.article(article, options)
      local longest, words
      for _, paragraph in ipairs(article.paragraphs) do
        local count = paragraph:count "words"
        if count >= options.minimum and count > (words or 0) then
          longest, words = paragraph, count
        end
      end
      return {
        words = article:count "words",
        longest = longest and { line = longest.line, words = words },
      }
    end

    -- Called with the results of two articles; what it returns may be merged again.
    function plugin.merge(a, b) return { words = a.words + b.words } end

    return plugin

    """
  }

  private var readme: String {
    """
    # \(name)

    Counts the words of an article and names its longest paragraph.

    ```
    ibid run \(name) ARTICLE… --set minimum=10
    ```

    | option | | |
    |---|---|---|
    | `minimum` | integer, 1 | paragraphs with fewer words are passed over |

    The result has `words`, and `longest` with the `line` and the `words` of the longest paragraph.

    ## Develop

    ```
    ibid test \(name)            run the tests in tests/
    ibid test \(name) --watch    run them whenever a file changes
    ibid test \(name) --update   accept what the plugin gives now
    ibid check-plugin \(name)    look for mistakes without running anything
    ```

    """
  }

  private static let article = """
    A Short Walk

    The path begins behind the mill and follows the stream.

    At the second bridge it leaves the water and climbs through birches to the road. From there the \
    village can be seen.

    """

  private static let luarc = """
    {
      "runtime.version": "Lua 5.4",
      "workspace.library": ["types"],
      "workspace.checkThirdParty": false
    }

    """

  private static let luacheckrc = """
    -- The module of the host, and what the sandbox leaves of Lua 5.4.
    std = "lua54"
    read_globals = { "ibid" }
    exclude_files = { "types" }
    max_line_length = 100

    """
}
