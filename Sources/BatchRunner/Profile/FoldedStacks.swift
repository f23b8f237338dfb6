import PluginHost

/// A profile as folded stacks: a line for each stack, its functions with semicolons between them and what it cost.
///
/// The form of Brendan Gregg's stackcollapse programs, which flamegraph.pl and speedscope read.
public struct FoldedStacks {
  /// What the numbers are.
  public enum Measure: Sendable {
    /// Microseconds of CPU time.
    case time
    /// Bytes that were allocated.
    case memory
  }

  /// The lines, each with its end.
  public private(set) var text = ""

  /// Writes the stacks of all plugins, each below the name of its plugin.
  public init(_ profile: RunProfile, _ measure: Measure) {
    for plugin in profile.plugins { add(plugin, measure) }
  }

  private mutating func add(_ plugin: RunProfile.Plugin, _ measure: Measure) {
    let functions = plugin.functions
    var stacks: [String] = []
    // Rounded so that the sum is right: what one line loses the next one has.
    var (exact, written) = (0, 0)
    for node in functions.nodes {
      let name = node.function < 0 ? plugin.name : functions.functions[node.function]
      let stack = node.parent < 0 ? "" : stacks[node.parent] + ";"
      stacks.append(stack + FoldedStacks.frame(name))
      exact += measure == .time ? node.nanoseconds : node.bytes
      let rounded = measure == .time ? (exact + 500) / 1000 : exact
      if rounded > written { text += "\(stacks[stacks.count - 1]) \(rounded - written)\n" }
      written = rounded
    }
  }

  /// A name in which nothing ends the frame or the line.
  private static func frame(_ name: String) -> String {
    ColumnText.oneLine(String(name.map { $0 == ";" ? "," : $0 }))
  }

  /// Writes the lines to a file, whole or not at all.
  public func write(to path: String) throws(RunError) {
    do throws(WriteProblem) {
      try AtomicFile.put(Array(text.utf8), at: path)
    } catch {
      throw RunError(error)
    }
  }
}
