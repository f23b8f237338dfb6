import ArticleModel

// What five languages of northern and central Europe have for notes, bylines and dates.

extension LanguageLexicon {
  static let dutch = LanguageLexicon(
    months: [
      ["januari", "jan"], ["februari", "feb"], ["maart", "mrt"], ["april", "apr"], ["mei"],
      ["juni", "jun"], ["juli", "jul"], ["augustus", "aug"], ["september", "sept", "sep"],
      ["oktober", "okt"], ["november", "nov"], ["december", "dec"],
    ],
    noteWords: ["noot"],
    noteHeadings: ["noten", "voetnoten", "eindnoten", "bronnen", "literatuur", "referenties"],
    contentsHeadings: ["inhoud", "inhoudsopgave"],
    headings: ["inleiding", "conclusie", "samenvatting", "slot"],
    tableLabels: ["tabel"],
    figureLabels: ["figuur", "afbeelding"],
    bylinePrefixes: ["door …", "door: …", "auteur: …", "tekst: …"],
    dateWords: ["op"],
    datePrefixes: ["gepubliceerd op …", "geplaatst op …", "bijgewerkt op …", "datum: …"])

  static let swedish = LanguageLexicon(
    months: [
      ["januari", "jan"], ["februari", "feb"], ["mars", "mar"], ["april", "apr"], ["maj"],
      ["juni", "jun"], ["juli", "jul"], ["augusti", "aug"], ["september", "sept", "sep"],
      ["oktober", "okt"], ["november", "nov"], ["december", "dec"],
    ],
    noteWords: ["fotnot"],
    noteHeadings: ["noter", "fotnoter", "slutnoter", "källor", "referenser", "litteratur"],
    contentsHeadings: ["innehåll", "innehållsförteckning"],
    headings: ["inledning", "slutsats", "sammanfattning", "avslutning"],
    tableLabels: ["tabell"],
    figureLabels: ["figur", "bild"],
    bylinePrefixes: ["av …", "av: …", "text: …", "skriven av …"],
    dateWords: ["den"],
    datePrefixes: ["publicerad …", "publicerad den …", "uppdaterad …", "publicerat …"])

  static let danish = LanguageLexicon(
    months: [
      ["januar", "jan"], ["februar", "feb"], ["marts", "mar"], ["april", "apr"], ["maj"],
      ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["oktober", "okt"], ["november", "nov"], ["december", "dec"],
    ],
    noteWords: ["note"],
    noteHeadings: ["noter", "fodnoter", "slutnoter", "kilder", "referencer", "litteratur"],
    contentsHeadings: ["indhold", "indholdsfortegnelse"],
    headings: ["indledning", "konklusion", "sammenfatning", "resumé"],
    tableLabels: ["tabel"],
    figureLabels: ["figur", "billede"],
    bylinePrefixes: ["af …", "af: …", "skrevet af …"],
    dateWords: ["den"],
    datePrefixes: ["publiceret …", "udgivet …", "opdateret …"])

  static let norwegian = LanguageLexicon(
    months: [
      ["januar", "jan"], ["februar", "feb"], ["mars", "mar"], ["april", "apr"], ["mai"],
      ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["oktober", "okt"], ["november", "nov"], ["desember", "des"],
    ],
    noteWords: ["note"],
    noteHeadings: ["noter", "fotnoter", "sluttnoter", "kilder", "referanser", "litteratur"],
    contentsHeadings: ["innhold", "innholdsfortegnelse"],
    headings: ["innledning", "konklusjon", "sammendrag", "oppsummering"],
    tableLabels: ["tabell"],
    figureLabels: ["figur", "bilde"],
    bylinePrefixes: ["av …", "av: …", "skrevet av …"],
    dateWords: ["den"],
    datePrefixes: ["publisert …", "oppdatert …", "lagt ut …"])

  static let polish = LanguageLexicon(
    months: [
      ["stycznia", "styczeń", "sty"], ["lutego", "luty", "lut"], ["marca", "marzec"],
      ["kwietnia", "kwiecień", "kwi"], ["maja", "maj"], ["czerwca", "czerwiec", "cze"],
      ["lipca", "lipiec", "lip"], ["sierpnia", "sierpień", "sie"],
      ["września", "wrzesień", "wrz"], ["października", "październik", "paź"],
      ["listopada", "listopad", "lis"], ["grudnia", "grudzień", "gru"],
    ],
    noteWords: ["przyp", "przypis"],
    noteHeadings: ["przypisy", "bibliografia", "źródła", "literatura"],
    contentsHeadings: ["spis treści"],
    headings: ["wstęp", "wprowadzenie", "zakończenie", "podsumowanie", "streszczenie"],
    tableLabels: ["tabela", "tab."],
    figureLabels: ["rysunek", "rys.", "ryc."],
    bylinePrefixes: ["autor: …", "autorka: …", "tekst: …", "napisał …", "napisała …"],
    datePrefixes: ["opublikowano …", "data publikacji: …", "zaktualizowano …", "aktualizacja: …"])
}
