import BatchRunner

/// The first line of a session.
struct Greeting {
  let page: Page

  var lines: [String] {
    [page.strong("ibid \(Release.version)") + page.dim(" · Tab completes, ?NAME explains, :help, Ctrl-D leaves")]
  }
}
