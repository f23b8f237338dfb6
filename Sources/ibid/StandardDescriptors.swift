import Glibc

/// The descriptors of standard input, output and error.
enum StandardDescriptors {
  /// Takes the numbers of those that the caller has closed, so that no other file gets them: what reads from such an input
  /// or writes to such an output fails, as it should.
  static func fill() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
