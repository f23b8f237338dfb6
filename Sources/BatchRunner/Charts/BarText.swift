/// Bars in the cells of a terminal, all from one zero; those of negative values go to its left.
struct BarText {
  private let scale: Double
  /// The columns on both sides of zero.
  private let left: Int
  private let right: Int

  /// Bars of `values` in `width` columns.
  init(_ values: [Double], width: Int) {
    // Halves, because the difference of two numbers may be too large for a number.
    let low = min(0, values.min() ?? 0) / 2
    let high = max(0, values.max() ?? 0) / 2
    scale = high > low ? Double(width) / (high - low) : 0
    left = low < 0 ? min(width - 1, max(1, Int((-low * scale).rounded()))) : 0
    right = width - left
  }

  /// The bar of a value with the spaces before it, in eighths of a column; to the left of zero in halves, the finest
  /// blocks that there are.
  func bar(_ value: Double) -> String {
    let length = abs(value / 2) * scale
    guard value < 0 else {
      let eighths = min(Int((length * 8).rounded()), right * 8)
      return String(repeating: " ", count: left) + String(repeating: "█", count: eighths / 8)
        + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    }
    let halves = min(Int((length * 2).rounded()), left * 2)
    return String(repeating: " ", count: left - (halves + 1) / 2)
      + (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
  }
}
