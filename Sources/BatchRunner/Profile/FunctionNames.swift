import LuaSource

/// The names that a plugin's source gives to its functions, by the lines of their definitions.
///
/// Lua itself knows a function by the variable it was called through, which changes from call to call.
struct FunctionNames {
  private let folder: String
  private var files: [String: [Int: String]] = [:]

  /// Names the functions of a plugin with this Lua file.
  init(pluginPath: String) {
    let slash = pluginPath.lastIndex(of: "/")
    folder = slash.map { String(pluginPath[...$0]) } ?? ""
  }

  /// `plugin.lua:42 (count)` for `plugin.lua:42`; other names stay as they are.
  mutating func name(_ function: String) -> String {
    guard let colon = function.lastIndex(of: ":"),
      let line = Int(function[function.index(after: colon)...])
    else { return function }
    let file = String(function[..<colon])
    if line == 0 { return "\(file) (main chunk)" }
    if files[file] == nil {
      let source = try? FileContents.read(path: folder + file)
      files[file] = source.map(FunctionNames.names) ?? [:]
    }
    return files[file]?[line].map { "\(function) (\($0))" } ?? function
  }

  /// The names of the functions in a source; of several on a line, the first.
  static func names(_ source: [UInt8]) -> [Int: String] {
    guard let block = try? LuaParser.parse(source) else { return [:] }
    let lineStarts = [0] + source.indices.filter { source[$0] == 0x0A }.map { $0 + 1 }
    var found: [(at: Int, name: String)] = []
    let tree = LuaTree(block)
    for statement in tree.statements {
      switch statement.kind {
      case .localFunction(let binding, _): found.append((binding.range.lowerBound, binding.name))
      case .function(let target, _):
        found.append((target.range.lowerBound, text(target.range, of: source)))
      case .local(let bindings, let values):
        for (binding, value) in zip(bindings, values) { note(value, binding.name, &found) }
      case .assignment(let targets, let values):
        for (target, value) in zip(targets, values) {
          note(value, text(target.range, of: source), &found)
        }
      default: break
      }
    }
    for expression in tree.expressions {
      guard case .table(let fields) = expression.kind else { continue }
      for field in fields { if let name = field.name { note(field.value, name, &found) } }
    }
    var names: [Int: String] = [:]
    for (at, name) in found.sorted(by: { $0.at < $1.at }) {
      let line = lineStarts.partitioningIndex { $0 > at }
      if names[line] == nil { names[line] = name }
    }
    return names
  }

  private static func note(
    _ value: LuaExpressionNode, _ name: String, _ found: inout [(at: Int, name: String)]
  ) {
    if case .function = value.kind { found.append((value.range.lowerBound, name)) }
  }

  private static func text(_ range: Range<Int>, of source: [UInt8]) -> String {
    String(decoding: source[range], as: UTF8.self)
  }
}

extension [Int] {
  /// The first index whose element satisfies a condition that all later ones satisfy too; the count where none
  /// does.
  fileprivate func partitioningIndex(_ isLater: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isLater(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
