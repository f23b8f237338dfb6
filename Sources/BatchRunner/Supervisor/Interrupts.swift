import CProcess

/// Ctrl-C and termination, as something that can be waited for.
public final class Interrupts {
  /// Readable when a signal is pending; negative where it could not be opened.
  let descriptor: Int32

  /// Takes over SIGINT and SIGTERM for the rest of the process.
  public init() { descriptor = ibid_open_interrupts() }

  /// Takes the signal that came, or `nil`.
  func take() -> Int32? {
    let signal = descriptor >= 0 ? ibid_take_interrupt(descriptor) : 0
    return signal == 0 ? nil : signal
  }
}
