/// What a piece of the screen is, so that a theme can decide how it looks.
public enum StyleRole: UInt8, CaseIterable, Sendable {
  case text
  case prompt
  case continuationPrompt

  // What a client's highlighter tells apart.
  case keyword
  case string
  case number
  case comment
  case constant
  case function
  case command
  case error
  case matchingBracket
  case unmatchedBracket

  // What the editor itself shows.
  case hint
  case searchMatch
  case menuItem
  case menuSelection
  case status
  case control
}
