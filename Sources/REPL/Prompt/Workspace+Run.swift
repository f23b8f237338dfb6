import ArticleModel
import BatchRunner
import PluginHost

extension Workspace {
  /// Runs a plugin on the article: its name or path, then settings.
  func run(_ words: [String]) -> Ending {
    guard let plugin = words.first else { return fail("usage: :run \(PromptCommand.run.usage)") }
    var settings: [(name: String, value: String)] = []
    for word in words.dropFirst() {
      guard let sign = word.firstIndex(of: "=") else {
        return fail("'\(word)' is no setting; write name=value")
      }
      settings.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
    }
    return run(plugin, settings)
  }

  /// Runs the last plugin again, as its files are now.
  func reload() -> Ending {
    guard let lastRun else { return fail("no plugin has run yet", hint: ":run PLUGIN runs one") }
    return run(lastRun.plugin, lastRun.settings)
  }

  private func run(_ plugin: String, _ settings: [(name: String, value: String)]) -> Ending {
    guard let article else {
      return fail("'article' is no article", hint: ":open PATH opens one")
    }
    do throws(PluginError) {
      let path = try PluginLocator.standard().find(plugin)
      lastRun = (plugin, settings)
      let session = try PluginSession(
        path: path, settings: settings, limits: pluginLimits, print: output.write)
      let record = Interrupt.stopping(session) { session.run(on: article) }
      return show(record)
    } catch {
      return fail(ErrorText.bare(error))
    }
  }

  private func show(_ record: Record) -> Ending {
    if let error = record.error {
      lastError = error
      complain(
        ErrorText(status: record.status, error: error, page: page()).pluginLines(record.plugin))
    }
    if let result = record.result {
      keep(result)
      show(session.value(ofPath: "_").map { [$0] } ?? [])
    }
    report(record.findings)
    if !record.files.isEmpty {
      say([page().dim("files, not written at the prompt: \(record.files.joined(separator: ", "))")])
    }
    return record.status == .ok ? .done : .failed
  }

  /// Makes a result the global `_`.
  private func keep(_ json: [UInt8]) {
    let text = String(decoding: json, as: UTF8.self)
    var level = ""
    while text.contains("]\(level)]") { level += "=" }
    _ = session.evaluate("_ = ibid.json.decode([\(level)[\(text)]\(level)])")
  }
}
