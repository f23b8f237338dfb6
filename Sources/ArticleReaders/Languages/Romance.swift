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
    noteWords: ["nota"],
    noteHeadings: ["note", "riferimenti", "bibliografia", "fonti"],
    contentsHeadings: ["indice", "sommario"],
    headings: ["introduzione", "conclusione", "conclusioni", "riassunto"],
    tableLabels: ["tabella", "tab."],
    numberedNouns: [
      "tabelle", "figura", "figure", "fig", "capitolo", "cap", "pagina", "pagine", "pag", "p", "pp",
      "volume", "vol", "tomo", "sezione", "articolo", "art", "numero", "n", "fase", "passo", "riga",
      "equazione", "esempio", "allegato", "domanda", "gruppo", "caso", "versione", "tipo",
      "livello",
    ],
    countingWords: [
      "di", "del", "della", "in", "a", "al", "e", "o", "tra", "fra", "per", "su", "con", "circa",
      "quasi", "più", "meno", "i", "gli", "le", "il", "la", "un", "una", "che", "da", "dal", "dopo",
      "prima", "ogni", "tutti", "tutte", "è", "sono",
    ],
    unitWords: [
      "anni", "anno", "mesi", "mese", "settimane", "giorni", "giorno", "ore", "ora", "minuti",
      "secondi", "euro", "metri", "chilometri", "gradi", "milioni", "miliardi", "mila", "persone",
      "pazienti", "casi", "volte",
    ],
    citingWords: ["cfr", "vedi", "nota"],
    bylinePrefixes: [
      "di …", "autore: …", "testo di …", "scritto da …", "pubblicato da …", "a cura di …",
    ],
    namePrepositions: ["a", "da", "in", "per", "con", "della", "del", "dal"],
    dateWords: ["il"],
    datePrefixes: ["pubblicato il …", "aggiornato il …", "aggiornato …"],
    roles: [
      "ricercatore", "ricercatrice", "professore", "professoressa", "giornalista", "storico",
      "storica", "direttore",
    ],
    copulas: ["è", "insegna"],
    pollTitles: ["sondaggio", "il sondaggio"],
    voteWords: ["voti", "voto"],
    totalWords: ["totale", "in totale"],
    answerHeaders: ["risposta", "risposte", "opzione", "opzioni"],
    voteHeaders: ["numero di voti"],
    percentHeaders: ["percentuale", "per cento"],
    ibidem: ["ibid", "ibidem", "ivi", "id"],
    opereCitato: ["op. cit", "art. cit", "cit"],
    editWords: ["modifica", "modifica wikitesto"],
    replyWords: ["rispondi", "segnala"],
    boilerplate: [
      .share: ["condividi", "stampa", "condividi questo articolo", "condividi su …"],
      .navigation: [
        "chi siamo", "contatti", "cerca", "accedi", "registrati", "archivio", "torna su", "tag: …",
        "categorie: …", "etichette: …",
      ],
      .cookies: ["questo sito utilizza i cookie…", "accetta tutti"],
      .subscription: ["iscriviti alla newsletter", "iscriviti", "abbonati", "seguici…"],
      .related: [
        "leggi anche", "leggi anche:…", "articoli correlati", "i più letti", "leggi anche: …",
        "potrebbe interessarti", "ti potrebbe interessare",
      ],
      .footer: ["note legali", "informativa sulla privacy", "tutti i diritti riservati…"],
      .advertisement: ["pubblicità"],
      .comments: [
        "commenti", "# commenti", "# commento", "commenti (…", "lascia un commento",
        "il tuo indirizzo email non sarà pubblicato…",
      ],
    ])

  static let portuguese = LanguageLexicon(
    months: [
      ["janeiro", "jan"], ["fevereiro", "fev"], ["março", "mar"], ["abril", "abr"],
      ["maio", "mai"], ["junho", "jun"],
      ["julho", "jul"], ["agosto", "ago"], ["setembro", "set"], ["outubro", "out"],
      ["novembro", "nov"],
      ["dezembro", "dez"],
    ],
    noteWords: ["nota"],
    noteHeadings: ["notas", "referências", "bibliografia", "fontes", "notas de rodapé"],
    contentsHeadings: ["índice", "conteúdo"],
    headings: ["introdução", "conclusão", "conclusões", "resumo"],
    tableLabels: ["tabela", "quadro"],
    numberedNouns: [
      "tabelas", "quadros", "figura", "figuras", "fig", "capítulo", "cap", "página", "páginas",
      "pág", "p", "pp", "volume", "vol", "tomo", "seção", "artigo", "art", "número", "n.º", "nº",
      "etapa", "fase", "passo", "linha", "equação", "exemplo", "anexo", "pergunta", "grupo", "caso",
      "versão", "tipo", "nível",
    ],
    countingWords: [
      "de", "do", "da", "dos", "das", "em", "no", "na", "a", "ao", "e", "ou", "entre", "por",
      "para", "sobre", "com", "cerca", "quase", "mais", "menos", "os", "as", "o", "um", "uma",
      "que", "desde", "até", "após", "cada", "todos", "todas", "é", "são",
    ],
    unitWords: [
      "anos", "ano", "meses", "mês", "semanas", "dias", "dia", "horas", "hora", "minutos",
      "segundos", "euros", "reais", "metros", "quilômetros", "graus", "milhões", "bilhões", "mil",
      "pessoas", "pacientes", "casos", "vezes",
    ],
    citingWords: ["cf", "ver", "nota"],
    bylinePrefixes: [
      "por …", "autor: …", "texto: …", "escrito por …", "publicado por …", "postado por …",
    ],
    namePrepositions: ["em", "de", "da", "do", "para", "com", "no", "na"],
    dateWords: ["em"],
    datePrefixes: ["publicado em …", "atualizado em …", "atualizado …", "atualizada …"],
    roles: [
      "pesquisador", "pesquisadora", "professor", "professora", "jornalista", "historiador",
      "historiadora",
    ],
    copulas: ["é", "ensina"],
    pollTitles: ["enquete", "votação", "sondagem"],
    voteWords: ["votos", "voto"],
    totalWords: ["total", "no total"],
    answerHeaders: ["resposta", "respostas", "opção", "opções"],
    voteHeaders: ["número de votos"],
    percentHeaders: ["percentagem", "porcentagem", "por cento"],
    ibidem: ["ibid", "ibidem", "idem", "id"],
    opereCitato: ["op. cit", "art. cit"],
    editWords: ["editar", "editar código-fonte"],
    replyWords: ["responder", "denunciar"],
    boilerplate: [
      .share: [
        "compartilhar", "partilhar", "imprimir", "compartilhe este artigo", "compartilhe",
        "compartilhe:…", "partilhe",
      ],
      .navigation: [
        "início", "sobre nós", "contato", "contacto", "pesquisar", "entrar", "arquivo",
        "voltar ao topo", "marcadores: …", "etiquetas: …", "categorias: …",
      ],
      .cookies: ["este site usa cookies…", "aceitar todos"],
      .subscription: ["assine", "assine nossa newsletter", "siga-nos…"],
      .related: [
        "leia também", "leia também:…", "leia mais", "artigos relacionados", "mais lidas",
        "tópicos relacionados",
        "veja também", "veja também:…", "saiba mais", "leia mais:…",
      ],
      .footer: ["política de privacidade", "termos de uso", "todos os direitos reservados…"],
      .advertisement: ["publicidade"],
      .comments: [
        "comentários", "# comentários", "# comentário", "comentários (…", "deixe um comentário",
        "o seu endereço de email não será publicado…",
        "o seu endereço de e-mail não será publicado…", "deixe uma resposta",
      ],
    ])
}
