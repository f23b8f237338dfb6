// `ibid.matcher` and `ibid.stem`: terms that the host finds in texts in any inflection.
#include <string.h>

#include "api.h"
#include "json.h"

enum { MATCHER_MAGIC = 0x6d617463 };

// The bytes of a matcher's userdata; what it searches with is the host's.
typedef struct {
  uint32_t magic;
  int64_t number;  // 0 where it is freed
} matcher;

static matcher *to_matcher(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA || lua_rawlen(L, index) != sizeof(matcher)) return NULL;
  matcher *found = lua_touserdata(L, index);
  return found->magic == MATCHER_MAGIC ? found : NULL;
}

static int free_matcher(lua_State *L) {
  matcher *self = to_matcher(L, 1);
  ibid_api *api = ibid_api_of(L);
  // A state that is closed may have let go of the host before.
  if (self == NULL || self->number == 0 || api == NULL) return 0;
  ibid_enter_host(L);
  api->host.free_matcher(api->host.context, self->number);
  // Not `ibid_leave_host`: a finalizer is no place to raise. The next instruction attends.
  ibid_self(L)->in_host--;
  self->number = 0;
  return 0;
}

static int index_matcher(lua_State *L) {
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  if (strcmp(name, "find") != 0) ibid_raise_unknown(L, IBID_TYPE_matcher, name);
  lua_pushcfunction(L, ibid_do_matcher_find);
  return 1;
}

static int set_in_matcher(lua_State *L) { ibid_raise(L, "a matcher has nothing to set"); }

static int show_matcher(lua_State *L) {
  lua_pushliteral(L, "matcher");
  return 1;
}

void ibid_push_matcher_metatable(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"__index", index_matcher}, {"__newindex", set_in_matcher}, {"__tostring", show_matcher},
      {"__gc", free_matcher},     {NULL, NULL},
  };
  luaL_newlib(L, methods);
  lua_pushliteral(L, "matcher");
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, "__name");
  lua_setfield(L, -2, "__metatable");
}

// The texts of the list at index 1, one behind the other in the scratch bytes.
static void collect_terms(lua_State *L, ibid_bytes *texts, ibid_ranges *pieces) {
  enum { LONGEST = 64 << 20 };
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
  ibid_bytes_clear(texts);
  pieces->count = 0;
  for (lua_Integer at = 1; at <= count; at++) {
    if (at % 256 == 0) ibid_poll(L);
    if (lua_rawgeti(L, 1, at) != LUA_TSTRING)
      luaL_argerror(
          L, 1, lua_pushfstring(L, "a list of strings expected, got one with a %s", luaL_typename(L, -1)));
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    if (texts->count + length > LONGEST) luaL_argerror(L, 1, "terms of at most 64 MB expected");
    if (!ibid_ranges_append(pieces, texts->count, length) || !ibid_bytes_append(texts, text, length))
      ibid_raise_no_memory(L);
    lua_pop(L, 1);
  }
}

int ibid_do_ibid_matcher(lua_State *L) {
  ibid_api *api = ibid_api_of(L);
  ibid_text language = ibid_optional_text(L, 2);
  // A handle of a list would do as well, but its elements would have to be made first.
  if (ibid_collection_to_table(L, 1)) lua_replace(L, 1);
  lua_settop(L, 2);
  collect_terms(L, &api->json, &api->scratch);
  // Made before what it frees, so that no error in between loses that.
  matcher *self = lua_newuserdatauv(L, sizeof *self, 0);
  *self = (matcher){.magic = MATCHER_MAGIC};
  lua_rawgeti(L, LUA_REGISTRYINDEX, api->metatables[IBID_TYPE_matcher]);
  lua_setmetatable(L, -2);
  ibid_text text = {api->json.data, api->json.count};
  for (int attempt = 0; attempt < 2 && self->number == 0; attempt++) {
    // Lua does not know how much those hold that nobody needs any more.
    if (attempt > 0) lua_gc(L, LUA_GCCOLLECT);
    ibid_enter_host(L);
    self->number = api->host.make_matcher(api->host.context, text, &api->scratch, language);
    ibid_leave_host(L);
  }
  if (self->number == 0) ibid_raise(L, "the matchers of this plugin hold too much memory");
  return 1;
}

int ibid_do_matcher_find(lua_State *L) {
  const matcher *self = to_matcher(L, 1);
  if (self == NULL) luaL_typeerror(L, 1, "matcher");
  ibid_text text = ibid_check_text(L, 2);
  ibid_api *api = ibid_api_of(L);
  ibid_ranges *found = &api->scratch;
  found->count = 0;
  ibid_enter_host(L);
  bool fits = api->host.find_terms(api->host.context, self->number, text, found);
  ibid_leave_host(L);
  if (!fits) ibid_raise_no_memory(L);
  // Each match is two ranges: its bytes, and the number of the term.
  size_t count = found->count / 2;
  lua_createtable(L, (int)count, 0);
  ibid_push_list_mark(L);
  lua_setmetatable(L, -2);
  for (size_t at = 0; at < count; at++) {
    if (at % 256 == 255) ibid_poll(L);
    ibid_range bytes = found->items[2 * at];
    lua_createtable(L, 0, 3);
    lua_pushinteger(L, (lua_Integer)found->items[2 * at + 1].start + 1);
    lua_setfield(L, -2, "term");
    lua_pushinteger(L, (lua_Integer)bytes.start + 1);
    lua_setfield(L, -2, "first");
    lua_pushinteger(L, (lua_Integer)bytes.start + (lua_Integer)bytes.count);
    lua_setfield(L, -2, "last");
    lua_rawseti(L, -2, (lua_Integer)at + 1);
  }
  return 1;
}

int ibid_do_ibid_stem(lua_State *L) {
  ibid_value arguments[] = {
      ibid_text_value(ibid_check_text(L, 1)),
      ibid_text_value(ibid_optional_text(L, 2)),
  };
  return ibid_answer(L, ibid_api_of(L)->host.stem, arguments, 2);
}
