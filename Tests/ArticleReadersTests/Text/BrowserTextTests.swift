import ArticleModel
import Testing

/// What lynx, w3m and elinks write: wrapped lines, headings in columns of their own, numbered links.
@Suite("Pages as text browsers write them")
struct BrowserTextTests {
  /// Paragraphs three columns to the right of their headings.
  private static let page = """
                         The ferries of Oster

       By Hanna Brede

       12 May 2014

    The first ferry

       The ferry of the town was built in the spring after the great flood,
       and it was the pride of all who lived on the river.^1 It carried sheep,
       salt and the letters of the harbour master, and it was painted green
       every second year by the widows of the ropewalk, who had a song for it.

       Sheep and salt

       The toll was a penny for each sheep and two for a cow.^2 In the year
       1811. The toll was raised, as the harbour book of the town has it, and
       the drovers went over the bridge at Haddon from that day on, as long as
       it stood, which was not very long, as all will tell you in the town.

    The second ferry

       The widows built a new one when the first had sunk,^3 with a mast of
       pine and a hull of oak, and it was the pride of the town once more; it
       stands on the green today, and children sit in it when it rains hard.

    Notes

       ^1 Harbour book, fol. 3, where the year is given as the one after the
       flood; so in all copies that are known to us, but for the one that was
       4. in the hand of the clerk of Haddon.

       ^2 Letters of the ferryman, 7 June 1812; compare the accounts of the
       town.

       ^3 Songs of the quay.

    """

