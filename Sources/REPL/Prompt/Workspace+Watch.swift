extension Workspace {
  /// Begins or ends to look for changes of the plugins that ran last.
  func watch(_ rest: String) -> Ending {
    switch rest {
    case "off":
      watch = nil
      return .done
    case "": break
    default: return fail("usage: :watch \(PromptCommand.watch.usage)")
    }
    guard !lastRuns.isEmpty else {
      return fail("no plugin has run yet", hint: ":run PLUGIN runs one")
    }
    guard let watch = PluginWatch(paths: lastRuns.map(\.path)) else {
      return fail("the system does not let the plugin's folder be watched")
    }
    self.watch = watch
    let paths = lastRuns.map(\.path).joined(separator: ", ")
    say([page().dim("each change beside \(paths) runs it again; ':watch off' ends that")])
    return .done
  }

  /// Runs the watched plugins after a change.
  func rerunWatched() {
    guard let watch else { return }
    watch.hasChanged = false
    say(["the plugin has changed:"])
    _ = reload()
  }
}
