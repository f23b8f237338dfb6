/// A prompt that a plugin opens in its middle with `ibid.prompt()`.
public protocol PluginPrompt: AnyObject {
  /// Reads a line of Lua; `nil` lets the plugin go on.
  ///
  /// - Parameters:
  ///   - place: the plugin's file and line, as `plugin.lua:12`.
  ///   - variables: the variables that the line sees by their names, sorted; at most 200 have values.
  func readLine(at place: String, variables: [PluginVariable]) -> String?

  /// Shows the values of the last line.
  func show(_ values: [DisplayValue])

  /// Shows why the last line failed.
  func show(error: String)
}

/// A local variable of a plugin's function.
public struct PluginVariable: Sendable {
  public var name: String
  public var value: DisplayValue

  /// The variable as a name that may be typed.
  public var completion: Completion {
    let isFunction = if case .function = value { true } else { false }
    return Completion(
      name: name, type: value.typeName, doc: "", isFunction: isFunction, isMethod: false)
  }
}
