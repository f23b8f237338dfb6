import ArticleModel

extension LanguageLexicon {
  static let german = LanguageLexicon(
    months: [
      ["januar", "jänner", "jan"], ["februar", "feber", "feb"], ["märz", "mär", "mrz"],
      ["april", "apr"], ["mai"],
      ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["oktober", "okt"],
      ["november", "nov"], ["dezember", "dez"],
    ],
    noteWords: ["anm", "anmerkung", "fn", "fußnote"],
    noteHeadings: [
      "anmerkungen", "fußnoten", "fussnoten", "endnoten", "literatur", "quellen", "einzelnachweise",
      "literaturverzeichnis", "belege",
    ],
    contentsHeadings: ["inhalt", "inhaltsverzeichnis"],
    headings: ["einleitung", "fazit", "schluss", "zusammenfassung", "ausblick", "danksagung"],
    tableLabels: ["tabelle", "tab."],
    figureLabels: ["abbildung", "abb.", "bild"],
    numberedNouns: [
      "tabellen", "abbildungen", "abb", "kapitel", "kap", "seite", "seiten", "s", "band", "bd",
      "bde", "teil", "abschnitt", "abschn", "absatz", "abs", "artikel", "art", "paragraph",
      "nummer", "nr", "nrn", "heft", "jahrgang", "jg", "stufe", "phase", "schritt", "zeile",
      "zeilen", "gleichung", "gl", "beispiel", "bsp", "anhang", "anlage", "frage", "gruppe", "fall",
      "version", "spalte", "sp", "ziffer", "rn", "rdnr", "aktenzeichen", "blatt", "bl",
    ],
    countingWords: [
      "von", "in", "im", "bis", "für", "und", "oder", "als", "mit", "auf", "über", "unter",
      "zwischen", "mindestens", "höchstens", "nur", "alle", "nach", "vor", "etwa", "rund", "circa",
      "ca", "ungefähr", "knapp", "fast", "jeder", "jede", "je", "pro", "seit", "der", "die", "das",
      "den", "dem", "ein", "eine", "insgesamt", "ist", "sind", "war", "waren", "um", "zu", "bei",
      "aus",
    ],
    unitWords: [
      "uhr", "prozent", "jahre", "jahren", "jahr", "monate", "monaten", "monat", "wochen", "woche",
      "tage", "tagen", "tag", "stunden", "stunde", "minuten", "minute", "sekunden", "euro", "mark",
      "meter", "kilometer", "grad", "millionen", "million", "milliarden", "mio", "mrd", "tausend",
      "menschen", "personen", "patienten", "fälle", "fällen", "mal",
    ],
    citingWords: ["siehe", "vgl", "anm", "fußnote"],
    creditWords: ["foto:", "bild:", "quelle:", "abbildung:", "grafik:"],
    seriesWords: ["kolumne", "blog", "serie"],
    bylinePrefixes: [
      "von …", "text: …", "autor: …", "autorin: …", "ein beitrag von …",
      "das gespräch führte …", "das interview führte …", "geschrieben von …", "verfasst von …",
      "veröffentlicht von …", "gepostet von …",
    ],
    namePrepositions: ["aus", "in", "bei", "für", "mit", "vom", "im", "beim", "über"],
    dateWords: ["am"],
    datePrefixes: [
      "veröffentlicht am …", "stand: …", "vom …", "erschienen am …", "aktualisiert am …",
      "aktualisiert …", "aktualisiert: …",
    ],
    outletWords: [
      "zeitung", "universität", "redaktion", "verlag", "hochschule", "institut",
    ],
    roles: [
      "forscher", "forscherin", "professor", "professorin", "redakteur", "redakteurin",
      "journalist", "journalistin",
      "historiker", "historikerin", "autor", "autorin", "doktorand", "doktorandin", "mitarbeiter",
      "mitarbeiterin",
      "dozent", "dozentin", "leiter", "leiterin", "archivar", "archivarin",
    ],
    copulas: ["ist", "lehrt", "arbeitet", "forscht", "schreibt"],
    pollTitles: ["umfrage", "leserumfrage", "abstimmung", "unsere umfrage"],
    voteWords: ["stimmen", "stimme", "teilnehmer"],
    totalWords: ["insgesamt", "gesamt", "summe", "abgegebene stimmen"],
    answerHeaders: ["antwort", "antworten", "option", "optionen", "auswahl"],
    voteHeaders: ["anzahl der stimmen", "stimmenzahl"],
    percentHeaders: ["prozent", "anteil"],
    ibidem: ["ebd", "ebenda", "ebenda", "ders", "dies"],
    opereCitato: ["a. a. o", "a.a.o", "wie anm"],
    shareWords: ["mailen", "e-mail", "mail"],
    editWords: ["bearbeiten", "quelltext bearbeiten"],
    openWords: ["und", "oder", "sowie"],
    replyWords: ["antworten", "melden"],
    boilerplate: [
      .rating: ["noch keine bewertung", "artikel bewerten", "(keine stimmen)"],
      .share: [
        "teilen", "artikel teilen", "drucken", "diesen artikel teilen", "auf facebook teilen",
        "per e-mail versenden", "merken",
      ],
      .navigation: [
        "startseite", "über uns", "kontakt", "suche", "anmelden", "registrieren", "menü",
        "zum inhalt springen",
        "nach oben", "weiter", "zurück", "archiv", "themen", "nächster artikel",
        "vorheriger artikel", "politik",
        "kultur", "wirtschaft", "wissen", "schlagwörter: …", "schlagworte: …", "kategorien: …",
        "kategorie: …", "beitragsnavigation",
      ],
      .cookies: [
        "cookie-einstellungen", "alle cookies akzeptieren", "wir verwenden cookies…",
        "diese website verwendet cookies…", "alle akzeptieren",
      ],
      .subscription: [
        "newsletter", "newsletter abonnieren", "abonnieren", "jetzt abonnieren", "folgen sie uns…",
        "spenden",
      ],
      .related: [
        "hauptartikel:…",
        "lesen sie auch", "lesen sie auch:…", "mehr zum thema", "ähnliche artikel",
        "verwandte artikel", "meistgelesen", "das könnte sie auch interessieren",
        "lesen sie auch: …", "auch interessant: …", "mehr dazu: …", "lesen sie mehr: …",
      ],
      .footer: [
        "impressum", "datenschutz", "datenschutzerklärung", "agb", "nutzungsbedingungen",
        "alle rechte vorbehalten…",
      ],
      .advertisement: ["anzeige", "werbung"],
      .comments: [
        "kommentare", "# kommentare", "# kommentar", "kommentare (…", "kommentar schreiben",
        "keine kommentare", "diskutieren sie mit",
        "deine e-mail-adresse wird nicht veröffentlicht…", "schreibe einen kommentar",
        "schreibe einen kommentar antworten abbrechen",
      ],
    ])
}
