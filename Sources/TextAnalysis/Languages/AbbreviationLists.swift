/// Abbreviations of one language by what may follow them; lower case, without the last stop.
struct AbbreviationLists: Sendable {
  /// Those that most languages share, or quote; they are added to every language's own.
  static let common = AbbreviationLists(
    leading: "dr prof mr mrs ms cf e.g i.e vs",
    titles: "st mt skt",
    numbered: "n° nº № nr p pp § §§ vol fig tab art",
    trailing: "inc ltd co corp llc jr sr al ph.d",
    closing: "etc"
  )

  /// Never the last word of a sentence: "e.g", "vs", and titles where they are written small.
  var leading = ""

  /// The same, but only when written with a capital: "Gen", "Rep".
  var titles = ""

  /// Stand before a number: "p", "no", "fig"; elsewhere they are words like any other.
  var numbered = ""

  /// Follow what they belong to and may end a sentence: "inc", "jr"; they do where a word that
  /// begins sentences follows.
  var trailing = ""

  /// The same, but only when written with a capital: "Ill", "Sat".
  var properTrailing = ""

  /// End a list or tell the time: any capital after them begins a sentence, but for
  /// `closingContinues`.
  var closing = ""

  /// Capitalised words that go on after `closing`: weekdays and time zones.
  var closingContinues = ""
}
