import ArticleModel
import BatchRunner
import Glibc
import PluginHost

extension Workspace {
  /// Carries out a command.
  func command(_ name: String, _ rest: String) -> Ending {
    guard let command = Workspace.command(named: name) else {
      let names = PromptCommand.allCases.map(\.rawValue)
      let hint = suggestion(for: name, among: names).map { "did you mean ':\($0)'?" }
      return fail("there is no command ':\(name)'", hint: hint ?? ":help lists the commands")
    }
    if command.takesExpression, command != .raw, rest.isEmpty {
      return fail("usage: :\(name) \(command.usage)")
    }
    switch command {
    case .open: return open(CommandWords.split(rest))
    case .articles: say(articleList)
    case .run: return run(CommandWords.split(rest))
    case .reload: return reload()
    case .watch: return watch(rest)
    case .save: return save(CommandWords.split(rest))
    case .raw: return raw(rest)
    case .source: return source(rest)
    case .time: return time(rest)
    case .trace: say(trace)
    case .limits: return limits(rest)
    case .help where PromptCommand(rawValue: rest) != nil:
      say(help.lines(about: ":" + rest))
    case .help:
      say(rest.isEmpty ? help.overview : help.lines(about: rest))
    case .quit: return .quit
    }
    return .done
  }

  /// The command of a name, or of the beginning of one name only: `:q`.
  static func command(named name: String) -> PromptCommand? {
    if let command = PromptCommand(rawValue: name) { return command }
    let meant = PromptCommand.allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
    return meant.count == 1 ? meant[0] : nil
  }

  // MARK: Articles

  /// Opens articles; the first of them becomes `article`.
  ///
  /// - Parameter name: the only one that is wanted of those in the paths.
  func open(_ paths: [String], only name: String? = nil) -> Ending {
    guard !paths.isEmpty else { return fail("usage: :open \(PromptCommand.open.usage)") }
    if paths.count == 1, let index = session.articles.lastIndex(where: { $0.path == paths[0] }),
      access(FilePath.expanded(paths[0]), F_OK) != 0
    {
      // An article of a JSON Lines file has an identifier that is no path.
      opened = index..<index + 1
      _ = session.evaluate("article = articles[\(index + 1)]")
      say(page().cut(articleLines(opened), isValue: false))
      return .done
    }
    do throws(RunError) {
      let problems = try load(paths, only: name)
      say(page().cut(articleLines(opened), isValue: false))
      for problem in problems { complain([page().alarm("error:") + " \(problem)"]) }
      return problems.isEmpty ? .done : .failed
    } catch {
      return fail(error.message, hint: error.hint)
    }
  }

  /// Reads and opens articles, without a word; what could not be read comes back as sentences.
  ///
  /// - Throws: `RunError.noInput` where none of the paths exists.
  func load(_ paths: [String], only name: String? = nil) throws(RunError) -> [String] {
    let inputs = try InputSequence(paths: paths.map(FilePath.expanded))
    let first = session.articles.count
    var problems: [String] = []
    while !Interrupt.isPending, let input = inputs.next() {
      if let name, input.name != name { continue }
      do throws(InputProblem) {
        if !session.open(try ArticleLoader.load(input)) {
          problems.append("\(input.name): not enough memory")
          break
        }
      } catch {
        problems.append("\(input.name): \(error)")
      }
    }
    opened = first..<session.articles.count
    if let name, opened.isEmpty, problems.isEmpty { problems.append("\(name): no such article") }
    if !opened.isEmpty { note(opened: paths) }
    if !opened.isEmpty { _ = session.evaluate("article = articles[\(first + 1)]") }
    return problems
  }

  /// One line for each of some open articles.
  func articleLines(_ range: Range<Int>) -> [String] {
    let page = page()
    let width = "\(session.articles.count)".utf8.count
    return range.map { index in
      let article = session.articles[index]
      let number = page.padded("\(index + 1)", to: width, alignsRight: true)
      let summary = ArticleCard(article: article, page: page).summary
      let path = page.fitting(article.path, columns: page.columns / 2)
      let used = width + page.width(path) + 6
      return " \(page.number(number))  \(page.rest(summary, after: used))  \(page.dim(path))"
    }
  }

  private var articleList: [String] {
    let page = page()
    if session.articles.isEmpty { return [page.dim("no article is open; :open PATH opens one")] }
    return page.cut(articleLines(session.articles.indices), isValue: false)
  }

  // MARK: Evaluation

  /// Shows all of an expression's values, or of the last ones.
  private func raw(_ text: String) -> Ending {
    if text.isEmpty, lastValueCount == 0 {
      return fail("there is no value yet", hint: ":raw EXPRESSION shows all of one")
    }
    let last = (1...max(lastValueCount, 1)).map { "_\($0)" }.joined(separator: ", ")
    var whole = page()
    whole.isWhole = true
    return evaluate(text.isEmpty ? last : text, isWhole: true) { self.show($0, on: whole) }
  }

  private func time(_ text: String) -> Ending {
    let clock = ContinuousClock()
    let start = clock.now
    var taken = Duration.zero
    let ending = evaluate(text) {
      taken = clock.now - start
      self.show($0)
    }
    guard ending == .done else { return ending }
    say([page().dim(DurationText.text(taken))])
    return .done
  }

  private var trace: [String] {
    guard let error = lastError else { return [page().dim("no error so far")] }
    let lines = (error.traceback ?? "").split(separator: "\n").map(String.init)
    return [page().alarm("error:") + " \(error.message)"] + lines.map { "  \($0)" }
  }

  private func limits(_ text: String) -> Ending {
    if !text.isEmpty {
      do throws(PluginError) {
        pluginLimits = try Limits(parsing: text)
      } catch {
        return fail(ErrorText.bare(error))
      }
    }
    say([
      ":run        \(LimitsText.text(pluginLimits))",
      "the prompt  \(LimitsText.text(ReplSession.defaultLimits))",
    ])
    return .done
  }
}