  @Test("Headings are those in other columns than the paragraphs, and paragraphs are joined")
  func headings() {
    let article = readText(Self.page)
    #expect(article.title == "The ferries of Oster")
    #expect(article.texts(.heading) == ["The first ferry", "The second ferry", "Notes"])
    #expect(
      article.texts(.paragraph).contains {
        $0.hasPrefix("The toll was a penny for each sheep and two")
      })
  }

  @Test("Bullets may have a no-break space behind them: a site's name above its menu is no title")
  func menu() {
    let menu = ["Home", "About us", "Analytics", "Blogs", "Subscribe", "Search"].map {
      "     \u{2022}\u{A0}\($0)"
    }
    let article = readText(
      "   The Review\n\n" + menu.joined(separator: "\n") + "\n\n   Home / Analytics\n\n" + Self.page
    )
    #expect(article.title == "The ferries of Oster")
    #expect(article.date == "2014-05-12")
    #expect(article.boilerplate.contains { article.nodes[$0].reason == .navigation })
  }

  @Test(
    "Lines wrapped at twice a page's width are wrapped all the same", arguments: [100, 160, 240])
  func wideLines(width: Int) {
    var source = "   The ferries of Oster\n\n"
    for number in 1...8 {
      var line = "   The ferry sank[\(number)]"
      for word in 0..<120 {
        let next = ["in", "the", "harbour", "of", "Haddon", "again", "that", "year"][word % 8]
        if line.utf8.count + 1 + next.utf8.count > width {
          source += line + "\n"
          line = "  "
        }
        line += " " + next
      }
      source += line + ".\n\n"
    }
    source += "Notes\n\n"
    for number in 1...8 { source += "   \(number). Harbour book, fol. \(number).\n\n" }
    let article = readText(source)
    #expect(article.footnotes.count == 8)
    #expect(article.references.map(\.footnote) == Array(0..<8))
    #expect(article.texts(.paragraph).count == 8)
  }

  @Test("A number at the start of a wrapped line begins no note, and raised numbers cite notes")
  func notes() {
    let article = readText(Self.page)
    #expect(article.footnotes.map { article.string($0.label) } == ["1", "2", "3"])
    #expect(article.references.map { article.string($0.label) } == ["1", "2", "3"])
    #expect(article.references.map(\.footnote) == [0, 1, 2])
    let first = article.string(article.nodes[Int(article.footnotes[0].node)].text)
    #expect(first.hasSuffix("in the hand of the clerk of Haddon."))
  }

  @Test("Numbers of links are no references, though a note's number is a link")
  func links() {
    let source = """
         * [1]Home
         * [2]About us
         * [3]Search

      The ferries of Oster

         The ferry of the [4]town was built in the spring after the great flood,
         and it was the pride of all who lived on the river.[5][1] It carried the
         sheep, the salt and the [6]letters of the harbour master.[7][2] The wreck
         was sold for its oak, and the widows of the crew built another one soon.

         The toll was a penny for each sheep and two for a cow, and the drovers
         went over the bridge at Haddon from the day on which it was raised, as
         long as it stood, which was not very long, as all will tell you there.

      Notes

         1. Harbour book of the town, fol. 3. [8]↩

         2. Letters of the ferryman, 7 June 1812. [9]↩

      References

         Visible links:
         1. https://example.org/
         2. https://example.org/about
         3. https://example.org/search
         4. https://example.org/town
         5. https://example.org/ferries#n1
         6. https://example.org/letters
         7. https://example.org/ferries#n2
         8. https://example.org/ferries#r1
         9. https://example.org/ferries#r2

      """
    let article = readText(source)
    #expect(article.references.map { article.string($0.label) } == ["1", "2"])
    #expect(article.references.map(\.footnote) == [0, 1])
    #expect(article.texts(.paragraph)[0].hasPrefix("The ferry of the town was built"))
    #expect(
      article.texts(.paragraph)[0].contains(
        "on the river. It carried the sheep, the salt and the letters"))
    #expect(article.boilerplate.contains { article.nodes[$0].reason == .linkList })
    #expect(article.footnotes.count == 2)
  }

  @Test("In a short page of menus, whose lines tell no width, numbers of links are no notes")
  func shortPage() {
    let source = """
         The Harbour

           * [1]Home
           * [2]About us
           * [3]Ferries
           * [4]Search

                              The ferries of Oster

         Hanna Brede

         12.5.2014

         The ferry of the town was built in the spring after the great flood.

         [5]For sailors

      References

         1. https://example.org/
         2. https://example.org/about
         3. https://example.org/ferries
         4. https://example.org/search
         5. https://example.org/sailors

      """
    let article = readText(source)
    #expect(article.title == "The ferries of Oster")
    #expect(article.references.isEmpty)
    #expect(article.boilerplate.contains { article.nodes[$0].reason == .linkList })
  }

  @Test("A centred title may fill three lines, and a byline several")
  func longFrontMatter() {
    let body = Self.page.drop { $0 != "1" }
    let source = """
         The ferries of the town of Oster, which all who lived on the river were so
            proud of, and the songs that the widows of the ropewalk had for each
                                          May 1811

         By Hanna Brede, Joakim Aske, Ulrike Tamm, Peter Sand, Margarethe Holm, and
         Andreas Lind

         \(body)
      """
    let article = readText(source)
    #expect(article.title?.hasSuffix("the widows of the ropewalk had for each May 1811") == true)
    #expect(article.date == "2014-05-12")
    #expect(
      article.authors.compactMap(\.name) == [
        "Hanna Brede", "Joakim Aske", "Ulrike Tamm", "Peter Sand", "Margarethe Holm",
        "Andreas Lind",
      ])
  }

  @Test("Where lines are not wrapped, markers before words cite the addresses at the end")
  func markersBeforeWords() {
    let source = """
      The ferries of Oster

      The ferry of the town was built in the spring after the great flood [1]and sank in autumn [2](they say).

      References

      1. https://example.org/flood
      2. https://example.org/ferry

      """
    let article = readText(source)
    #expect(article.footnotes.count == 2)
    #expect(article.boilerplate.map(\.self) == [])
  }

  @Test("Notes that are nothing but addresses are no list of links")
  func addresses() {
    let source = """
      The ferries of Oster

      The ferry of the town was built in the spring after the great flood[1] and sank in the autumn[2].

      References

      1. https://example.org/flood
      2. https://example.org/ferry

      """
    let article = readText(source)
    #expect(article.footnotes.count == 2)
    #expect(article.references.map(\.footnote) == [0, 1])
  }

  /// Notes of a wrapped text, with the paragraph that cites them above.
  private func notes(_ count: Int, _ note: (Int) -> String) -> Article {
    let cited = (1...count).map { "the ferry sank again on this river[\($0)]" }
    let text =
      cited.joined(separator: ",\n   ")
      + "\n   and that was the end of it, as all will tell you in the town."
    return readText(
      "The ferries of Oster\n\n   It is told that \(text)\n\nNotes\n\n"
        + (1...count).map(note).joined(separator: "\n\n") + "\n")
  }

  @Test("A number at the start of a line within a note begins no series of its own")
  func numberWithinNote() {
    let article = notes(10) { number in
      number == 9
        ? "   [9] Harbour book of the town, where the ferryman and his two sons are\n   1. named among the drowned, though they were seen in Haddon afterwards."
        : "   [\(number)] Harbour book of the town, fol. 3, as far as it can be read."
    }
    #expect(article.footnotes.count == 10)
    #expect(article.references.count { $0.footnote >= 0 } == 10)
  }

  @Test("Notes go on behind a list within one of them")
  func listWithinNote() {
    let article = notes(8) { number in
      "   \(number). Harbour book of the town, fol. 3, as far as it can be read."
        + (number == 5 ? "\n\n       2. The clerk of Haddon says otherwise." : "")
    }
    #expect(article.footnotes.map { article.string($0.label) } == (1...8).map(String.init))
  }

  @Test("A note may fill pages")
  func longNote() {
    let tale = (1...50).map {
      "   The ferry went over the river and back for the \($0)th time, they say."
    }
    let article = notes(6) { number in
      "   \(number). Harbour book of the town, fol. 3, as far as it can be read."
        + (number == 4 ? "\n" + tale.joined(separator: "\n") : "")
    }
    #expect(article.footnotes.map { article.string($0.label) } == (1...6).map(String.init))
  }

  @Test("A numbered list of works that nothing cites is a list of notes, though lines are wrapped")
  func bibliography() {
    let works = (1...6).map {
      "   \($0). Brede H, Aske J, Tamm U: The ferries of the river and their songs\n   as the widows of the ropewalk had them. Harbour papers 1998, 4: 12-1\($0)."
    }
    let article = readText(
      Self.page.prefix { $0 != "^" }
        + ".\n\n   The ferry sank in the autumn of that year, and nobody has built another\n   one since, as the harbour master and all of his clerks have found out.\n\n"
        + works.joined(separator: "\n\n") + "\n")
    #expect(article.footnotes.count == 6)
  }
}
