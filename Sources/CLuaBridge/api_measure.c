// `measure`: the host counts the texts of an article, a section or a string in one pass.
#include <string.h>

#include "api.h"
#include "json.h"

// --- which texts

enum { BODY_BIT = IBID_KIND_COUNT };

static const struct {
  const char *name;
  int bit;
} parts[] = {
    {"body", BODY_BIT},
    {"headings", IBID_KIND_HEADING},
    {"paragraphs", IBID_KIND_PARAGRAPH},
    {"lists", IBID_KIND_LIST},
    {"quotes", IBID_KIND_QUOTE},
    {"code", IBID_KIND_CODE},
    {"captions", IBID_KIND_CAPTION},
    {"pull_quotes", IBID_KIND_PULL_QUOTE},
    {"tables", IBID_KIND_TABLE},
    {"polls", IBID_KIND_POLL},
    {"footnotes", IBID_KIND_FOOTNOTE},
    {"boilerplate", IBID_KIND_BOILERPLATE},
};

static uint32_t part_bit(lua_State *L, const char *name) {
  for (size_t at = 0; at < sizeof parts / sizeof *parts; at++)
    if (strcmp(name, parts[at].name) == 0) return 1u << parts[at].bit;
  luaL_argerror(L, 2, lua_pushfstring(L, "'include' has no '%s': it takes body, headings, "
                                      "paragraphs, lists, quotes, code, captions, pull_quotes, "
                                      "tables, polls, footnotes and boilerplate", name));
  return 0;
}

static uint32_t included_parts(lua_State *L) {
  if (!lua_istable(L, 2) || ibid_raw_field(L, 2, "include") == LUA_TNIL) return 1u << BODY_BIT;
  if (!lua_istable(L, -1)) luaL_argerror(L, 2, "'include' has to be a list of names");
  uint32_t bits = 0;
  for (lua_Integer at = 1; lua_rawgeti(L, -1, at) != LUA_TNIL; at++) {
    if (lua_type(L, -1) != LUA_TSTRING) luaL_argerror(L, 2, "'include' has to be a list of names");
    bits |= part_bit(L, lua_tostring(L, -1));
    lua_pop(L, 1);
  }
  lua_pop(L, 2);
  return bits;
}

// --- pieces of the text arena

static bool add_text(ibid_ranges *pieces, ibid_range text) {
  return text.count == 0 || ibid_ranges_append(pieces, text.start, text.count);
}

static bool add_table(ibid_ranges *pieces, const ibid_article_view *view, const ibid_table *table) {
  bool fits = add_text(pieces, table->caption);
  for (uint32_t row = 0; row < table->rows.count; row++) {
    ibid_range cells = view->table_rows[table->rows.start + row];
    for (uint32_t at = 0; at < cells.count; at++)
      fits = fits && add_text(pieces, view->cells[cells.start + at].text);
  }
  return fits;
}

static bool add_poll(
    ibid_ranges *pieces, const ibid_article_view *view, const ibid_reader_poll *poll) {
  bool fits = add_text(pieces, poll->question);
  for (uint32_t at = 0; at < poll->options.count; at++)
    fits = fits && add_text(pieces, view->options[poll->options.start + at].label);
  return fits;
}

// Adds the texts of the nodes from `index` to before `end` that are included by their own kind or
// by that of what they stand in.
static bool add_nodes(
    ibid_ranges *pieces, const ibid_article_view *view, int32_t index, int32_t end,
    uint32_t included) {
  bool fits = true;
  int32_t inside = index;
  while (index < end) {
    const ibid_node *node = &view->nodes[index];
    bool is_wanted = (included >> node->kind & 1) != 0;
    if (node->kind == IBID_KIND_TABLE || node->kind == IBID_KIND_POLL) {
      if (is_wanted && node->payload >= 0)
        fits = fits && (node->kind == IBID_KIND_TABLE
                            ? add_table(pieces, view, &view->tables[node->payload])
                            : add_poll(pieces, view, &view->polls[node->payload]));
      index = node->end;
      continue;
    }
    if (node->kind == IBID_KIND_PULL_QUOTE && !is_wanted) {
      index = node->end;
      continue;
    }
    if (is_wanted && node->end > inside) inside = node->end;
    bool is_body = (included >> BODY_BIT & 1) != 0 && ibid_is_running_text(node);
    if (is_body || index < inside) fits = fits && add_text(pieces, node->text);
    index++;
  }
  return fits;
}

