import Glibc

/// The size of the terminal on standard output.
enum ScreenSize {
  /// Columns and rows now; 80 by 24 where they are not known.
  static var now: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
