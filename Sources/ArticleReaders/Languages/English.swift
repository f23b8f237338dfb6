import ArticleModel

extension LanguageLexicon {
  static let english = LanguageLexicon(
    months: [
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
      ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ],
    noteHeadings: [
      "notes", "footnotes", "endnotes", "references", "bibliography", "works cited", "sources",
      "notes and references", "references and notes", "literature", "literature cited", "reference",
    ],
    headings: [
      "abstract", "introduction", "conclusion", "conclusions", "discussion", "methods", "results",
      "acknowledgements", "acknowledgments", "summary", "background", "appendix", "copyright",
      "motivation", "specification", "rationale",
    ],
    tableLabels: ["table", "tab."],
    figureLabels: ["figure", "fig.", "photo", "image"],
    creditWords: [
      "photo:", "photograph:", "photo by", "image:", "picture:", "source:", "illustration:",
      "credit:",
    ],
    seriesWords: ["blog", "column", "diary", "desk"],
    bylinePrefixes: ["by …", "written by …", "author: …", "authors: …", "text by …", "words by …"],
    datePrefixes: [
      "published …", "published on …", "posted on …", "posted …", "updated …", "last updated …",
      "date: …",
      "first published …",
    ],
    roles: [
      "researcher", "fellow", "professor", "lecturer", "student", "editor", "journalist",
      "correspondent",
      "author", "writer", "director", "analyst", "historian", "economist", "reporter", "columnist",
      "ecologist", "biologist", "geologist", "sociologist", "anthropologist", "archaeologist",
      "physicist", "chemist", "philosopher",
      "linguist", "psychologist", "photographer", "critic", "novelist", "poet", "lawyer",
      "doctoral", "scholar", "expert", "scientist", "adviser", "advisor", "consultant", "librarian",
      "curator", "engineer", "archivist", "teacher", "head of", "postdoctoral", "candidate",
      "translator",
    ],
    copulas: ["is a", "is an", "is the", "was a", "is", "works as", "teaches", "writes"],
    pollTitles: [
      "poll conducted", "reader poll", "readers' poll", "poll", "our poll", "quick poll", "vote",
    ],
    voteWords: ["votes", "vote", "voters", "responses", "people"],
    totalWords: ["total", "in total", "all votes", "votes cast"],
    ibidem: ["ibid", "ibidem", "id", "idem"],
    opereCitato: ["op. cit", "op cit", "loc. cit", "loc cit"],
    boilerplate: [
      .rating: [
        "# min read", "# minutes read", "# views", "# shares", "no votes", "(no votes)",
        "(0 votes)", "0 votes", "rate this article", "not yet rated", "rating: …",
      ],
      .share: [
        "share this article", "share", "share:…", "share this", "share on facebook",
        "share on twitter", "tweet", "print",
        "print this page", "email this", "e-mail", "send by email", "copy link", "facebook",
        "twitter", "linkedin",
        "whatsapp", "telegram", "reddit", "pinterest", "share this page", "share this story",
        "save", "bookmark",
      ],
      .navigation: [
        "home", "about", "about us", "contact", "contact us", "contacts", "search", "log in",
        "login", "sign in",
        "sign up", "register", "menu", "main menu", "skip to content", "skip to main content",
        "back to top",
        "next", "previous", "next page", "previous page", "archive", "archives", "library", "blogs",
        "blog",
        "projects", "analytics", "news", "events", "for business", "for researchers",
        "for students", "topics",
        "categories", "tags", "sitemap", "site map", "help", "faq", "my account", "next article",
        "previous article", "all articles", "back", "opinion", "sport", "culture", "world",
        "politics", "close",
        "more", "for media", "for authors", "careers", "shop",
      ],
      .cookies: [
        "cookie settings", "cookie policy", "cookie preferences", "accept all cookies",
        "accept cookies", "accept all",
        "we use cookies…", "this website uses cookies…", "this site uses cookies…",
        "by continuing to use…",
        "reject all", "manage cookies",
      ],
      .subscription: [
        "subscribe", "subscribe to our newsletter", "subscribe now", "sign up for our newsletter",
        "newsletter",
        "follow us", "follow us on …", "follow us:…", "donate", "support us", "become a member",
        "get our newsletter…",
        "enter your email…", "sign up for …", "subscribe to …", "join our …",
      ],
      .related: [
        "related articles", "related", "read also", "read also:…", "see also:…", "read more",
        "read next",
        "you may also like", "you might also like", "more from …", "more on this story",
        "most read", "most popular",
        "recommended", "recommended for you", "latest news", "more articles", "trending", "popular",
        "read more:…",
      ],
      .footer: [
        "privacy policy", "terms of use", "terms of service", "terms and conditions", "imprint",
        "privacy",
        "all rights reserved", "©…", "copyright ©…", "(c) …", "legal notice", "accessibility",
        "disclaimer", "terms",
        "powered by …",
      ],
      .advertisement: [
        "advertisement", "advertising", "sponsored", "sponsored content", "ad", "advertise with us",
      ],
      .comments: [
        "comments", "# comments", "# comment", "leave a comment", "add a comment", "no comments",
        "no comments yet", "post a comment",
        "leave a reply", "comments are closed…", "0 comments", "join the discussion",
      ],
    ])
}
