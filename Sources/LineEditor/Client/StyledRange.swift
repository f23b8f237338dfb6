/// A range of a text, in UTF-8 bytes, that plays one role.
public struct StyledRange: Hashable, Sendable {
  /// The bytes that are styled, counted from the start of the text.
  public var range: Range<Int>
  public var role: StyleRole

  public init(_ range: Range<Int>, _ role: StyleRole) {
    self.range = range
    self.role = role
  }
}
