// `article:frequencies`: the host counts, C pushes the terms as tables.
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "json.h"

bool ibid_terms_append(ibid_terms *terms, const char *bytes, size_t count, size_t occurrences) {
  if (terms->count + count > terms->capacity) {
    size_t capacity = terms->capacity * 2 > terms->count + count ? terms->capacity * 2
                                                                : terms->count + count + 1024;
    char *larger = realloc(terms->bytes, capacity);
    if (larger == NULL) return false;
    terms->bytes = larger;
    terms->capacity = capacity;
  }
  if (!ibid_ranges_append(&terms->ranges, terms->count, count)) return false;
  if (!ibid_ranges_append(&terms->occurrences, 0, occurrences)) return false;
  if (count > 0) memcpy(terms->bytes + terms->count, bytes, count);
  terms->count += count;
  return true;
}

void ibid_terms_clear(ibid_terms *terms) {
  terms->ranges.count = terms->occurrences.count = terms->count = 0;
}

void ibid_terms_free(ibid_terms *terms) {
  free(terms->ranges.items);
  free(terms->occurrences.items);
  free(terms->bytes);
  *terms = (ibid_terms){0};
}

lua_Integer ibid_integer_setting(lua_State *L, const char *name, lua_Integer otherwise) {
  if (!lua_istable(L, 2)) return otherwise;
  int is_integer = 1;
  lua_Integer value = otherwise;
  if (ibid_raw_field(L, 2, name) != LUA_TNIL) value = lua_tointegerx(L, -1, &is_integer);
  if (!is_integer || value < 0 || value > INT32_MAX)
    luaL_argerror(L, 2, lua_pushfstring(L, "'%s' has to be an integer of 0 or more", name));
  lua_pop(L, 1);
  return value;
}

// Only an explicit false keeps stop words.
bool ibid_keeps_stopwords(lua_State *L) {
  if (!lua_istable(L, 2)) return false;
  int type = ibid_raw_field(L, 2, "stopwords");
  bool keeps = type == LUA_TBOOLEAN && !lua_toboolean(L, -1);
  lua_pop(L, 1);
  return keeps;
}

void ibid_push_terms(lua_State *L, const ibid_terms *terms, size_t most) {
  size_t count = terms->occurrences.count < most ? terms->occurrences.count : most;
  lua_createtable(L, (int)count, 0);
  ibid_push_list_mark(L);
  lua_setmetatable(L, -2);
  for (size_t at = 0; at < count; at++) {
    if (at % 256 == 255) ibid_poll(L);
    ibid_range term = terms->ranges.items[at];
    lua_createtable(L, 0, 2);
    lua_pushlstring(L, terms->bytes + term.start, term.count);
    lua_setfield(L, -2, "term");
    lua_pushinteger(L, terms->occurrences.items[at].count);
    lua_setfield(L, -2, "count");
    lua_rawseti(L, -2, (lua_Integer)at + 1);
  }
}

int ibid_do_article_frequencies(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_article);
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  ibid_frequencies wanted = {
      .top = ibid_integer_setting(L, "top", 10),
      .minimum = ibid_integer_setting(L, "minimum", 2),
      .keeps_stopwords = ibid_keeps_stopwords(L),
  };
  ibid_push_article_text(L, handle->slot);
  ibid_text text;
  text.bytes = lua_tolstring(L, -1, &text.count);
  ibid_api *api = ibid_api_of(L);
  ibid_terms *terms = &api->terms;
  ibid_terms_clear(terms);
  ibid_enter_host(L);
  bool done = api->host.frequencies(
      api->host.context, text, handle->slot->view->language, &wanted, terms);
  ibid_leave_host(L);
  if (!done) ibid_raise_no_memory(L);
  ibid_push_terms(L, terms, SIZE_MAX);
  return 1;
}
