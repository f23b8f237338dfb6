import BatchRunner

/// Places numbers on an axis with round ticks.
struct PlotAxis {
  private(set) var ticks: [Double] = []
  private var low = 0.0
  private var high = 1.0
  private let from: Double
  private let to: Double

  /// Makes an axis for values that runs between two places of the drawing.
  init(_ values: [Double], includesZero: Bool, from: Double, to: Double) {
    self.from = from
    self.to = to
    guard var low = values.min(), var high = values.max(), (high - low).isFinite else { return }
    if includesZero { (low, high) = (min(0, low), max(0, high)) }
    if low == high { high = low + 1 }
    let step = Bins.roundStep((high - low) / 4)
    if includesZero || to < from {
      low = (low / step).rounded(.down) * step
      high = (high / step).rounded(.up) * step
    }
    self.low = low
    self.high = high
    var tick = (low / step).rounded(.up) * step
    while tick <= high + step / 1000, ticks.count < 12 {
      ticks.append(tick)
      tick += step
    }
  }

  /// Where a value lies in the drawing.
  func place(_ value: Double) -> Double { from + (value - low) / (high - low) * (to - from) }
}
