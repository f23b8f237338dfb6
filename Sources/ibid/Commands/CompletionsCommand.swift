import ArgumentParser

/// `ibid completions`: what a shell needs to complete the words of this program.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the completions for a shell.",
    discussion: """
      They know commands, options, files, and the names of plugins and of their options:

        bash  ibid completions bash > ~/.local/share/bash-completion/completions/ibid
        zsh   ibid completions zsh > ~/.zfunc/_ibid, with ~/.zfunc in fpath
        fish  ibid completions fish > ~/.config/fish/completions/ibid.fish
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var shell: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() {
    print(Ibid.completionScript(for: shell.shell))
    if shell == .bash { print(BashSettings.script) }
  }
}
