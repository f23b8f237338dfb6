/// What a run asks of the line of a record or total besides its status: kept beside the line it spares reading it.
struct LineParts: Hashable {
  /// The bytes of the result or total.
  var value: Range<Int>?
  /// Whether a finding has the level `error`.
  var hasErrorFinding = false
}
