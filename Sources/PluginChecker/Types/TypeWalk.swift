import LuaSource
import PluginHost

/// Follows the values of one file from where their types are known, and looks at how they are used.
///
/// Types come from the declaration of the API alone: the parameters of the plugin's functions, what members and calls
/// give, the elements of lists in loops. A variable that is assigned to again, and all else, is unknown, and nothing is
/// said of it. The parameters of a local function have types where all of its calls agree.
struct TypeWalk {
  let file: CheckedFile
  let scopes: LuaScopes
  /// The options that the manifest declares; `nil` where no manifest is known.
  let options: [String]?
  var findings: [CheckFinding] = []

  /// The types of variables.
  var types: [Int: ValueType] = [:]
  /// The functions that local variables hold, for as long as they hold nothing else.
  var functions: [Int: LuaFunction] = [:]
  /// What the calls of a local function hand over, and how many calls there are.
  var calls: [Int: (arguments: [ValueType], count: Int)] = [:]

  /// Walks a file; `entries` are the types of parameters by the byte where a function begins.
  static func findings(
    in file: CheckedFile, scopes: LuaScopes, options: [String]?,
    entries: [(function: LuaFunction, parameters: [ValueType])]
  ) -> [CheckFinding] {
    var walk = TypeWalk(file: file, scopes: scopes, options: options)
    // Every round knows what the round before learnt of the calls of local functions.
    for round in 0..<6 {
      walk.findings = []
      let before = walk.types
      for entry in entries { walk.bind(entry.function, entry.parameters) }
      walk.learnFromCalls()
      walk.block(file.block)
      if round > 0, walk.types == before { break }
    }
    return walk.findings
  }

  private init(file: CheckedFile, scopes: LuaScopes, options: [String]?) {
    self.file = file
    self.scopes = scopes
    self.options = options
  }

  // MARK: Variables

  mutating func bind(_ binding: LuaBinding, _ type: ValueType) {
    guard let variable = scopes.variableAt[binding.range.lowerBound] else { return }
    let isFixed = scopes.variables[variable].assignmentCount == 0
    types[variable] = isFixed ? type : .unknown
  }

  mutating func bind(_ function: LuaFunction, _ parameters: [ValueType]) {
    for (binding, type) in zip(function.parameters, parameters) { bind(binding, type) }
  }

  mutating func learnFromCalls() {
    for (variable, call) in calls {
      guard let function = functions[variable],
        scopes.variables[variable].readCount == call.count
      else { continue }
      bind(function, call.arguments)
    }
    calls = [:]
  }

  mutating func hold(_ function: LuaFunction, in binding: LuaBinding) {
    guard let variable = scopes.variableAt[binding.range.lowerBound],
      scopes.variables[variable].assignmentCount == 0
    else { return }
    functions[variable] = function
  }

  mutating func noteCall(_ called: LuaExpressionNode, _ arguments: [ValueType]) {
    guard let variable = scopes.variable(of: called) else { return }
    guard let known = calls[variable] else {
      calls[variable] = (arguments, 1)
      return
    }
    let joined = (0..<max(known.arguments.count, arguments.count)).map { index in
      index < known.arguments.count && index < arguments.count
        ? known.arguments[index].joined(arguments[index]) : ValueType.unknown
    }
    calls[variable] = (joined, known.count + 1)
  }
}
