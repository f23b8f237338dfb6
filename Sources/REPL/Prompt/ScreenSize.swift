import Glibc

/// Columns and rows of a screen.
struct ScreenSize: Hashable {
  var columns: Int
  var rows: Int

  /// The size of the terminal on standard output; 80 by 24 where it is not known.
  static var now: ScreenSize { of(STDOUT_FILENO) }

  /// The size of a terminal; 80 by 24 where it is not known.
  static func of(_ terminal: Int32) -> ScreenSize {
    var size = winsize()
    guard ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else {
      return ScreenSize(columns: 80, rows: 24)
    }
    return ScreenSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}
