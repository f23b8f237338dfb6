import CICU

/// How a grapheme cluster stands in a terminal's cells.
struct ClusterWidth: Equatable {
  /// Columns that the cluster takes.
  var columns: Int
  /// Whether terminals agree about it; they do not about joined emoji and Indic conjuncts.
  var isCertain: Bool

  /// Measures a cluster; controls and lone invisible scalars have no columns.
  ///
  /// A scalar's width comes from East Asian Width (UAX #11), ambiguous ones narrow. A cluster with
  /// emoji presentation (UTS #51: joined, toned, a flag, or asked for by U+FE0F) takes two.
  init(_ cluster: Character) {
    if let byte = cluster.utf8.first, cluster.utf8.count == 1 {
      self.init(columns: (0x20...0x7E).contains(byte) ? 1 : 0, isCertain: true)
      return
    }
    var sum = 0
    var spacing = 0
    var isSequence = false
    for (position, scalar) in cluster.unicodeScalars.enumerated() {
      let columns = Self.columns(scalar)
      sum += columns
      if columns > 0 { spacing += 1 }
      switch scalar.value {
      case 0xFE0F: isSequence = true
      case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: if position > 0 { isSequence = true }
      case 0x200D:
        if cluster.unicodeScalars.contains(where: { $0.properties.isEmojiPresentation }) {
          isSequence = true
        }
      default: break
      }
    }
    if isSequence, sum > 0 {
      self.init(columns: 2, isCertain: false)
    } else {
      self.init(columns: sum, isCertain: spacing < 2)
    }
  }

  private init(columns: Int, isCertain: Bool) {
    self.columns = columns
    self.isCertain = isCertain
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    // The soft hyphen is the one ignorable character that terminals show.
    if scalar.properties.isDefaultIgnorableCodePoint, scalar.value != 0xAD { return 0 }
    return Int(ibid_display_width(scalar.value))
  }
}
