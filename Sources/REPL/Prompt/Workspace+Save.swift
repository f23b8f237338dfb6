import BatchRunner
import Glibc
import PluginHost

extension Workspace {
  /// Writes the session as a plugin, and tries it on the article.
  func save(_ words: [String]) -> Ending {
    guard words.count == 1 else { return fail("usage: :save \(PromptCommand.save.usage)") }
    guard !record.blocks.isEmpty else {
      return fail("nothing is defined yet", hint: "type what the plugin is to do, its result last")
    }
    let path = words[0].hasSuffix(".lua") ? words[0] : words[0] + ".lua"
    let file = FilePath.expanded(path)
    if access(file, F_OK) == 0, !savedPaths.contains(file) {
      return fail("'\(path)' is there already", hint: "take another name")
    }
    let name = FilePath.pluginName(path)
    let plugin = SavedPlugin(name: name, record: record, globals: session.globalNames)
    do throws(WriteProblem) { try AtomicFile.put(Array(plugin.source.utf8), at: file) } catch {
      return fail("'\(path)' cannot be written: \(error.reason)")
    }
    savedPaths.insert(file)
    say(["saved as \(path); ibid run \(path.contains("/") ? path : "./" + path) PATH… runs it"])
    if !plugin.hasResult { say([page().dim("it gives no result: the session showed no value")]) }
    return tryOut(file)
  }

  /// Says so where the plugin does not do on the article what the session did.
  private func tryOut(_ path: String) -> Ending {
    guard let article else { return .done }
    do throws(PluginError) {
      let record = try PluginSession(path: path, limits: pluginLimits).run(on: article)
      guard let error = record.error else { return .done }
      lastError = error
      complain(
        ["it does not run as it stands:"]
          + ErrorText(status: record.status, error: error, page: page()).pluginLines(record.plugin))
    } catch {
      complain(["it does not run as it stands: \(ErrorText.bare(error))"])
    }
    return .failed
  }
}
