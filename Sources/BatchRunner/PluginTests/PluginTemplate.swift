import Glibc
import PluginHost

/// A plugin to start from, with a test.
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
    guard isPlain, let first = name.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first
    else {
      throw .badPluginName(name)
    }
    folder = "\(parent)/\(name)"
    self.name = name
    if PathKind.of(folder) != .missing { throw .exists(folder) }
  }

  /// Writes the plugin, its test and the types of the API for editors.
  public func write() throws {
    let test = "\(folder)/tests/counts"
    guard AtomicFile.makeFolder(test) else {
      throw RunError.output(path: test, reason: SystemError.message())
    }
    try AtomicFile.write(Array(source.utf8), to: "\(folder)/plugin.lua")
    // Where lua-language-server finds it; nothing loads it.
    guard AtomicFile.makeFolder("\(folder)/types") else {
      throw RunError.output(path: "\(folder)/types", reason: SystemError.message())
    }
    try AtomicFile.write(Array(API.luaCATS().utf8), to: "\(folder)/types/ibid.lua")
    try AtomicFile.write(Array(PluginTemplate.article.utf8), to: "\(test)/article.txt")
    for test in PluginTest.all(ofPlugin: name, path: "\(folder)/plugin.lua") { try test.record() }
  }

  private var source: String {
    """
    -- What this plugin does, in a sentence or two.

    ---@type ibid.plugin
    return {
      name = "\(name)",
      version = "0.1.0",
      summary = "Counts the words of an article and names its longest paragraph.",
      options = {
        minimum = { type = "integer", default = 1, min = 0, doc = "paragraphs with fewer words are passed over" },
      },

      -- Called once for each article. What it returns is the result in the record.
      article = function(article, options)
        local longest, words
        for _, paragraph in ipairs(article.paragraphs) do
          local count = #ibid.words(paragraph.text)
          if count >= options.minimum and count > (words or 0) then
            longest, words = paragraph, count
          end
        end
        return {
          words = article:count "words",
          longest = longest and { line = longest.line, words = words },
        }
      end,

      -- Called with the results of two articles, in their order; what it returns may be merged again.
      merge = function(a, b) return { words = a.words + b.words } end,
    }

    """
  }

  private static let article = """
    A Short Walk

    The path begins behind the mill and follows the stream.

    At the second bridge it leaves the water and climbs through birches to the road. From there the \
    village can be seen.

    """
}
