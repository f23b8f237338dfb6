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
        == "accept: error: NOTHING WAS CHECKED: there is no ../shared with the acceptance checks\n")
    #expect(status == 77)
  }

  @Test("The committed manual page is that of the command line; make docs writes it")
  func manualPage() {
    let scratch = Scratch()
    let page = "\(Scratch.repository)/docs/ibid.1"
    let (output, status) = scratch.run("ibid reference --format man | diff \(page) - | head -20")
    #expect(output == "")
    #expect(status == 0)
  }
}
