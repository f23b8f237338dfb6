import Testing

/// The scripts behind the targets of the Makefile.
struct ScriptTests {
  /// What was not checked must not pass for what was.
  @Test func acceptanceWithoutChecksFails() {
    let scratch = Scratch()
    let script = "\(Scratch.repository)/Scripts/accept"
    let (output, status) = scratch.run(
      "mkdir -p copy/Scripts; cp \(script) copy/Scripts; copy/Scripts/accept .bin/ibid")
    #expect(
      output
        == "accept: there is no ../shared with the acceptance checks: nothing was checked\n")
    #expect(status == 1)
  }
}
