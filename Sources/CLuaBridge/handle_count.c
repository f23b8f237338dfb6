// `count`: how many words, footnotes, table cells, … an article or a node has.
#include <string.h>

#include "handle.h"

static const char *const names[IBID_UNIT_COUNT] = {
    "words",      "sentences", "syllables", "characters", "paragraphs", "headings",
    "footnotes",  "references", "links",    "tables",     "rows",       "cells",
    "polls",      "votes",     "quotes",    "pull_quotes", "lists",     "items",
    "figures",    "captions",  "blocks",    "lines",
};

const char *ibid_unit_name(ibid_unit unit) { return names[unit]; }

ibid_unit ibid_find_unit(const char *name) {
  int unit = 0;
  while (unit < IBID_UNIT_COUNT && (name[0] != names[unit][0] || strcmp(name, names[unit]) != 0)) unit++;
  return (ibid_unit)unit;
}

ibid_unit ibid_check_unit(lua_State *L, int index) {
  if (lua_type(L, index) == LUA_TSTRING) {
    const char *name = lua_tostring(L, index);
    ibid_unit found = ibid_find_unit(name);
    if (found != IBID_UNIT_COUNT) return found;
    // The most likely slip is the singular.
    for (int unit = 0; unit < IBID_UNIT_COUNT; unit++)
      if (strncmp(name, names[unit], strlen(name)) == 0 && strlen(name) + 1 == strlen(names[unit]))
        luaL_argerror(
            L, index, lua_pushfstring(L, "unit '%s' expected, got '%s'", names[unit], name));
    luaL_argerror(L, index, lua_pushfstring(L, "no such unit: '%s'", name));
  }
  luaL_typeerror(L, index, "unit");
  return IBID_UNIT_COUNT;
}

static bool is_text_unit(ibid_unit unit) { return unit <= IBID_UNIT_CHARACTERS; }

static int64_t scalars(const char *bytes, size_t count) {
  int64_t found = 0;
  for (size_t at = 0; at < count; at++) found += ((unsigned char)bytes[at] & 0xC0) != 0x80;
  return found;
}

int64_t ibid_count_text(lua_State *L, ibid_text text, ibid_text language, ibid_unit unit) {
  if (unit == IBID_UNIT_CHARACTERS) return scalars(text.bytes, text.count);
  const ibid_host *host = &ibid_api_of(L)->host;
  ibid_enter_host(L);
  int64_t count = host->count(host->context, unit, text, language);
  ibid_leave_host(L);
  return count;
}

static ibid_text text_of(const ibid_article_view *view, const ibid_node *node) {
  return (ibid_text){view->text.bytes + node->text.start, node->text.count};
}

static int64_t count_rows(const ibid_table *table) {
  return (int64_t)table->rows.count - (table->has_header ? 1 : 0);
}

static int64_t count_cells(const ibid_article_view *view, const ibid_table *table) {
  int64_t count = 0;
  for (uint32_t row = table->has_header ? 1 : 0; row < table->rows.count; row++)
    count += view->table_rows[table->rows.start + row].count;
  return count;
}

// The bit of `RunStyle` for links.
enum { IBID_STYLE_LINK = 8 };

static int64_t count_links_of(const ibid_article_view *view, ibid_range runs) {
  int64_t count = 0;
  for (uint32_t at = 0; at < runs.count; at++)
    count += (view->runs[runs.start + at].styles & IBID_STYLE_LINK) != 0;
  return count;
}

// The addresses in a note that no link shows already. Both stand in the order of the text.
static int64_t count_addresses(const ibid_article_view *view, const ibid_node *node) {
  ibid_range urls = view->footnotes[node->payload].urls, runs = node->runs;
  int64_t count = 0;
  uint32_t at = 0;
  for (uint32_t number = 0; number < urls.count; number++) {
    ibid_range url = view->urls[urls.start + number];
    while (at < runs.count) {
      const ibid_run *run = &view->runs[runs.start + at];
      if ((run->styles & IBID_STYLE_LINK) != 0 && run->text.start + run->text.count > url.start) break;
      at++;
    }
    if (at == runs.count || view->runs[runs.start + at].text.start >= url.start + url.count) count++;
  }
  return count;
}

static int64_t count_links(const ibid_article_view *view, const ibid_node *node) {
  int64_t count = count_links_of(view, node->runs);
  if (node->kind == IBID_KIND_TABLE && node->payload >= 0) {
    ibid_range rows = view->tables[node->payload].rows;
    for (uint32_t row = 0; row < rows.count; row++) {
      ibid_range cells = view->table_rows[rows.start + row];
      for (uint32_t at = 0; at < cells.count; at++)
        count += count_links_of(view, view->cells[cells.start + at].runs);
    }
  }
  if (node->kind == IBID_KIND_FOOTNOTE && node->payload >= 0)
    count += count_addresses(view, node);
  return count;
}

