import Glibc

/// Values counted in bins of equal width whose borders are round numbers.
public struct Bins {
  /// How many values each bin holds.
  public private(set) var counts: [Int] = []
  private var origin = 0.0
  private var width = 1.0

  /// Counts values; about the square root of their number of bins, at most 20, where `count` is not given.
  public init(_ values: [Double], count: Int? = nil) {
    guard let low = values.min(), let high = values.max(), (high - low).isFinite else { return }
    let wanted = min(
      100, max(1, count ?? min(20, Int(Double(values.count).squareRoot().rounded(.up)))))
    width = Bins.roundStep(high > low ? (high - low) / Double(wanted) : max(1, abs(low) / 10))
    // Whole numbers fall into bins of whole numbers.
    if values.allSatisfy({ $0 == $0.rounded() }) { width = max(1, width) }
    origin = (low / width).rounded(.down) * width
    counts = Array(repeating: 0, count: Int((high - origin) / width) + 1)
    for value in values { counts[min(counts.count - 1, Int((value - origin) / width))] += 1 }
  }

  /// Where a bin begins.
  public func start(of index: Int) -> Double { origin + Double(index) * width }

  /// `10–20`; a value on the border belongs to the bin that begins there.
  public func label(of index: Int) -> String {
    "\(PlotNumber.text(start(of: index)))–\(PlotNumber.text(start(of: index + 1)))"
  }

  /// The least of 1, 2, 5 · 10ⁿ that is not below a number above 0.
  public static func roundStep(_ least: Double) -> Double {
    guard least > 0, least.isFinite else { return 1 }
    let power = pow(10, log10(least).rounded(.down))
    for factor in [1.0, 2, 5] where factor * power >= least * 0.999_999 { return factor * power }
    return 10 * power
  }
}

/// Numbers as they stand in charts.
public enum PlotNumber {
  /// At most two decimals, none where they are zero; large numbers in short.
  public static func text(_ number: Double) -> String {
    guard abs(number) < 1e15 else { return "\(number)" }
    let hundredths = (number * 100).rounded()
    if hundredths.truncatingRemainder(dividingBy: 100) == 0 { return String(Int(hundredths / 100)) }
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = (Int(abs(hundredths)) / 100, Int(abs(hundredths)) % 100)
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest / 10)\(rest % 10)"
  }
}
