import ArgumentParser
import BatchRunner

/// The options that ask where the plugins spend their time and their memory.
struct ProfileOptions: ParsableArguments {
  @Flag(
    name: .customLong("profile"),
    help: "Tell where time and memory went, by plugin and function; runs everything anew.")
  var showsTable = false

  @Option(
    help: ArgumentHelp(
      "Write the stacks of the profile with their microseconds, for flamegraph.pl or speedscope.",
      valueName: "file"))
  var profileTime: String?

  @Option(
    help: ArgumentHelp(
      "Write the stacks of the profile with the bytes that they allocated.", valueName: "file"))
  var profileMemory: String?

  var isOn: Bool { showsTable || profileTime != nil || profileMemory != nil }

  /// A profile needs the plugins to run: what earlier runs have kept tells nothing.
  func apply(to plan: inout RunPlan) {
    guard isOn else { return }
    plan.configuration.isProfiled = true
    plan.cacheFolder = nil
    plan.timeStacks = profileTime
    plan.memoryStacks = profileMemory
  }
}
