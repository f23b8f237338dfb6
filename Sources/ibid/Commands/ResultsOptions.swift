import ArgumentParser
import BatchRunner

/// Where records go, and in which form.
struct ResultsOptions: ParsableArguments {
  @Option(help: "How to write records; by default a table on a terminal, else jsonl.")
  var format: ResultsForm?

  @Option(
    help: ArgumentHelp(
      "Write the records to a file, which appears whole; its name tells the format.",
      valueName: "file"))
  var results: String?

  func validate() throws {
    if let results, format == nil, ResultsForm(path: results) == nil {
      throw ValidationError("the name '\(results)' tells no format; say which with --format")
    }
    if format == .sqlite, results == nil {
      throw ValidationError("a database needs a file: --results FILE.sqlite")
    }
  }

  /// Makes them the targets of a plan; without options it keeps its own.
  func apply(to plan: inout RunPlan) {
    if let results {
      plan.targets = [.init(format ?? ResultsForm(path: results)!, path: results)]
    } else if let format {
      plan.targets = [.init(format)]
    }
  }
}

extension ResultsForm: ExpressibleByArgument {}
