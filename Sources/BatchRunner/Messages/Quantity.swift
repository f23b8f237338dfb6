/// Amounts with a unit and three digits.
public enum Quantity {
  /// `1.23 s`, `45.6 ms` or `789 µs`.
  public static func time(_ nanoseconds: Int) -> String {
    scaled(nanoseconds, [(1_000_000_000, "s"), (1_000_000, "ms"), (1000, "µs"), (1, "ns")])
  }

  /// `1.23 GB`, `45.6 MB`, `789 kB` or `12 B`.
  public static func bytes(_ count: Int) -> String {
    scaled(count, [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB"), (1, "B")])
  }

  /// `61%`; `<1%` for what is little and not nothing.
  public static func share(_ part: Int, of whole: Int) -> String {
    guard part > 0, whole > 0 else { return "0%" }
    let percent = (part * 100 + whole / 2) / whole
    return percent == 0 ? "<1%" : "\(percent)%"
  }

  private static func scaled(_ amount: Int, _ units: [(size: Int, name: String)]) -> String {
    let unit = units.first { amount >= $0.size } ?? units[units.count - 1]
    let whole = amount / unit.size
    // Two digits after the point below 10, one below 100.
    let digits = unit.size == 1 || whole >= 100 ? 0 : whole >= 10 ? 1 : 2
    guard digits > 0 else { return "\(whole) \(unit.name)" }
    let scale = digits == 1 ? 10 : 100
    let part = amount % unit.size * scale / unit.size
    let padding = digits == 2 && part < 10 ? "0" : ""
    return "\(whole).\(padding)\(part) \(unit.name)"
  }
}
