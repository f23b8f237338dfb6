// Userdata that stand for objects of the host: matchers and vectors. They are no handles, as no
// article closes them; the host frees an object when Lua lets go of its userdata.
#include <string.h>

#include "api.h"
#include "json.h"

enum { OBJECT_MAGIC = 0x6f626a65 };

static ibid_host_object *to_object(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  if (lua_rawlen(L, index) != sizeof(ibid_host_object)) return NULL;
  ibid_host_object *found = lua_touserdata(L, index);
  return found->magic == OBJECT_MAGIC ? found : NULL;
}

const ibid_host_object *ibid_check_object(lua_State *L, int index, ibid_type type) {
  const ibid_host_object *found = to_object(L, index);
  if (found == NULL || found->type != type) luaL_typeerror(L, index, ibid_type_name(type));
  return found;
}

// The texts of the list at index 1, one behind the other.
static void collect_texts(lua_State *L, ibid_bytes *texts, ibid_ranges *pieces) {
  enum { LONGEST = 64 << 20 };
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
    if (texts->count + length > LONGEST) luaL_argerror(L, 1, "texts of at most 64 MB expected");
    if (!ibid_ranges_append(pieces, texts->count, length) || !ibid_bytes_append(texts, text, length))
      ibid_raise_no_memory(L);
    lua_pop(L, 1);
  }
}

void ibid_make_object(lua_State *L, ibid_type type, ibid_object_maker make) {
  ibid_api *api = ibid_api_of(L);
  ibid_text language = ibid_optional_text(L, 2);
  // A handle of a list would do as well, but its elements would have to be made first.
  if (ibid_collection_to_table(L, 1)) lua_replace(L, 1);
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  collect_texts(L, &api->json, &api->scratch);
  // Made before what it frees, so that no error in between loses that.
  ibid_host_object *self = lua_newuserdatauv(L, sizeof *self, 0);
  *self = (ibid_host_object){.magic = OBJECT_MAGIC, .type = type, .count = api->scratch.count};
  lua_rawgeti(L, LUA_REGISTRYINDEX, api->metatables[type]);
  lua_setmetatable(L, -2);
  ibid_text text = {api->json.data, api->json.count};
  for (int attempt = 0; attempt < 2 && self->number == 0; attempt++) {
    // Lua does not know how much those hold that nobody needs any more.
    if (attempt > 0) lua_gc(L, LUA_GCCOLLECT);
    ibid_enter_host(L);
    self->number = make(api->host.context, text, &api->scratch, language);
    ibid_leave_host(L);
  }
  if (self->number == 0)
    ibid_raise(L, "the matchers and vectors of this plugin hold too much memory");
}

// --- the metatable

static int free_object(lua_State *L) {
  ibid_host_object *self = to_object(L, 1);
  ibid_api *api = ibid_api_of(L);
  // A state that is closed may have let go of the host before.
  if (self == NULL || self->number == 0 || api == NULL) return 0;
  ibid_enter_host(L);
  api->host.free_object(api->host.context, self->number);
  // Not `ibid_leave_host`: a finalizer is no place to raise. The next instruction attends.
  ibid_self(L)->in_host--;
  self->number = 0;
  return 0;
}

static const struct {
  ibid_type owner;
  const char *name;
  lua_CFunction function;
} methods[] = {
#define FIELD(type, name, signature, since, doc, example)
#define METHOD(type, name, signature, since, doc, example) \
  {IBID_TYPE_##type, #name, ibid_do_##type##_##name},
#define FUNCTION FIELD
#include "api_members.def"
#undef FIELD
#undef METHOD
#undef FUNCTION
};

static int index_object(lua_State *L) {
  const ibid_host_object *self = to_object(L, 1);
  if (self == NULL) luaL_typeerror(L, 1, "matcher or vectors");
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  for (size_t at = 0; at < sizeof methods / sizeof *methods; at++) {
    if (methods[at].owner != self->type || strcmp(methods[at].name, name) != 0) continue;
    lua_pushcfunction(L, methods[at].function);
    return 1;
  }
  ibid_raise_unknown(L, self->type, name);
}

static int set_in_object(lua_State *L) {
  const ibid_host_object *self = to_object(L, 1);
  bool is_matcher = self != NULL && self->type == IBID_TYPE_matcher;
  ibid_raise(L, is_matcher ? "a matcher has nothing to set" : "vectors have nothing to set");
}

static int show_object(lua_State *L) {
  const ibid_host_object *self = to_object(L, 1);
  lua_pushstring(L, self == NULL ? "?" : ibid_type_name(self->type));
  return 1;
}

void ibid_push_object_metatable(lua_State *L, ibid_type type) {
  static const luaL_Reg metamethods[] = {
      {"__index", index_object}, {"__newindex", set_in_object}, {"__tostring", show_object},
      {"__gc", free_object},     {NULL, NULL},
  };
  luaL_newlib(L, metamethods);
  lua_pushstring(L, ibid_type_name(type));
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, "__name");
  lua_setfield(L, -2, "__metatable");
}
