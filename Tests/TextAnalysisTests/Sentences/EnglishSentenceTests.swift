import Testing

@testable import TextAnalysis

@Suite struct EnglishSentenceTests {
  static let marks: [SentenceCase] = [
    .init("It rained. ¦ We stayed in."), .init("Who came? ¦ Nobody did! ¦ A pity."),
    .init("No!! ¦ Really?! ¦ Yes."), .init("They shop at Yahoo! for that."),
    .init("He called it (!) a triumph."), .init("No stop at the end"), .init("..."),
    .init("An iPhone rang. ¦ iPhones do."), .init("It cost $5. ¦ £6 was too much."),
    .init("Good. ¦ 😀 Better."), .init("One. ¦ 12 men came."),
  ]

  static let abbreviations: [SentenceCase] = [
    .init("Dr. Gray met Prof. Ito and Mrs. Lund. ¦ They talked."),
    .init("See p. 12, Fig. 3A and Vol. IV. ¦ It is there."),
    .init("He said no. ¦ Then he left."), .init("Use fruit, e.g. apples, i.e. Malus."),
    .init("Acme Inc. Chairman Ada Lee sold it to Lund & Co. ¦ They were glad."),
    .init("She joined Acme Corp. in May, etc. ¦ Nobody knew."),
    .init("The U.S. Senate voted. ¦ I left the U.S. ¦ It was time."),
    .init("He has a Ph.D. from there. ¦ That is John Lee Jr.'s book."),
    .init("On Jan. 5 Gen. Brown arrived. ¦ The rep. stayed."),
    .init("The cat sat. ¦ He slept on Sat. evening."), .init("It is on Elm St. near the mill."),
    .init("The mss. of St. Jerome (ca. 400) survive."), .init("Send it to No. 7. ¦ No. 8 is shut."),
    .init("Item no. 1047.253. ¦ That is all."), .init("He runs the Hwy. Patrol."),
    .init("I saw it on TV. ¦ Dogs barked."), .init("Lund et al. agree. ¦ We do not."),
    .init("Work (Acme Inc.) The end."),
  ]

  static let times: [SentenceCase] = [
    .init("At 7 a.m. Mrs. Lund rang. ¦ She left at 9 p.m. ¦ Mr. Lund slept."),
    .init("We met at 6 p.m. Eastern on the pier."), .init("It is 5 p.m. Monday in Perth."),
  ]

  static let initials: [SentenceCase] = [
    .init("A. B. Lund wrote it. ¦ Then J. R. Ito read it."),
    .init("Turn to Plan B. ¦ The rest is lost."),
    .init("It was you and I. ¦ Did Ada I. Lund come?"), .init("J.-P. Roux and W.E.B. Gray spoke."),
  ]

  static let numbers: [SentenceCase] = [
    .init("It rose 3.5 percent in 1999. ¦ The rest fell."), .init("Version 2.0. ¦ It works."),
    .init("Node.js is at example.com/a.b. ¦ Try it."),
    .init("Mail ada.lund@example.org. ¦ She answers."),
    .init("See https://example.org/x.50/y.html. ¦ It helps."),
  ]

  static let quotes: [SentenceCase] = [
    .init("“I am late.” ¦ She ran."), .init("“I am late,” she said. ¦ “Go.”"),
    .init("He said, 'That is it.' and left."), .init("“Why?” asked Ada. ¦ Nobody knew."),
    .init("“Stop!” Mr. Lund cried. ¦ He ran."), .init("“Is it?” ¦ Nobody knew."),
    .init("It ended (badly. Very badly.) for us."), .init("It ended (so they say.) ¦ We left."),
    .init("(It ended. ¦ We left.)"), .init("She saw the note [see above. It is long] and left."),
    .init("**It is bold.** ¦ _It leans._ ¦ It stands."),
  ]

  static let references: [SentenceCase] = [
    .init("It was shut.[12] ¦ Nobody came.[13][14] ¦ He did."),
    .init("It was shut. [12] ¦ Nobody came."),
    .init("He ran. ¦ [4] argues otherwise."), .init("It was over.12 ¦ The rest is known."),
    .init("It was said.² ¦ We heard.† ¦ Yes."), .init("He signed.[a] ¦ She did not."),
    .init("Read vol.2 Chapter one."),
  ]

  static let ellipses: [SentenceCase] = [
    .init("I never.... ¦ She left."), .init("I was ... well, I ... I don't know."),
    .init("Wait… ¦ Who is it?"),
    .init("It was weak . . . and cold."), .init("It ends here . . . . ¦ The next began."),
    .init("It joined words. ¦ . . . The habit died. . . ."), .init("“It is simple. . . .”"),
    .init("\"Bohr [...] used it [...]\" (Lund 55). ¦ So did we."),
    .init("He waited ... ¦ She came."),
  ]

  static let lists: [SentenceCase] = [
    .init("1. The first ¦ 2. The second ¦ 3. The third"), .init("1) The first. ¦ 2) The second."),
    .init("1.) The first ¦ 2.) The second"), .init("a. The first ¦ b. The second ¦ c. The third"),
    .init("(a) The first ¦ (b) The second"), .init("• 9. The first ¦ • 10. The second"),
    .init("⁃ One ¦ ⁃ Two"),
    .init("1. The ratio is 2. ¦ The rest is lost."), .init("Bring 1) bread and 2) butter."),
    .init("12. Ibid. ¦ It is there."),
  ]

  static let lines: [SentenceCase] = [
    .init(
      "A wrapped line goes on behind its break, which comes\nafter fifty columns or more. ¦ Done."),
    .init("A heading ¦\n\nThe text. ¦ More text"), .init("A heading ¦\nThe text. ¦ More text."),
    .init("- one ¦\n- two ¦\n- three"), .init("One line, ¦\r\n\r\nanother"),
    .init("Mr.\nLund came."),
    .init("End with Inc. ¦\n\nThe next."), .init("A ¦\u{2029}B"),
  ]

  @Test(
    arguments: [
      marks, abbreviations, times, initials, numbers, quotes, references, ellipses, lists, lines,
    ].flatMap(\.self))
  func finds(sample: SentenceCase) {
    #expect(sample.found == sample.sentences)
  }
}
