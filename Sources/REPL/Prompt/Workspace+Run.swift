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
    do throws(PluginError) {
      return run([PluginRun(path: try PluginLocator.standard().find(plugin), settings: settings)])
    } catch {
      return fail(ErrorText.bare(error))
    }
  }

  /// Runs the last plugins again, as their files are now.
  func reload() -> Ending {
    guard !lastRuns.isEmpty else {
      return fail("no plugin has run yet", hint: ":run PLUGIN runs one")
    }
    return run(lastRuns)
  }

  /// Runs plugins as a batch ran them.
  func replay(_ replay: Replay) -> Ending {
    let configuration = RunConfiguration(
      plugins: replay.plugins, settings: replay.settings, limits: replay.limits)
    do {
      pluginLimits = try configuration.parsedLimits()
      let plugins = try configuration.resolve()
      let ending = run(plugins.map { PluginRun(path: $0.path, settings: $0.settings) })
      let page = page()
      // A script can make nothing of it.
      if !page.isWhole { say([page.dim(":reload runs it again, :watch after each change")]) }
      return ending
    } catch let error as RunError {
      return fail(error.message, hint: error.hint)
    } catch let error as PluginError {
      return fail(ErrorText.bare(error))
    } catch {
      return fail("\(error)")
    }
  }

  /// Runs plugins one after the other; as it was said where one of them fails.
  private func run(_ plugins: [PluginRun]) -> Ending {
    guard let article else {
      return fail("'article' is no article", hint: ":open PATH opens one")
    }
    lastRuns = plugins
    if watch != nil { watch = PluginWatch(paths: plugins.map(\.path)) }
    var ending = Ending.done
    for plugin in plugins where !Interrupt.isPending {
      do throws(PluginError) {
        let session = try PluginSession(
          path: plugin.path, settings: plugin.settings, limits: pluginLimits, print: output.write)
        if show(session.run(on: article)) == .failed { ending = .failed }
      } catch {
        ending = fail(Interrupt.isPending ? "interrupted" : ErrorText.bare(error))
      }
    }
    return ending
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
    lastValueCount = 1
    _ = session.evaluate("_ = ibid.json.decode([\(level)[\(text)]\(level)]) _1 = _")
  }
}
