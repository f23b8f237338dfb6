// Only the editor is imported here: the host has a type of the same name.
import LineEditor

extension Candidates {
  /// The candidates as the editor takes them.
  var forEditor: CompletionSet {
    CompletionSet(
      replacing: range,
      with: items.map {
        Completion($0.text, display: $0.display, hint: $0.hint.isEmpty ? nil : $0.hint)
      })
  }
}
