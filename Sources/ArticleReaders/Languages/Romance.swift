import ArticleModel

extension LanguageLexicon {
  static let italian = LanguageLexicon(
    months: [
      ["gennaio", "gen"], ["febbraio", "feb"], ["marzo", "mar"], ["aprile", "apr"],
      ["maggio", "mag"], ["giugno", "giu"],
      ["luglio", "lug"], ["agosto", "ago"], ["settembre", "set"], ["ottobre", "ott"],
      ["novembre", "nov"],
      ["dicembre", "dic"],
    ],
    noteHeadings: ["note", "riferimenti", "bibliografia", "fonti"],
    headings: ["introduzione", "conclusione", "conclusioni", "riassunto"],
    tableLabels: ["tabella", "tab."],
    bylinePrefixes: ["di …", "autore: …", "testo di …"],
    datePrefixes: ["pubblicato il …", "aggiornato il …"],
    roles: [
      "ricercatore", "ricercatrice", "professore", "professoressa", "giornalista", "storico",
      "storica", "direttore",
    ],
    copulas: ["è", "insegna"],
    pollTitles: ["sondaggio", "il sondaggio"],
    voteWords: ["voti", "voto"],
    totalWords: ["totale", "in totale"],
    ibidem: ["ibid", "ibidem", "ivi", "id"],
    opereCitato: ["op. cit", "art. cit", "cit"],
    boilerplate: [
      .share: ["condividi", "stampa", "condividi questo articolo"],
      .navigation: [
        "chi siamo", "contatti", "cerca", "accedi", "registrati", "archivio", "torna su",
      ],
      .cookies: ["questo sito utilizza i cookie…", "accetta tutti"],
      .subscription: ["iscriviti alla newsletter", "iscriviti", "abbonati", "seguici…"],
      .related: ["leggi anche", "leggi anche:…", "articoli correlati", "i più letti"],
      .footer: ["note legali", "informativa sulla privacy", "tutti i diritti riservati…"],
      .advertisement: ["pubblicità"],
      .comments: ["commenti", "lascia un commento"],
    ])

  static let portuguese = LanguageLexicon(
    months: [
      ["janeiro", "jan"], ["fevereiro", "fev"], ["março", "mar"], ["abril", "abr"],
      ["maio", "mai"], ["junho", "jun"],
      ["julho", "jul"], ["agosto", "ago"], ["setembro", "set"], ["outubro", "out"],
      ["novembro", "nov"],
      ["dezembro", "dez"],
    ],
    noteHeadings: ["notas", "referências", "bibliografia", "fontes", "notas de rodapé"],
    headings: ["introdução", "conclusão", "conclusões", "resumo"],
    tableLabels: ["tabela", "quadro"],
    bylinePrefixes: ["por …", "autor: …", "texto: …"],
    datePrefixes: ["publicado em …", "atualizado em …"],
    roles: [
      "pesquisador", "pesquisadora", "professor", "professora", "jornalista", "historiador",
      "historiadora",
    ],
    copulas: ["é", "ensina"],
    pollTitles: ["enquete", "votação", "sondagem"],
    voteWords: ["votos", "voto"],
    totalWords: ["total", "no total"],
    ibidem: ["ibid", "ibidem", "idem", "id"],
    opereCitato: ["op. cit", "art. cit"],
    boilerplate: [
      .share: ["compartilhar", "partilhar", "imprimir", "compartilhe este artigo"],
      .navigation: [
        "início", "sobre nós", "contato", "contacto", "pesquisar", "entrar", "arquivo",
        "voltar ao topo",
      ],
      .cookies: ["este site usa cookies…", "aceitar todos"],
      .subscription: ["assine", "assine nossa newsletter", "siga-nos…"],
      .related: [
        "leia também", "leia também:…", "leia mais", "artigos relacionados", "mais lidas",
      ],
      .footer: ["política de privacidade", "termos de uso", "todos os direitos reservados…"],
      .advertisement: ["publicidade"],
      .comments: ["comentários", "deixe um comentário"],
    ])
}
