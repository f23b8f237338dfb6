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
    bylinePrefixes: [
      "door …", "door: …", "auteur: …", "tekst: …", "geschreven door …", "geplaatst door …",
      "gepubliceerd door …",
    ],
    namePrepositions: ["in", "uit", "voor", "bij", "met", "van", "te"],
    dateWords: ["op"],
    datePrefixes: [
      "gepubliceerd op …", "geplaatst op …", "bijgewerkt op …", "datum: …", "bijgewerkt …",
      "laatst bijgewerkt …",
    ],
    replyWords: ["reageer", "reageren", "beantwoorden"],
    boilerplate: [
      .share: ["delen", "deel dit artikel", "deel dit", "delen op facebook", "afdrukken"],
      .navigation: [
        "over ons", "zoeken", "inloggen", "registreren", "naar de inhoud", "terug naar boven",
        "volgende", "vorige", "nieuws", "archief", "trefwoorden: …", "categorieën: …",
      ],
      .cookies: [
        "wij gebruiken cookies…", "deze website gebruikt cookies…", "alle cookies accepteren",
        "cookie-instellingen",
      ],
      .subscription: ["nieuwsbrief", "abonneren", "schrijf je in voor …", "volg ons…", "doneren"],
      .related: [
        "lees ook", "lees ook:…", "lees meer", "lees meer:…", "gerelateerde artikelen",
        "meest gelezen", "meer over dit onderwerp",
      ],
      .footer: [
        "privacybeleid", "privacyverklaring", "algemene voorwaarden", "alle rechten voorbehouden…",
      ],
      .advertisement: ["advertentie"],
      .comments: [
        "reacties", "# reacties", "geef een reactie", "plaats een reactie",
        "je e-mailadres wordt niet gepubliceerd…",
      ],
    ])

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
    bylinePrefixes: ["av …", "av: …", "text: …", "skriven av …", "publicerad av …"],
    namePrepositions: ["i", "från", "för", "på"],
    dateWords: ["den"],
    datePrefixes: ["publicerad …", "publicerad den …", "uppdaterad …", "publicerat …"],
    replyWords: ["svara"],
    boilerplate: [
      .share: ["dela", "dela artikeln", "skriv ut"],
      .related: ["läs också", "läs också:…", "läs även", "läs även:…", "läs mer", "läs mer:…"],
      .navigation: ["etiketter: …", "kategorier: …", "om oss", "sök", "logga in"],
      .subscription: ["prenumerera", "nyhetsbrev"],
      .footer: ["integritetspolicy", "användarvillkor"],
      .advertisement: ["annons"],
      .comments: ["kommentarer", "# kommentarer", "kommentarer (…", "lämna en kommentar"],
    ])

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
    namePrepositions: ["i", "fra", "for", "på"],
    dateWords: ["den"],
    datePrefixes: ["publiceret …", "udgivet …", "opdateret …"],
    replyWords: ["svar"],
    boilerplate: [
      .share: ["del artiklen"],
      .related: ["læs også", "læs også:…", "læs mere", "læs mere:…"],
      .navigation: ["om os", "søg", "log ind", "emner: …"],
      .subscription: ["nyhedsbrev", "tilmeld nyhedsbrev"],
      .footer: ["privatlivspolitik"],
      .advertisement: ["annonce"],
      .comments: ["kommentarer", "# kommentarer", "kommentarer (…", "skriv en kommentar"],
    ])

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
    namePrepositions: ["i", "fra", "for", "på"],
    dateWords: ["den"],
    datePrefixes: ["publisert …", "oppdatert …", "lagt ut …"],
    replyWords: ["svar"],
    boilerplate: [
      .share: ["del artikkelen"],
      .related: ["les også", "les også:…", "les mer", "les mer:…"],
      .navigation: ["om oss", "søk", "logg inn", "emner: …"],
      .subscription: ["nyhetsbrev"],
      .footer: ["personvern", "personvernerklæring"],
      .advertisement: ["annonse"],
      .comments: ["kommentarer", "# kommentarer", "kommentarer (…", "skriv en kommentar"],
    ])

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
    bylinePrefixes: [
      "autor: …", "autorka: …", "tekst: …", "napisał …", "napisała …", "napisane przez …",
      "opublikowane przez …",
    ],
    namePrepositions: ["z", "w", "dla"],
    datePrefixes: ["opublikowano …", "data publikacji: …", "zaktualizowano …", "aktualizacja: …"],
    replyWords: ["odpowiedz"],
    boilerplate: [
      .share: ["udostępnij", "udostępnij artykuł", "podziel się", "drukuj"],
      .related: [
        "czytaj także", "czytaj także:…", "czytaj też", "czytaj też:…", "czytaj również",
        "czytaj również:…", "zobacz także", "zobacz także:…", "zobacz też", "zobacz też:…",
        "polecamy", "podobne artykuły", "najczęściej czytane",
      ],
      .navigation: [
        "strona główna", "o nas", "kontakt", "szukaj", "zaloguj się", "zarejestruj się", "archiwum",
        "tagi: …", "kategorie: …",
      ],
      .cookies: ["ta strona używa plików cookie…", "używamy plików cookie…"],
      .subscription: ["zapisz się do newslettera", "subskrybuj", "prenumerata"],
      .footer: ["polityka prywatności", "regulamin", "wszelkie prawa zastrzeżone…"],
      .advertisement: ["reklama"],
      .comments: [
        "komentarze", "# komentarzy", "# komentarze", "komentarze (…", "dodaj komentarz",
        "twój adres e-mail nie zostanie opublikowany…",
      ],
    ])
}
