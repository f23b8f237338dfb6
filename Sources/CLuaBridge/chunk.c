// A plugin's chunk: compile, run, keep its value, call the functions in it.
#include "chunk.h"

#include <string.h>

#include "errors.h"
#include "internal.h"
#include "json.h"

static const char chunk_key, kept_key;

typedef struct {
  const char *text;
  size_t left;
} source;

static const char *read_source(lua_State *L, void *context, size_t *count) {
  enum { PIECE = 4096 };
  source *from = context;
  ibid_poll(L);
  const char *text = from->text;
  *count = from->left < PIECE ? from->left : PIECE;
  from->text += *count;
  from->left -= *count;
  return *count == 0 ? NULL : text;
}

int ibid_load_text(lua_State *L, const char *name, const char *text, size_t count) {
  source from = {text, count};
  return lua_load(L, read_source, &from, name, "t");
}

typedef struct {
  const char *name, *text;
  size_t count;
} chunk;

static int load_chunk(lua_State *L) {
  const chunk *wanted = lua_touserdata(L, 1);
  ibid_renew_environment(L);
  lua_pushnil(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &kept_key);
  const char *name = lua_pushfstring(L, "@%s", wanted->name);
  if (ibid_load_text(L, name, wanted->text, wanted->count) != LUA_OK) return lua_error(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &chunk_key);
  return 0;
}

ibid_status ibid_lua_load(ibid_lua *self, const char *name, const char *bytes, size_t count) {
  // A first line that starts with `#` is for the shell, as in Lua's own loader.
  if (count > 0 && bytes[0] == '#') {
    const char *end = memchr(bytes, '\n', count);
    size_t skipped = end == NULL ? count : (size_t)(end - bytes);
    bytes += skipped;
    count -= skipped;
  }
  chunk wanted = {name, bytes, count};
  ibid_status status = ibid_protected(self, load_chunk, &wanted);
  if (status == IBID_ERROR) ibid_note_place_in_message(self, name);
  return status;
}

static int run_chunk(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &chunk_key) != LUA_TFUNCTION)
    return luaL_error(L, "nothing is loaded");
  lua_call(L, 0, 1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &kept_key);
  return 0;
}

ibid_status ibid_lua_run(ibid_lua *self) { return ibid_protected(self, run_chunk, NULL); }

typedef struct {
  const char *name;
  const ibid_value *arguments;
  size_t count;
  bool needs_result;
  bool found;
} call;

static bool push_kept_function(lua_State *L, const char *name) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &kept_key) != LUA_TTABLE) return false;
  lua_pushstring(L, name);
  return lua_rawget(L, -2) == LUA_TFUNCTION;
}

static int find_function(lua_State *L) {
  call *wanted = lua_touserdata(L, 1);
  wanted->found = push_kept_function(L, wanted->name);
  return 0;
}

bool ibid_lua_has(ibid_lua *self, const char *name) {
  call wanted = {.name = name};
  ibid_protected(self, find_function, &wanted);
  return wanted.found;
}

static void prepare_result(ibid_lua *self) {
  ibid_bytes_clear(&self->result);
  self->result.limit = self->limits.result;
}

/* Fails at the definition of the function at `function` where the value on top is nil. */
static void check_result(lua_State *L, int function, const char *name) {
  if (!lua_isnil(L, -1)) return;
  ibid_note_definition(L, function);
  luaL_error(L, "'%s' returned nothing", name);
}

static int call_function(lua_State *L) {
  static const ibid_json_style style = {"result", "a result", false};
  const call *wanted = lua_touserdata(L, 1);
  if (!push_kept_function(L, wanted->name))
    return luaL_error(L, "the plugin has no function '%s'", wanted->name);
  int function = lua_gettop(L);
  luaL_checkstack(L, (int)wanted->count + 2, "too many arguments");
  for (size_t at = 0; at < wanted->count; at++) ibid_push_value(L, &wanted->arguments[at]);
  lua_pushvalue(L, function);
  lua_insert(L, function);
  lua_call(L, (int)wanted->count, 1);
  if (wanted->needs_result) check_result(L, function, wanted->name);
  ibid_note_definition(L, function);
  ibid_profile_begin_result(ibid_self(L));
  if (!lua_isnil(L, -1)) ibid_to_json(L, -1, &ibid_self(L)->result, &style);
  return 0;
}

