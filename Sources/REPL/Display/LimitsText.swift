import PluginHost

/// Limits as `--limit` reads them.
enum LimitsText {
  static func text(_ limits: Limits) -> String {
    [
      "cpu=\(time(limits.cpu))", "memory=\(size(limits.memory))", "result=\(size(limits.result))",
      "print=\(size(limits.print))",
    ].joined(separator: ",")
  }

  private static func time(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    if attoseconds != 0 { return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000)ms" }
    return seconds >= 60 && seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
  }

  private static func size(_ bytes: Int) -> String {
    for (shift, unit) in [(30, "G"), (20, "M"), (10, "K")] where bytes >= 1 << shift {
      if bytes % (1 << shift) == 0 { return "\(bytes >> shift)\(unit)" }
    }
    return "\(bytes)"
  }
}
