import LuaSource
import PluginChecker
import PluginHost

/// The lines that tell a person why a command could not run.
public struct FailureMessage {
  /// The lines, the last without its end.
  public let text: String

  /// Renders an error of this program; what has a place of its own keeps it in front, with the line of source there.
  public init(_ error: any Error) {
    switch error {
    case .loading(let message) as RunError: text = message
    case .batch(let path, let line, let problem, let hint) as RunError:
      let place = line.map { "\(path):\($0)" } ?? path
      text = "\(place): error: \(problem)" + (hint.map { "\n  hint: \($0)" } ?? "")
    case let error as RunError:
      text = "ibid: error: \(error.message)" + (error.hint.map { "\n  hint: \($0)" } ?? "")
    case let error as PluginError: text = FailureMessage.text(of: error)
    default: text = "ibid: error: \(error)"
    }
  }

  private static func text(of error: PluginError) -> String {
    switch error {
    case .load(let path, let line, let problem, _),
      .overLimit(let path, let line, let problem, _, _):
      load(path, line, problem)
    case .badManifest(let path, let line, let field, let problem):
      manifest(path, line, field, problem)
    case .badOption(let plugin, let name, let value, let problem, let path):
      option(name, of: plugin, value, problem) + declaration(of: name, path)
    case .badText(let path, let offset, let option):
      rendered(
        path, try? FileContents.read(path: path), offset,
        "option '\(option)' takes text in UTF-8, which this is not", "encoding-invalid",
        "iconv -f WINDOWS-1252 -t UTF-8 converts it where it is of Windows")
    default: error.place == nil ? "ibid: \(error)" : "\(error)"
    }
  }

  /// A plugin that does not compile or raises while it loads.
  private static func load(_ path: String, _ line: Int?, _ problem: String) -> String {
    let source = try? FileContents.read(path: path)
    // This program's own parser knows columns and what is left open; Lua knows lines, but for bytecode.
    if let source, line != nil {
      do throws(LuaSyntaxError) {
        _ = try LuaParser.parse(source)
      } catch {
        let opener = error.opener.map { opener in
          let number = source[..<opener.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
          return "'\(String(decoding: source[opener], as: UTF8.self))' stands on line \(number)"
        }
        return rendered(
          path, source, error.range.lowerBound, error.message, "syntax-error", opener ?? error.hint)
      }
    }
    // An error in a module of the plugin has that file's place in front.
    if line == nil, let inner = place(in: problem) {
      let source = try? FileContents.read(path: inner.file)
      return rendered(
        inner.file, source,
        source.map { NamedPlace.offset(of: inner.message, line: inner.line, in: $0) },
        inner.message, "load-error", nil)
    }
    let parted = MessageHint(problem)
    let offset = source.flatMap { source in
      line.map { NamedPlace.offset(of: parted.message, line: $0, in: source) }
    }
    return rendered(path, source, offset, parted.message, "load-error", parted.hint)
  }

  private static func manifest(
    _ path: String, _ line: Int?, _ field: String, _ problem: String
  ) -> String {
    let parted = MessageHint(problem)
    let places = ManifestPlaces(path: path)
    let source = places?.source ?? (try? FileContents.read(path: path))
    let offset =
      places?.place(of: field)?.lowerBound
      ?? source.flatMap { source in
        line.map { NamedPlace.offset(of: "'\(field)'", line: $0, in: source) }
      }
    return rendered(
      path, source, offset, "manifest field '\(field)': \(parted.message)", "bad-manifest",
      parted.hint)
  }

  private static func option(
    _ name: String, of plugin: String, _ value: String, _ problem: String
  ) -> String {
    let parted = MessageHint(problem)
    return "ibid: error: option '\(name)' of plugin '\(plugin)': \(parted.message), got '\(value)'"
      + (parted.hint.map { "\n  hint: \($0)" } ?? "")
  }

  /// Where an option is declared.
  private static func declaration(of option: String, _ path: String) -> String {
    guard let places = ManifestPlaces(path: path),
      let place = places.place(of: "options.\(option)")
    else { return "" }
    return "\n"
      + rendered(path, places.source, place.lowerBound, "it is declared here", nil, nil, "note")
  }

  private static func rendered(
    _ path: String, _ source: [UInt8]?, _ offset: Int?, _ message: String, _ code: String?,
    _ hint: String?, _ level: String = "error"
  ) -> String {
    let text = PlacedMessage(
      path: path, source: source, offset: offset, level: level, message: message, code: code,
      hint: hint
    ).text
    return String(text.dropLast())
  }

  /// The parts of `file.lua:12: message`.
  private static func place(in problem: String) -> (file: String, line: Int, message: String)? {
    let parts = problem.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].hasSuffix(".lua"), let line = Int(parts[1]) else { return nil }
    return (String(parts[0]), line, String(parts[2].drop { $0 == " " }))
  }
}
