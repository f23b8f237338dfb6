// A line at the prompt: run it, keep its values, describe them for the Swift side to draw.
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "chunk.h"
#include "describe.h"
#include "errors.h"

// How much of the values is described.
typedef struct {
  int depth, values;
  size_t entries, text;
} extent;

// A screen shows less than this; `:raw` and scripts get all that a result may hold.
static const extent page = {.depth = 4, .values = 20000, .entries = 200, .text = 64 << 10};
static const extent whole = {.depth = 16, .values = 1000000, .entries = 1000000, .text = 64 << 20};

enum { DEEPEST = 16 };

typedef struct {
  lua_State *L;
  ibid_bytes *out;
  extent most;
  int values;  // described so far: bounds the work, however the tables are nested
  const void *outer[DEEPEST];  // the tables that the value is in
} describer;

static void put(describer *d, const void *bytes, size_t count) {
  if (ibid_bytes_append(d->out, bytes, count)) return;
  ibid_self(d->L)->status = IBID_TOO_LARGE;
  luaL_error(d->L, "the values are too long to show");
}

static void put_tag(describer *d, char tag) { put(d, &tag, 1); }
static void put_u32(describer *d, size_t value) {
  uint32_t narrow = (uint32_t)value;
  put(d, &narrow, sizeof narrow);
}
static void put_u64(describer *d, uint64_t value) { put(d, &value, sizeof value); }

static void put_string(describer *d, const char *text, size_t count) {
  if (count > d->most.text) count = d->most.text;
  put_u32(d, count);
  put(d, text, count);
}

static void put_name(describer *d, const char *name) { put_string(d, name, strlen(name)); }

// The text that `tostring` gives; a handle's and a table's own.
static void put_shown(describer *d, int index) {
  size_t count;
  const char *text = ibid_push_text(d->L, index, &count);
  put_string(d, text, count);
  lua_pop(d->L, 1);
}

static void describe(describer *d, int index, int depth);

static void describe_collection(describer *d, int index, const ibid_handle *handle, int depth) {
  const char *name = ibid_declaration((ibid_member)handle->name)->name;
  const char *element = handle->source == IBID_OF_ROWS ? "row" : "string";
  if (handle->element < IBID_TYPE_COUNT) element = ibid_type_name((ibid_type)handle->element);
  put_tag(d, 'c');
  put_name(d, handle->source == IBID_OF_CELLS ? "row" : name);
  put_name(d, element);
  put_u64(d, handle->count);
  uint32_t shown = handle->count < d->most.entries ? handle->count : (uint32_t)d->most.entries;
  if (depth >= d->most.depth) shown = 0;
  put_u32(d, shown);
  for (uint32_t at = 0; at < shown; at++) {
    ibid_push_element(d->L, lua_touserdata(d->L, index), at);
    describe(d, lua_gettop(d->L), depth + 1);
    lua_pop(d->L, 1);
  }
}

static void describe_userdata(describer *d, int index, int depth) {
  const ibid_handle *handle = ibid_to_handle(d->L, index);
  bool is_open = handle != NULL && handle->slot->generation == handle->generation;
  if (is_open && handle->type == IBID_TYPE_collection) {
    describe_collection(d, index, handle, depth);
  } else if (is_open) {
    put_tag(d, 'h');
    put_name(d, ibid_type_name((ibid_type)handle->type));
    int64_t article = (int64_t)handle->slot->number << IBID_ARTICLE_SHIFT;
    put(d, &article, sizeof article);
    put(d, &handle->index, sizeof handle->index);
    put_shown(d, index);
  } else {
    put_tag(d, 'o');
    put_name(d, luaL_typename(d->L, index));
    put_shown(d, index);
  }
}

static bool is_in_list(lua_State *L, int index, lua_Unsigned count) {
  if (!lua_isinteger(L, index)) return false;
  lua_Integer at = lua_tointeger(L, index);
  return at >= 1 && (lua_Unsigned)at <= count;
}

// Whether a table is inside itself, as `_G` is; it is named there and not described again.
static bool is_inside_itself(describer *d, int index, int depth) {
  const void *table = lua_topointer(d->L, index);
  for (int at = 0; at < depth && at < d->most.depth; at++)
    if (d->outer[at] == table) return true;
  if (depth < d->most.depth) d->outer[depth] = table;
  return false;
}

