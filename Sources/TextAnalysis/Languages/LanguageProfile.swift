/// What the analysis knows about one language: data only, one file for each language.
///
/// Word lists are lower-case words parted by blanks.
struct LanguageProfile: Sendable {
  let language: Language

  /// Words that carry grammar rather than topic; they tell the language, are stop words and,
  /// written with a capital, begin a sentence.
  let functionWords: String

  /// Stop words that tell no language: they are shared, or are frequent verbs and adverbs.
  var otherStopWords = ""

  /// The letters of this language that not all of its script have, as one run of scalars: none is left out,
  /// as a letter speaks for all languages that list it.
  var distinctiveLetters = ""

  /// Abbreviations for the sentence rules, without their last stop.
  var abbreviations = AbbreviationLists()

  /// Digits and a stop are an ordinal even before a capital: "am 3. Oktober". Languages that write
  /// nouns small need no such rule.
  var writesOrdinalsWithStop = false

  /// Prepositions that open a sentence before its subject; without them that is not looked for.
  var prepositions = ""

  /// Verbs that follow a quotation's end and its speaker: “Stop!” Mr. Smith cried.
  var sayingVerbs = ""

  /// Vowel letters, lower case; a run of them is one syllable.
  var vowels = "aeiouyàâáãäåæèéêëìíîïòóôõöøùúûüýÿœ"

  /// Each vowel letter is a syllable of its own.
  var eachVowelIsSyllable = false
}