// Adds what one node itself has of each unit, but for those of texts and lines.
static void add_node(const ibid_article_view *view, const ibid_node *node, int64_t *counts) {
  // 0 is a unit of texts, which none of them has.
  static const uint8_t units[IBID_KIND_COUNT] = {
      [IBID_KIND_PARAGRAPH] = IBID_UNIT_PARAGRAPHS, [IBID_KIND_HEADING] = IBID_UNIT_HEADINGS,
      [IBID_KIND_FOOTNOTE] = IBID_UNIT_FOOTNOTES,   [IBID_KIND_TABLE] = IBID_UNIT_TABLES,
      [IBID_KIND_POLL] = IBID_UNIT_POLLS,           [IBID_KIND_QUOTE] = IBID_UNIT_QUOTES,
      [IBID_KIND_PULL_QUOTE] = IBID_UNIT_PULL_QUOTES, [IBID_KIND_LIST] = IBID_UNIT_LISTS,
      [IBID_KIND_ITEM] = IBID_UNIT_ITEMS,           [IBID_KIND_FIGURE] = IBID_UNIT_FIGURES,
      [IBID_KIND_CAPTION] = IBID_UNIT_CAPTIONS,
  };
  if (units[node->kind] != 0) counts[units[node->kind]]++;
  if (node->kind < IBID_KIND_FOOTNOTE) counts[IBID_UNIT_BLOCKS]++;
  counts[IBID_UNIT_REFERENCES] += node->references.count;
  counts[IBID_UNIT_LINKS] += count_links(view, node);
  if (node->payload < 0) return;
  if (node->kind == IBID_KIND_TABLE) {
    counts[IBID_UNIT_ROWS] += count_rows(&view->tables[node->payload]);
    counts[IBID_UNIT_CELLS] += count_cells(view, &view->tables[node->payload]);
  } else if (node->kind == IBID_KIND_POLL && view->polls[node->payload].total > 0) {
    counts[IBID_UNIT_VOTES] += view->polls[node->payload].total;
  }
}

static int64_t count_texts(lua_State *L, ibid_slot *slot, ibid_unit unit) {
  const ibid_article_view *view = slot->view;
  int64_t count = 0;
  for (int32_t index = ibid_next_running(view, 0); index >= 0;
       index = ibid_next_running(view, index + 1))
    count += ibid_count_text(L, text_of(view, &view->nodes[index]), view->language, unit);
  return count;
}

// Counts all units that are not those of texts: who asks for one of them mostly asks for others as well.
static void count_structure(ibid_slot *slot) {
  const ibid_article_view *view = slot->view;
  int64_t counts[IBID_UNIT_COUNT] = {0};
  int32_t end = (int32_t)(view->footnote_nodes.start + view->footnote_nodes.count);
  for (int32_t index = 0; index < end; index++) add_node(view, &view->nodes[index], counts);
  counts[IBID_UNIT_LINES] = view->line_count;
  counts[IBID_UNIT_BLOCKS] = view->blocks.count;
  for (int unit = 0; unit < IBID_UNIT_COUNT; unit++)
    if (!is_text_unit((ibid_unit)unit)) slot->counts[unit] = counts[unit];
}

int64_t ibid_count_article(lua_State *L, ibid_slot *slot, ibid_unit unit) {
  if (slot->counts[unit] < 0 && is_text_unit(unit)) slot->counts[unit] = count_texts(L, slot, unit);
  else if (slot->counts[unit] < 0) count_structure(slot);
  return slot->counts[unit];
}

int ibid_do_article_count(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_article);
  lua_pushinteger(L, ibid_count_article(L, handle->slot, ibid_check_unit(L, 2)));
  return 1;
}

int ibid_do_node_count(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_node);
  ibid_unit unit = ibid_check_unit(L, 2);
  const ibid_article_view *view = handle->slot->view;
  const ibid_node *node = ibid_node_of(handle);
  int64_t counts[IBID_UNIT_COUNT] = {[IBID_UNIT_LINES] = node->last_line - node->line + 1};
  for (int32_t index = handle->index; index < node->end; index++) {
    const ibid_node *inner = &view->nodes[index];
    if (!is_text_unit(unit)) add_node(view, inner, counts);
    else if (inner->text.count > 0)
      counts[unit] += ibid_count_text(L, text_of(view, inner), view->language, unit);
  }
  lua_pushinteger(L, counts[unit]);
  return 1;
}
