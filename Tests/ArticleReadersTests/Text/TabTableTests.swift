import Testing

@Suite("Tables whose cells are kept apart by tabs")
struct TabTableTests {
  @Test("Tabs that are no multiple of the fewest between two cells cost no letter of the next")
  func runsOfTabs() {
    let text = "The keepers lit the lamps at dusk and wrote down every ship that they saw.\n\n"
    let article = readText(
      text + "Name\t\tÄra\t\t\tÖl\nBoje\t\tÜber\t\t\t\tAlt\n\n" + text)
    #expect(article.rows == [["Name", "Ära", "", "Öl"], ["Boje", "Über", "", "Alt"]])
  }
}
