/// Abbreviations of one language by what may follow them; lower case, without the last stop.
struct AbbreviationLists: Sendable {
  /// Never the last word of a sentence: titles and words like "e.g" and "vs".
  var leading = ""

  /// Stand before a number: "p", "no", "fig"; elsewhere they may end a sentence.
  var numbered = ""

  /// Follow what they belong to and may end a sentence: "inc", "etc", "a.m"; they do where a word
  /// that begins sentences follows.
  var trailing = ""

  /// Times of the day, after which any capital but a weekday or a time zone begins a sentence.
  var times = ""
}
