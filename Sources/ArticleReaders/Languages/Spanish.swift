import ArticleModel

extension LanguageLexicon {
  static let spanish = LanguageLexicon(
    months: [
      ["enero", "ene"], ["febrero", "feb"], ["marzo", "mar"], ["abril", "abr"], ["mayo", "may"],
      ["junio", "jun"],
      ["julio", "jul"], ["agosto", "ago"], ["septiembre", "setiembre", "sept", "sep"],
      ["octubre", "oct"],
      ["noviembre", "nov"], ["diciembre", "dic"],
    ],
    noteWords: ["nota", "n"],
    noteHeadings: [
      "notas", "referencias", "bibliografía", "fuentes", "notas al pie", "notas y referencias",
    ],
    contentsHeadings: ["índice", "contenido"],
    headings: ["introducción", "conclusión", "conclusiones", "resumen", "agradecimientos"],
    tableLabels: ["tabla", "cuadro"],
    figureLabels: ["figura", "fig."],
    numberedNouns: [
      "tablas", "cuadros", "figuras", "fig", "capítulo", "capítulos", "cap", "página", "páginas",
      "pág", "págs", "p", "pp", "volumen", "vol", "tomo", "sección", "artículo", "artículos", "art",
      "número", "núm", "n.º", "nº", "etapa", "fase", "paso", "línea", "ecuación", "ejemplo",
      "anexo", "pregunta", "grupo", "caso", "versión", "párrafo", "libro", "serie", "tipo", "nivel",
    ],
    countingWords: [
      "de", "del", "en", "a", "al", "y", "e", "o", "entre", "por", "para", "sobre", "con", "unos",
      "unas", "cerca", "casi", "más", "menos", "los", "las", "el", "la", "un", "una", "que",
      "desde", "hasta", "tras", "cada", "todos", "todas", "es", "son", "era", "eran",
      "aproximadamente", "alrededor",
    ],
    unitWords: [
      "años", "año", "meses", "mes", "semanas", "semana", "días", "día", "horas", "hora", "minutos",
      "minuto", "segundos", "euros", "pesos", "metros", "kilómetros", "grados", "millones", "mil",
      "personas", "pacientes", "casos", "veces",
    ],
    citingWords: ["véase", "cf", "ref", "nota"],
    creditWords: ["foto:", "imagen:", "fuente:", "fotografía:"],
    seriesWords: ["columna", "blog"],
    bylinePrefixes: [
      "por …", "autor: …", "autora: …", "texto: …", "entrevista de …", "escrito por …",
      "publicado por …", "redactado por …",
    ],
    namePrepositions: ["en", "de", "del", "desde", "para", "con"],
    dateWords: ["el"],
    datePrefixes: [
      "publicado el …", "actualizado el …", "fecha: …", "actualizado …", "actualizada …",
    ],
    outletWords: [
      "universidad", "agencia", "redacción", "instituto",
    ],
    roles: [
      "investigador", "investigadora", "profesor", "profesora", "periodista", "historiador",
      "historiadora", "autor",
      "autora", "doctorando", "doctoranda", "director", "directora", "economista", "archivero",
      "archivera",
    ],
    copulas: ["es", "enseña", "trabaja"],
    pollTitles: ["encuesta", "nuestra encuesta", "votación", "sondeo"],
    voteWords: ["votos", "voto", "votantes", "respuestas"],
    totalWords: ["total", "en total", "total de votos"],
    answerHeaders: ["respuesta", "opción", "opciones"],
    voteHeaders: ["número de votos"],
    percentHeaders: ["porcentaje", "por ciento"],
    ibidem: ["ibíd", "ibid", "ibídem", "ibidem", "íd", "id", "ídem"],
    opereCitato: ["op. cit", "ob. cit", "loc. cit", "art. cit"],
    shareWords: ["enviar", "correo", "tuitear"],
    editWords: ["editar", "editar código"],
    openWords: ["el", "los", "las"],
    replyWords: ["responder", "denunciar"],
    boilerplate: [
      .rating: ["sin votos", "(sin votos)", "valora este artículo"],
      .share: [
        "compartir", "comparte este artículo", "compartir este artículo", "imprimir",
        "enviar por correo", "compartir en facebook", "comparte", "compártelo",
      ],
      .navigation: [
        "inicio", "quiénes somos", "contacto", "buscar", "iniciar sesión", "registrarse", "menú",
        "ir al contenido",
        "volver arriba", "siguiente", "anterior", "archivo", "artículo siguiente",
        "artículo anterior", "secciones", "etiquetas: …", "archivado en: …", "categorías: …",
      ],
      .cookies: [
        "configurar cookies", "aceptar todas", "utilizamos cookies…",
        "este sitio web utiliza cookies…", "usamos cookies…", "aceptar cookies",
      ],
      .subscription: [
        "suscríbete", "suscribirse", "boletín", "suscríbete a nuestro boletín", "síguenos…", "dona",
        "hazte socio",
      ],
      .related: [
        "artículo principal:…", "artículos principales:…",
        "lea también", "lea también:…", "le puede interesar", "artículos relacionados",
        "más leídas", "las más leídas", "lo más leído", "lee también", "te puede interesar",
        "lee también:…", "te puede interesar:…",
        "leer más:…", "lea más:…", "vea también:…",
      ],
      .footer: [
        "aviso legal", "política de privacidad", "términos de uso",
        "todos los derechos reservados…", "condiciones de uso",
      ],
      .advertisement: ["publicidad", "anuncio"],
      .comments: [
        "comentarios", "# comentarios", "# comentario", "comentarios (…", "deja un comentario",
        "sin comentarios", "dejar un comentario",
        "tu dirección de correo electrónico no será publicada…", "deja una respuesta",
        "deja una respuesta cancelar la respuesta",
      ],
    ])
}
