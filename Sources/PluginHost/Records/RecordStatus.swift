/// How the work of one plugin on one input ended; the raw value is its name in records.
public enum RecordStatus: String, CaseIterable, Sendable {
  /// The plugin returned a value.
  case ok
  /// The plugin raised an error, or returned what is not a plain value.
  case error
  /// The plugin used up its processor time.
  case timeout
  /// The plugin used up its memory.
  case memory
  /// The process that ran the plugin died.
  case crashed
  /// The plugin did not run on this input.
  case skipped
}
