import ArticleModel

extension LanguageLexicon {
  static let french = LanguageLexicon(
    months: [
      ["janvier", "janv"], ["février", "févr", "fév"], ["mars"], ["avril", "avr"], ["mai"],
      ["juin"],
      ["juillet", "juil"], ["août", "aout"], ["septembre", "sept"], ["octobre", "oct"],
      ["novembre", "nov"],
      ["décembre", "déc"],
    ],
    noteWords: ["note", "n"],
    noteHeadings: [
      "notes", "références", "bibliographie", "sources", "notes de bas de page",
      "notes et références",
    ],
    contentsHeadings: ["sommaire", "table des matières"],
    headings: ["introduction", "conclusion", "résumé", "remerciements"],
    tableLabels: ["tableau", "tabl."],
    figureLabels: ["figure", "fig."],
    numberedNouns: [
      "tableaux", "figures", "fig", "chapitre", "chapitres", "chap", "page", "pages", "p", "pp",
      "volume", "vol", "tome", "t", "section", "article", "articles", "art", "numéro", "n°", "no",
      "nº", "étape", "phase", "ligne", "lignes", "équation", "exemple", "annexe", "question",
      "groupe", "cas", "version", "paragraphe", "livre", "planche", "pl", "série", "type", "niveau",
    ],
    countingWords: [
      "de", "des", "du", "en", "à", "au", "aux", "et", "ou", "dans", "par", "pour", "sur", "sous",
      "entre", "environ", "près", "plus", "moins", "les", "le", "la", "un", "une", "que", "avec",
      "après", "avant", "depuis", "vers", "jusqu'à", "chaque", "tous", "toutes", "est", "sont",
      "était", "étaient", "quelque",
    ],
    unitWords: [
      "ans", "an", "mois", "semaines", "semaine", "jours", "jour", "heures", "heure", "minutes",
      "minute", "secondes", "euros", "francs", "mètres", "kilomètres", "degrés", "millions",
      "milliards", "mille", "personnes", "patients", "cas", "fois",
    ],
    citingWords: ["voir", "cf", "réf", "note"],
    creditWords: ["photo :", "photo:", "source :", "crédit :", "illustration :"],
    seriesWords: ["chronique", "blog", "carnet", "lettre", "infolettre"],
    bylinePrefixes: [
      "par …", "auteur : …", "auteur: …", "texte : …", "propos recueillis par …", "rédigé par …",
      "écrit par …", "publié par …", "posté par …",
    ],
    namePrepositions: [
      "à", "au", "aux", "de", "du", "des", "en", "pour", "avec", "chez", "sur", "dans",
    ],
    dateWords: ["le"],
    datePrefixes: [
      "publié le …", "mis en ligne le …", "mis à jour le …", "le …", "paru le …", "mis à jour …",
    ],
    outletWords: [
      "université", "journal", "rédaction", "institut",
    ],
    roles: [
      "chercheur", "chercheuse", "professeur", "professeure", "journaliste", "historien",
      "historienne", "auteur",
      "autrice", "doctorant", "doctorante", "directeur", "directrice", "économiste",
      "maître de conférences", "archiviste",
    ],
    copulas: ["est", "enseigne", "travaille"],
    pollTitles: ["sondage", "notre sondage", "votre avis", "le sondage"],
    voteWords: ["votes", "vote", "voix", "votants", "réponses"],
    totalWords: ["total", "au total", "nombre de votes"],
    answerHeaders: ["réponse", "option", "options", "choix"],
    voteHeaders: ["nombre de votes", "nombre de voix"],
    percentHeaders: ["pourcentage", "pour cent", "part"],
    ibidem: ["ibid", "ibidem", "id", "idem"],
    opereCitato: ["op. cit", "art. cit", "loc. cit"],
    shareWords: ["envoyer", "courriel"],
    editWords: ["modifier", "modifier le code", "modifier le wikicode"],
    openWords: ["et", "ou", "les", "des"],
    replyWords: ["répondre", "signaler"],
    boilerplate: [
      .rating: ["aucun vote", "(aucun vote)", "notez cet article"],
      .share: [
        "partager", "partager cet article", "imprimer", "envoyer par e-mail",
        "partager sur facebook",
      ],
      .navigation: [
        "accueil", "à propos", "contact", "recherche", "rechercher", "connexion", "se connecter",
        "s'inscrire", "menu",
        "aller au contenu", "haut de page", "suivant", "précédent", "archives", "article suivant",
        "article précédent",
        "rubriques", "mots-clés :…", "mots-clés:…", "mots-clés\u{A0}:…", "mots clés :…",
        "étiquettes :…", "étiquettes: …", "tags :…", "classé dans :…", "catégories :…",
      ],
      .cookies: [
        "gérer les cookies", "tout accepter", "nous utilisons des cookies…",
        "ce site utilise des cookies…", "accepter les cookies",
      ],
      .subscription: [
        "s'abonner", "abonnez-vous", "abonnez-vous à notre newsletter", "newsletter",
        "suivez-nous…", "faire un don", "lettre d'information",
      ],
      .related: [
        "article détaillé :…", "articles détaillés :…",
        "lire aussi", "lire aussi :…", "lire aussi:…", "à lire aussi", "articles liés",
        "sur le même sujet", "les plus lus", "à lire également", "à lire aussi :…",
        "à lire aussi:…", "à lire aussi\u{A0}:…", "lire aussi\u{A0}:…", "à lire également :…",
        "à lire également\u{A0}:…",
      ],
      .footer: [
        "mentions légales", "politique de confidentialité", "conditions générales…",
        "tous droits réservés…", "plan du site",
      ],
      .advertisement: ["publicité"],
      .comments: [
        "commentaires", "# commentaires", "# commentaire", "commentaires (…",
        "laisser un commentaire", "aucun commentaire", "réagir",
        "votre adresse e-mail ne sera pas publiée…", "laisser un commentaire annuler la réponse",
      ],
    ])
}