static ibid_status hand_over(ibid_lua *self, ibid_status status, ibid_span *json) {
  if (status != IBID_OK) ibid_bytes_clear(&self->result);
  *json = (ibid_span){self->result.count == 0 ? "" : self->result.data, self->result.count};
  return status;
}

ibid_status ibid_lua_call(
    ibid_lua *self, const char *name, const ibid_value *arguments, size_t count,
    bool needs_result, ibid_span *json) {
  call wanted = {name, arguments, count, needs_result, false};
  prepare_result(self);
  return hand_over(self, ibid_protected(self, call_function, &wanted), json);
}

typedef struct {
  const char *name, *last;
  const ibid_value *values, *argument;
  size_t count;
} folding;

enum { FUNCTION = 1, TOTAL };

static void take_function(lua_State *L, const char *name) {
  if (!push_kept_function(L, name)) luaL_error(L, "the plugin has no function '%s'", name);
  lua_replace(L, FUNCTION);
  lua_settop(L, TOTAL);
}

/* Calls the function in hand with the total and one more value; what it returns is the total then. */
static void fold_in(lua_State *L, const char *name, const ibid_value *value) {
  lua_pushvalue(L, FUNCTION);
  lua_pushvalue(L, TOTAL);
  ibid_push_value(L, value);
  lua_call(L, 2, 1);
  check_result(L, FUNCTION, name);
  lua_replace(L, TOTAL);
}

/* Writes the total, which the function in hand has returned. */
static void write_total(lua_State *L) {
  static const ibid_json_style style = {"result", "a result", false};
  ibid_note_definition(L, FUNCTION);
  ibid_to_json(L, TOTAL, &ibid_self(L)->result, &style);
}

static int fold_values(lua_State *L) {
  const folding wanted = *(const folding *)lua_touserdata(L, 1);
  lua_settop(L, TOTAL);
  if (wanted.count > 1 || wanted.last == NULL) take_function(L, wanted.name);
  ibid_push_value(L, &wanted.values[0]);
  lua_replace(L, TOTAL);
  for (size_t at = 1; at < wanted.count; at++) {
    if (at > 1) ibid_renew_budget(ibid_self(L));
    fold_in(L, wanted.name, &wanted.values[at]);
  }
  if (wanted.last != NULL) {
    // What cannot leave Lua fails here as well, however many values there are.
    if (wanted.count > 1) write_total(L);
    prepare_result(ibid_self(L));
    take_function(L, wanted.last);
    if (wanted.count > 1) ibid_renew_budget(ibid_self(L));
    fold_in(L, wanted.last, wanted.argument);
    ibid_profile_begin_result(ibid_self(L));
  }
  write_total(L);
  return 0;
}

ibid_status ibid_lua_fold(
    ibid_lua *self, const char *name, const ibid_value *values, size_t count, const char *last,
    const ibid_value *argument, ibid_span *json) {
  folding wanted = {name, last, values, argument, count};
  prepare_result(self);
  return hand_over(self, ibid_protected(self, fold_values, &wanted), json);
}

static int write_manifest(lua_State *L) {
  const ibid_json_style *style = lua_touserdata(L, 1);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &kept_key) == LUA_TNIL)
    return luaL_error(L, "the plugin returns nothing");
  ibid_to_json(L, -1, &ibid_self(L)->result, style);
  return 0;
}

ibid_status ibid_lua_manifest(
    ibid_lua *self, const char *root, const char *container, ibid_span *json) {
  ibid_json_style style = {root, container, true};
  prepare_result(self);
  return hand_over(self, ibid_protected(self, write_manifest, &style), json);
}

typedef struct {
  const char *name;
  const ibid_value *value;
} global;

static int set_global(lua_State *L) {
  const global *wanted = lua_touserdata(L, 1);
  ibid_push_value(L, wanted->value);
  ibid_push_globals(L);
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, wanted->name);
  ibid_push_environment(L);
  lua_pushstring(L, wanted->name);
  lua_pushvalue(L, -4);
  lua_rawset(L, -3);
  return 0;
}

ibid_status ibid_lua_set_global(ibid_lua *self, const char *name, const ibid_value *value) {
  global wanted = {name, value};
  return ibid_protected(self, set_global, &wanted);
}
