import ArticleModel

/// The words of one language that tell what a line of a web page is.
///
/// Every phrase is written in lower case. A phrase that ends with `…` matches the start of a line; any other
/// must be the whole line, but for punctuation at its ends. To add a language, add a file beside this one and
/// name it in `all`.
struct LanguageLexicon {
  /// The twelve months, each with its forms and abbreviations.
  var months: [[String]] = []
  /// What stands before the number of a note in a marker, as in `[note 3]`; without the full stop of an abbreviation.
  var noteWords: [String] = []
  /// Headings above notes and references.
  var noteHeadings: [String] = []
  /// Headings above a list of what the text holds.
  var contentsHeadings: [String] = []
  /// Other headings that stand alone on a line.
  var headings: [String] = []
  /// What stands before the number of a table.
  var tableLabels: [String] = []
  /// What stands before the number of a picture.
  var figureLabels: [String] = []
  /// Nouns that a number names one of: `chapter 3`, `page 12`.
  var numberedNouns: [String] = []
  /// Words before a number that counts: `of 20`, `about 30`.
  var countingWords: [String] = []
  /// Words behind a number that is measured: `30 mm`, `10 months`.
  var unitWords: [String] = []
  /// What counts right behind a number in scripts without spaces: 3年, 3회.
  var counters: [String] = []
  /// What names right before a number in scripts without spaces: 第3, 図1.
  var ordinals: [String] = []
  /// Words before a number that cites: `et al. 12`, `see 12`.
  var citingWords: [String] = []
  /// What stands before the name of a picture's maker.
  var creditWords: [String] = []
  /// Words that name a column or a blog.
  var seriesWords: [String] = []
  /// What stands before an author's name, as a prefix of the line.
  var bylinePrefixes: [String] = []
  /// What stands behind an author's name at the end of a line of its own: `홍길동 기자`.
  var bylineSuffixes: [String] = []
  /// What may follow an author's name in small letters and tell where the person writes from or for: *in*, *of*.
  var namePrepositions: [String] = []
  /// What joins a byline to the date behind it: `by Ann Smith on 7 August 2014`.
  var dateWords: [String] = []
  /// What stands before a date, as a prefix of the line.
  var datePrefixes: [String] = []
  /// What stands before the name of a newspaper with a date behind it, as a prefix of the line.
  var sourcePrefixes: [String] = []
  /// Words in the names of newspapers, agencies and schools, which stand behind an author's name.
  var outletWords: [String] = []
  /// Words that begin the names of towns and no person's name: *New* York.
  var placeWords: [String] = []
  /// Nouns that tell what an author does.
  var roles: [String] = []
  /// What joins a name to the description of the person: `is a`.
  var copulas: [String] = []
  /// Titles of a poll.
  var pollTitles: [String] = []
  /// The word after a number of votes.
  var voteWords: [String] = []
  /// What marks the line with all votes.
  var totalWords: [String] = []
  /// What stands above the answers of a poll that is laid out as a table.
  var answerHeaders: [String] = []
  /// What stands above its numbers of votes, beside `voteWords`.
  var voteHeaders: [String] = []
  /// What stands above its percentages, beside `%`.
  var percentHeaders: [String] = []
  /// Abbreviations that point to the note before: *ibid.*
  var ibidem: [String] = []
  /// Abbreviations that point to the note that last named the same author: *op. cit.*
  var opereCitato: [String] = []
  /// Words that name a button of sharing only where other such buttons stand beside them in the line: *Pin*, *Email*.
  var shareWords: [String] = []
  /// Links to edit a section that encyclopaedias put behind its heading: `[edit]`.
  var editWords: [String] = []
  /// Articles and conjunctions in small letters, with which no heading ends.
  var openWords: [String] = []
  /// Buttons below each comment of a reader.
  var replyWords: [String] = []
  /// Lines that are no part of the article, by what they are.
  var boilerplate: [Reason: [String]] = [:]

  /// Every language, in the order in which their words are looked up.
  static let all: [LanguageLexicon] = [
    english, german, french, spanish, russian, chinese, japanese, korean, arabic, italian,
    portuguese, dutch, swedish, danish, norwegian, polish,
  ]
}