// A table by raw access: no code of the plugin runs here but a `__tostring`.
static void describe_table(describer *d, int index, int depth) {
  lua_State *L = d->L;
  if (is_inside_itself(d, index, depth)) {
    put_tag(d, 'o');
    put_name(d, "table");
    put_name(d, "{…}");
    return;
  }
  if (luaL_getmetafield(L, index, "__tostring") != LUA_TNIL) {
    lua_pop(L, 1);
    put_tag(d, 'o');
    put_name(d, "table");
    put_shown(d, index);
    return;
  }
  lua_Unsigned list = lua_rawlen(L, index), others = 0;
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    lua_pop(L, 1);
    if (!is_in_list(L, -1, list) && ++others % 256 == 0) ibid_poll(L);
  }
  uint64_t total = list + others;
  size_t shown = total < d->most.entries ? (size_t)total : d->most.entries;
  if (depth >= d->most.depth) shown = 0;
  put_tag(d, 't');
  put_u64(d, list);
  put_u64(d, others);
  put_u32(d, shown);
  size_t done = 0;
  for (lua_Unsigned at = 1; at <= list && done < shown; at++, done++) {
    lua_pushinteger(L, (lua_Integer)at);
    describe(d, lua_gettop(L), depth + 1);
    lua_rawgeti(L, index, (lua_Integer)at);
    describe(d, lua_gettop(L), depth + 1);
    lua_pop(L, 2);
  }
  if (done >= shown) return;
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    if (!is_in_list(L, -2, list)) {
      describe(d, lua_gettop(L) - 1, depth + 1);
      describe(d, lua_gettop(L), depth + 1);
      if (++done == shown) {
        lua_pop(L, 2);
        return;
      }
    }
    lua_pop(L, 1);
  }
}

static void describe(describer *d, int index, int depth) {
  lua_State *L = d->L;
  ibid_poll(L);
  luaL_checkstack(L, 10, "too deep");
  if (++d->values > d->most.values) depth = d->most.depth;
  switch (lua_type(L, index)) {
    case LUA_TNIL: put_tag(d, 'n'); break;
    case LUA_TBOOLEAN:
      put_tag(d, 'b');
      put_tag(d, (char)lua_toboolean(L, index));
      break;
    case LUA_TNUMBER: {
      lua_Integer integer = lua_tointeger(L, index);
      lua_Number number = lua_tonumber(L, index);
      put_tag(d, lua_isinteger(L, index) ? 'i' : 'd');
      if (lua_isinteger(L, index)) put(d, &integer, sizeof integer);
      else put(d, &number, sizeof number);
      break;
    }
    case LUA_TSTRING: {
      size_t count;
      const char *text = lua_tolstring(L, index, &count);
      put_tag(d, 's');
      put_u64(d, count);
      put_string(d, text, count);
      break;
    }
    case LUA_TTABLE: describe_table(d, index, depth); break;
    case LUA_TFUNCTION:
      put_tag(d, 'f');
      put_shown(d, index);
      break;
    case LUA_TUSERDATA: describe_userdata(d, index, depth); break;
    default:
      put_tag(d, 'o');
      put_name(d, luaL_typename(L, index));
      put_shown(d, index);
  }
}

void ibid_describe_values(lua_State *L, int first, int last, bool is_whole, ibid_bytes *out) {
  describer d = {.L = L, .out = out, .most = is_whole ? whole : page};
  for (int at = first; at <= last; at++) describe(&d, at, 0);
}

typedef struct {
  const char *name, *text;
  size_t count;
  bool quiet, whole, incomplete;
} line;

// Keeps the values on the stack from `base` on as `_`, `_1`, `_2`, …
static void keep_values(lua_State *L, int base, int last) {
  if (last < base) return;
  ibid_push_environment(L);
  for (int at = base; at <= last && at < base + 9; at++) {
    char name[4];
    snprintf(name, sizeof name, "_%d", at - base + 1);
    lua_pushstring(L, name);
    lua_pushvalue(L, at);
    lua_rawset(L, -3);
  }
  lua_pushliteral(L, "_");
  lua_pushvalue(L, base);
  lua_rawset(L, -3);
  lua_pop(L, 1);
}

static int evaluate(lua_State *L) {
  line *wanted = lua_touserdata(L, 1);
  ibid_push_environment(L);
  lua_settop(L, 1);
  ibid_compile_line(L, wanted->name, wanted->text, wanted->count, &wanted->incomplete);
  lua_replace(L, 1);
  lua_settop(L, 1);
  lua_call(L, 0, LUA_MULTRET);
  int last = lua_gettop(L);
  luaL_checkstack(L, 10, "too many values");
  if (!wanted->quiet) keep_values(L, 1, last);
  ibid_describe_values(L, 1, last, wanted->whole, &ibid_self(L)->result);
  return 0;
}

ibid_status ibid_api_evaluate(
    ibid_lua *self, const char *name, const char *bytes, size_t count, bool quiet,
    bool is_whole, ibid_span *described, bool *incomplete) {
  line wanted = {name, bytes, count, quiet, is_whole, false};
  ibid_bytes_clear(&self->result);
  self->result.limit = self->limits.result;
  ibid_status status = ibid_protected(self, evaluate, &wanted);
  if (status == IBID_ERROR) ibid_note_place_in_message(self, name);
  *incomplete = status == IBID_ERROR && wanted.incomplete;
  *described = (ibid_span){self->result.count == 0 ? "" : self->result.data, self->result.count};
  return status;
}
