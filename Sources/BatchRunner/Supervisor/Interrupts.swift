import CProcess
import Glibc

/// Signals to a run, as something that can be waited for: Ctrl-C, termination, a closed terminal, and SIGUSR1,
/// which asks what is running.
public final class Interrupts {
  /// Readable when a signal is pending; negative where it could not be opened.
  let descriptor: Int32
  private var wantsReport = false

  /// Takes over these signals for the rest of the process.
  public init() { descriptor = ibid_open_interrupts() }

  /// Takes a signal that asks to end, or `nil`.
  func take() -> Int32? {
    while descriptor >= 0 {
      let signal = ibid_take_interrupt(descriptor)
      if signal == 0 { return nil }
      guard signal == SIGUSR1 else { return signal }
      wantsReport = true
    }
    return nil
  }

  /// Whether somebody has asked what is running since the last call.
  func takeReportRequest() -> Bool {
    defer { wantsReport = false }
    return wantsReport
  }
}
