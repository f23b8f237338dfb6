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

// Pushes the counts; `more` is how many other keys the result will have.
static void push_measures(lua_State *L, const ibid_measures *measures, size_t more) {
  // Room also for what plugins add: a table that grows is filled anew.
  enum { OWN = 17, ADDED = 16 };
  lua_createtable(L, 0, OWN + ADDED + (int)more);
#define PUSH(name) \
  lua_pushinteger(L, measures->name); \
  lua_setfield(L, -2, #name);
  COUNTS(PUSH)
#undef PUSH
  if (measures->diversity < 0) return;
  lua_pushnumber(L, measures->diversity);
  lua_setfield(L, -2, "diversity");
}

// How many names the list has that is the setting `units`; 0 without one.
static size_t unit_count(lua_State *L) {
  if (!lua_istable(L, 2)) return 0;
  int type = ibid_raw_field(L, 2, "units");
  if (type != LUA_TNIL && type != LUA_TTABLE) luaL_argerror(L, 2, "'units' has to be a list of names");
  size_t count = type == LUA_TNIL ? 0 : (size_t)lua_rawlen(L, -1);
  lua_pop(L, 1);
  return count;
}

// Adds to the table on the top what the article has of the units that the settings name.
static void add_units(lua_State *L, ibid_slot *slot, size_t count) {
  int result = lua_gettop(L);
  ibid_raw_field(L, 2, "units");
  for (size_t at = 1; at <= count; at++) {
    if (lua_rawgeti(L, result + 1, (lua_Integer)at) != LUA_TSTRING)
      luaL_argerror(L, 2, "'units' has to be a list of names");
    const char *name = lua_tostring(L, -1);
    ibid_unit unit = ibid_find_unit(name);
    if (unit == IBID_UNIT_COUNT)
      luaL_argerror(L, 2, lua_pushfstring(L, "'units' has '%s', which `count` does not know", name));
    lua_pushinteger(L, ibid_count_article(L, slot, unit));
    lua_rawset(L, result);
  }
  lua_settop(L, result);
}

// Adds to the table on the top the counts of terms by their spelling.
static void add_index(lua_State *L, const ibid_terms *terms, size_t most) {
  size_t count = terms->occurrences.count < most ? terms->occurrences.count : most;
  lua_createtable(L, 0, (int)count);
  for (size_t at = 0; at < count; at++) {
    if (at % 256 == 255) ibid_poll(L);
    ibid_range term = terms->ranges.items[at];
    lua_pushlstring(L, terms->bytes + term.start, term.count);
    lua_pushinteger(L, terms->occurrences.items[at].count);
    lua_rawset(L, -3);
  }
  lua_setfield(L, -2, "index");
}

// Measures the pieces in the scratch ranges; the settings are at index 2. `slot` is the article whose
// units are counted, NULL for a part of one.
static int measure(lua_State *L, ibid_text text, ibid_text language, ibid_slot *slot) {
  enum { LONGEST_PHRASE = 5 };
  lua_Integer top = ibid_integer_setting(L, "top", 10), index = ibid_integer_setting(L, "index", 0);
  size_t units = unit_count(L);
  if (slot == NULL && units > 0)
    luaL_argerror(L, 2, "'units' are counted in whole articles alone: call `article:measure`");
  ibid_frequencies wanted = {
      .top = top > index ? top : index,
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
  push_measures(L, &measures, units);
  if (units > 0) add_units(L, slot, units);
  ibid_push_terms(L, &api->terms, (size_t)top);
  lua_setfield(L, -2, "terms");
  if (index > 0) add_index(L, &api->terms, (size_t)index);
  if (wanted.phrase_length == 0) return 1;
  ibid_push_terms(L, &api->phrases, (size_t)top);
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
  return measure(L, view->text, view->language, handle->slot);
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
  return measure(L, view->text, view->language, NULL);
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
  return measure(L, text, language, NULL);
}
