import PluginHost

/// What a plan would do, for people.
public struct PlanDescription {
  /// The lines, each with its end.
  public private(set) var text = ""

  /// Describes a plan: loads its plugins and counts its inputs.
  public init(_ plan: RunPlan) throws {
    let limits = try plan.configuration.parsedLimits()
    let lists = plan.list.map { ["the list \($0)"] } ?? []
    let names = (plan.paths + lists).joined(separator: ", ")
    // What comes by standard input is read once, by the run.
    if plan.paths.contains("-") || plan.list == "-" {
      add("inputs", names)
    } else {
      let inputs = try plan.inputs()
      var count = 0
      while inputs.next() != nil { count += 1 }
      add("inputs", "\(names): \(RunSummary.count(count, "article"))")
    }
    for (index, plugin) in try plan.configuration.resolve().enumerated() {
      let session = try PluginSession(
        path: plugin.path, settings: plugin.settings, limits: limits,
        canWrite: plan.configuration.outputFolder != nil)
      let manifest = session.manifest
      let settings = plugin.settings.map { " \($0.name)=\($0.value)" }.joined()
      add(index == 0 ? "plugins" : "", "\(manifest.name) \(manifest.version)\(settings)")
    }
    if let folder = plan.configuration.outputFolder { add("output", folder) }
    for (index, target) in plan.targets.enumerated() {
      let place = target.path ?? "standard output"
      add(index == 0 ? "results" : "", "\(target.form.rawValue) to \(place)")
    }
    if let limits = plan.configuration.limits { add("limits", limits) }
    add("workers", "\(plan.workerLimit)")
    if plan.failureLimit < .max {
      add("ends", "after \(RunSummary.count(plan.failureLimit, "failure"))")
    }
    add("cache", plan.cacheFolder ?? "none")
    if let stats = plan.stats { add("stats", stats) }
  }

  private mutating func add(_ label: String, _ value: String) {
    text += ColumnText.padded(label, to: 9) + value + "\n"
  }
}
