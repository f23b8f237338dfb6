#include "creport.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t article_template[] = {
#embed "pages/article.html"
};
static const uint8_t index_template[] = {
#embed "pages/index.html"
};
static const uint8_t inline_template[] = {
#embed "pages/inline.html"
};
static const uint8_t view_template[] = {
#embed "pages/view.html"
};
static const uint8_t page_style[] = {
#embed "pages/report.css"
};
static const uint8_t index_script[] = {
#embed "pages/index.js"
};

#define PAGE_FILE(name) \
  ibid_page_file ibid_##name(void) { \
    return (ibid_page_file){name, sizeof name}; \
  }

PAGE_FILE(article_template)
PAGE_FILE(index_template)
PAGE_FILE(inline_template)
PAGE_FILE(view_template)
PAGE_FILE(page_style)
PAGE_FILE(index_script)
