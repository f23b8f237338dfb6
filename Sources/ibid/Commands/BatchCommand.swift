import ArgumentParser
import BatchRunner
import Glibc

/// `ibid batch`: a run that is kept in a file.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Run what a file describes.",
    discussion: """
      The file is Lua and returns a table with inputs, plugins, results and limits; examples/nightly.lua shows \
      all fields. Paths in it start at its folder. Options here count more than the file.
      """)

  @Argument(help: "The batch file.")
  var file: String

  @Flag(help: "Print what would be done, and do nothing.")
  var dryRun = false

  @OptionGroup var runOptions: RunOptions

  func run() throws {
    let log = Log(runOptions.logFormat)
    // What is wrong with the file is shown from where the reader is.
    let batch = try BatchFile(path: file) { log.say(.print, $0) }
    try enterFolder()
    var plan = try batch.plan(
      workerLimit: RunCommand.coreCount, cacheFolder: CacheFolder.standard)
    runOptions.apply(to: &plan)
    if dryRun {
      print(try PlanDescription(plan).text, terminator: "")
    } else {
      try PlanPerformer(plan: plan, isQuiet: runOptions.quiet, folder: folder).perform()
    }
  }

  /// The folder of the file, where the name has one.
  private var folder: String? {
    file.lastIndex(of: "/").flatMap { $0 > file.startIndex ? String(file[..<$0]) : nil }
  }

  /// Makes the folder of the file the working folder.
  private func enterFolder() throws {
    guard let folder, chdir(folder) != 0 else { return }
    throw RunError.batch(path: file, line: nil, problem: SystemError.message(), hint: nil)
  }
}
