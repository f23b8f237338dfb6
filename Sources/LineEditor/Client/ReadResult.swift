/// How reading a block ended.
public enum ReadResult: Hashable, Sendable {
  /// The user submitted the text; lines are separated by `\n`, without a final one.
  case line(String)
  /// The user pressed Ctrl-C, or the process got SIGINT.
  case interrupted
  /// The input ended, or the user pressed Ctrl-D in an empty block.
  case endOfInput
}
