import BatchRunner

/// The first line of a session.
struct Greeting {
  let page: Page

  var lines: [String] {
    let name = "ibid \(Release.version)"
    let hint = " · Tab completes, ?NAME explains, :help, Ctrl-D leaves"
    return [page.strong(name) + page.dim(page.rest(hint, after: page.width(name)))]
  }
}
