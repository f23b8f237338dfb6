/// What a key can do in the editor.
public enum EditCommand: String, CaseIterable, Sendable {
  case submit, newline, interrupt, endOfInputOrDelete, suspend, clearScreen
  case complete, completeBackward, search, searchForward, escape
  case left, right, wordLeft, wordRight, lineStart, lineEnd, blockStart, blockEnd
  case up, down, historyPrevious, historyNext, historyPreviousMatching, historyNextMatching
  case deleteBackward, deleteForward, transpose
  case killToLineEnd, killToLineStart, killWordBackward, killWordForward, killBlankWordBackward
  case yank, yankPrevious, undo, redo

  /// What the command does, in a few words for a list of keys.
  public var summary: String {
    switch self {
    case .submit: "run the block, or continue it where it is incomplete"
    case .newline: "open a new line, complete or not"
    case .interrupt: "discard the block"
    case .endOfInputOrDelete: "leave when empty, else delete the next character"
    case .suspend: "stop the program until the shell continues it"
    case .clearScreen: "clear the screen"
    case .complete: "complete, then the next candidate"
    case .completeBackward: "the previous candidate"
    case .search: "search the history, then an older match"
    case .searchForward: "a newer match of the search"
    case .escape: "close the list or the search"
    case .left: "one character left"
    case .right: "one character right, or take the suggestion"
    case .wordLeft: "one word left"
    case .wordRight: "one word right, or take a word of the suggestion"
    case .lineStart: "start of the line"
    case .lineEnd: "end of the line, or take the suggestion"
    case .blockStart: "start of the block"
    case .blockEnd: "end of the block"
    case .up: "one line up, or the previous history entry"
    case .down: "one line down, or the next history entry"
    case .historyPrevious: "the previous history entry"
    case .historyNext: "the next history entry"
    case .historyPreviousMatching: "the previous entry that begins like the text before the cursor"
    case .historyNextMatching: "the next entry that begins like the text before the cursor"
    case .deleteBackward: "delete the character before the cursor"
    case .deleteForward: "delete the next character"
    case .transpose: "swap the characters around the cursor"
    case .killToLineEnd: "cut to the end of the line"
    case .killToLineStart: "cut to the start of the line"
    case .killWordBackward: "cut the word before the cursor"
    case .killWordForward: "cut the next word"
    case .killBlankWordBackward: "cut back to white space"
    case .yank: "insert what was cut last"
    case .yankPrevious: "replace the inserted text by what was cut before it"
    case .undo: "undo"
    case .redo: "redo"
    }
  }
}
