extension Supervisor {
  /// Lets the workers tell where they spent their time, and ends those that do not.
  func collectProfiles() {
    guard configuration.isProfiled else { return }
    var profile = RunProfile()
    for worker in workers { worker.closeRequests() }
    for worker in workers {
      if let part = worker.lastLine(within: max(patience, 10_000)).flatMap(ProfileLine.profile) {
        profile.add(part)
      }
      _ = worker.end()
    }
    workers = []
    profile.lostCount = summary.workersStarted - profile.workerCount
    // In the order of the command line, not of the first worker that answers.
    summary.profile = profile
  }
}