static bool add_range(
    ibid_ranges *pieces, const ibid_article_view *view, ibid_range nodes, uint32_t included) {
  return add_nodes(
      pieces, view, (int32_t)nodes.start, (int32_t)(nodes.start + nodes.count), included);
}

// --- the call

#define COUNTS(COUNT) \
  COUNT(words) COUNT(sentences) COUNT(characters) COUNT(visible_characters) COUNT(letters) \
  COUNT(syllables) COUNT(monosyllables) COUNT(polysyllables) COUNT(long_words) \
  COUNT(unfamiliar_words) COUNT(hard_words) COUNT(tokens) COUNT(types) COUNT(hapaxes)

static void push_measures(lua_State *L, const ibid_measures *measures) {
  lua_createtable(L, 0, 18);
#define PUSH(name) \
  lua_pushinteger(L, measures->name); \
  lua_setfield(L, -2, #name);
  COUNTS(PUSH)
#undef PUSH
  if (measures->diversity < 0) return;
  lua_pushnumber(L, measures->diversity);
  lua_setfield(L, -2, "diversity");
}

// Measures the pieces in the scratch ranges; the settings are at index 2.
static int measure(lua_State *L, ibid_text text, ibid_text language) {
  enum { LONGEST_PHRASE = 5 };
  ibid_frequencies wanted = {
      .top = ibid_integer_setting(L, "top", 10),
      .minimum = ibid_integer_setting(L, "minimum", 2),
      .phrase_length = ibid_integer_setting(L, "phrases", 0),
      .keeps_stopwords = ibid_keeps_stopwords(L),
  };
  if (wanted.phrase_length == 1 || wanted.phrase_length > LONGEST_PHRASE)
    luaL_argerror(L, 2, "'phrases' has to be 0 or 2 to 5 words");
  ibid_api *api = ibid_api_of(L);
  ibid_measures measures = {0};
  ibid_terms_clear(&api->terms);
  ibid_terms_clear(&api->phrases);
  ibid_enter_host(L);
  bool done = api->host.measure(
      api->host.context, text, &api->scratch, language, &wanted, &measures, &api->terms,
      &api->phrases);
  ibid_leave_host(L);
  if (!done) ibid_raise_no_memory(L);
  push_measures(L, &measures);
  ibid_push_terms(L, &api->terms);
  lua_setfield(L, -2, "terms");
  if (wanted.phrase_length == 0) return 1;
  ibid_push_terms(L, &api->phrases);
  lua_setfield(L, -2, "phrases");
  return 1;
}

static void check_settings(lua_State *L) {
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
}

int ibid_do_article_measure(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_article);
  check_settings(L);
  uint32_t included = included_parts(L);
  const ibid_article_view *view = handle->slot->view;
  ibid_ranges *pieces = &ibid_api_of(L)->scratch;
  pieces->count = 0;
  if (!add_range(pieces, view, view->block_nodes, included) ||
      !add_range(pieces, view, view->footnote_nodes, included) ||
      !add_range(pieces, view, view->boilerplate_nodes, included))
    ibid_raise_no_memory(L);
  return measure(L, view->text, view->language);
}

int ibid_do_section_measure(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_section);
  check_settings(L);
  uint32_t included = included_parts(L);
  const ibid_article_view *view = handle->slot->view;
  const ibid_section *section = &view->sections[handle->index];
  ibid_ranges *pieces = &ibid_api_of(L)->scratch;
  pieces->count = 0;
  bool fits = true;
  if (section->heading >= 0)
    fits = add_nodes(pieces, view, section->heading, section->heading + 1, included);
  for (uint32_t at = 0; at < section->blocks.count; at++) {
    int32_t block = view->links[section->blocks.start + at];
    fits = fits && add_nodes(pieces, view, block, view->nodes[block].end, included);
  }
  if (!fits) ibid_raise_no_memory(L);
  return measure(L, view->text, view->language);
}

int ibid_do_ibid_measure(lua_State *L) {
  ibid_text text = ibid_check_text(L, 1);
  check_settings(L);
  ibid_text language = {NULL, 0};
  if (lua_istable(L, 2)) {
    // The string stays on the stack, which keeps it alive.
    int type = ibid_raw_field(L, 2, "language");
    if (type == LUA_TSTRING) language.bytes = lua_tolstring(L, -1, &language.count);
    else if (type != LUA_TNIL) luaL_argerror(L, 2, "'language' has to be a string");
  }
  ibid_ranges *pieces = &ibid_api_of(L)->scratch;
  pieces->count = 0;
  if (text.count > 0 && !ibid_ranges_append(pieces, 0, text.count)) ibid_raise_no_memory(L);
  return measure(L, text, language);
}
