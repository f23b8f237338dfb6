// See json.h for what a value may be.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "json.h"
#include "json_text.h"
#include "map_keys.h"
#include "utf8_bytes.h"

// One step of the path from the root, for messages.
typedef struct {
  const char *key;  // NULL in a list
  size_t key_count;
  lua_Integer index;
} frame;

typedef struct {
  lua_State *L;
  ibid_bytes *out;
  const ibid_json_style *style;
  int depth;
  unsigned steps;
  frame frames[IBID_MAX_DEPTH + 1];   // from 1: the root has none
  const void *open[IBID_MAX_DEPTH];  // the tables around the value, to find cycles
} writer;

static void write_value(writer *w, int index);

static bool is_name(const char *text, size_t count) {
  if (count == 0 || count > 60) return false;
  for (size_t at = 0; at < count; at++) {
    char c = text[at];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (!letter && !(at > 0 && c >= '0' && c <= '9')) return false;
  }
  return true;
}

static void write_path(const writer *w, int depth, ibid_bytes *out) {
  enum { SHOWN = 8 };
  ibid_bytes_text(out, w->style->root);
  for (int level = 1; level <= depth; level++) {
    const frame *at = &w->frames[level];
    if (level > SHOWN && level < depth) {
      if (level == SHOWN + 1) ibid_bytes_text(out, "…");
      continue;
    }
    if (at->key == NULL) {
      ibid_bytes_format(out, "[%lld]", (long long)at->index);
    } else if (is_name(at->key, at->key_count)) {
      ibid_bytes_format(out, ".%.*s", (int)at->key_count, at->key);
    } else {
      size_t shown = at->key_count < 40 ? at->key_count : 40;
      ibid_bytes_format(out, "[\"%.*s\"]", (int)shown, at->key);
    }
  }
}

static _Noreturn void fail(writer *w, const char *problem) {
  ibid_bytes *text = &ibid_self(w->L)->scratch;
  ibid_bytes_clear(text);
  write_path(w, w->depth, text);
  ibid_bytes_text(text, ": ");
  ibid_bytes_text(text, problem);
  // Without a place in front: the path is the place.
  lua_pushlstring(w->L, text->data, text->count);
  lua_error(w->L);
  __builtin_unreachable();
}

static _Noreturn void fail_container(writer *w, const char *what) {
  char problem[160];
  snprintf(problem, sizeof problem, "%s cannot be in %s", what, w->style->container);
  fail(w, problem);
}

static _Noreturn void fail_size(writer *w) {
  ibid_lua *self = ibid_self(w->L);
  if (w->out->limit == 0) {
    ibid_request_abort(self, IBID_MEMORY);
    ibid_raise_abort(w->L);
  }
  self->status = IBID_TOO_LARGE;
  char problem[120];
  snprintf(problem, sizeof problem, "%s may have at most %zu bytes as JSON", w->style->container,
           w->out->limit);
  w->depth = 0;
  fail(w, problem);
}

static void put(writer *w, const char *text, size_t count) {
  if (!ibid_bytes_append(w->out, text, count)) fail_size(w);
}

static void put_byte(writer *w, char byte) {
  if (!ibid_bytes_byte(w->out, byte)) fail_size(w);
}

static void write_string(writer *w, const char *text, size_t count) {
  if (ibid_json_plain(w->out, text, count)) return;
  size_t invalid = ibid_utf8_invalid(text, count);
  if (invalid < count) {
    char problem[80];
    snprintf(problem, sizeof problem, "byte %zu of the string is not UTF-8", invalid + 1);
    fail(w, problem);
  }
  if (!ibid_json_string(w->out, text, count)) fail_size(w);
}

static void write_float(writer *w, double value) {
  if (isnan(value)) fail(w, "not a number (NaN)");
  if (isinf(value)) fail(w, "an infinite number");
  if (!ibid_json_float(w->out, value)) fail_size(w);
}

typedef struct {
  size_t strings, integers;
  lua_Integer largest;
} key_kinds;

// What kinds of keys the table at `index` has; keys of other kinds fail.
static key_kinds scan_keys(writer *w, int index) {
  lua_State *L = w->L;
  key_kinds kinds = {0};
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    ibid_step(L, w->steps);
    if (lua_isinteger(L, -2) && lua_tointeger(L, -2) >= 1) {
      lua_Integer at = lua_tointeger(L, -2);
      kinds.integers++;
      if (at > kinds.largest) kinds.largest = at;
    } else if (lua_type(L, -2) == LUA_TSTRING) {
      kinds.strings++;
    } else {
      char problem[120];
      snprintf(problem, sizeof problem, "a key that is neither a string nor a list's index (a %s)",
               lua_isinteger(L, -2) ? "number below 1" : luaL_typename(L, -2));
      fail(w, problem);
    }
    lua_pop(L, 1);
  }
  if (kinds.integers > 0 && kinds.strings > 0) fail(w, "keys of a list and of a map in one table");
  return kinds;
}

static void write_list(writer *w, int index, lua_Integer count) {
  put_byte(w, '[');
  for (lua_Integer at = 1; at <= count; at++) {
    ibid_step(w->L, w->steps);
    if (at > 1) put_byte(w, ',');
    w->frames[w->depth] = (frame){.index = at};
    lua_rawgeti(w->L, index, at);
    write_value(w, lua_gettop(w->L));
    lua_pop(w->L, 1);
  }
  put_byte(w, ']');
}

static void write_member(writer *w, const ibid_string_key *member, int value, bool *is_first) {
  if (w->style->skip_functions && w->depth == 1 && lua_isfunction(w->L, value)) return;
  w->frames[w->depth] = (frame){.key = member->bytes, .key_count = member->count};
  if (!*is_first) put_byte(w, ',');
  *is_first = false;
  write_string(w, member->bytes, member->count);
  put_byte(w, ':');
  write_value(w, value);
}

static void write_large_map(writer *w, int index, size_t count) {
  lua_State *L = w->L;
  const ibid_string_key *keys = ibid_push_sorted_keys(L, index, count, &w->steps);
  bool is_first = true;
  for (size_t at = 0; at < count; at++) {
    ibid_step(L, w->steps);
    lua_pushlstring(L, keys[at].bytes, keys[at].count);
    lua_rawget(L, index);
    write_member(w, &keys[at], lua_gettop(L), &is_first);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void write_map(writer *w, int index, size_t count) {
  put_byte(w, '{');
  if (count > 0) write_large_map(w, index, count);
  put_byte(w, '}');
}

// Writes the table at `index` where it is a small map; tells whether it is. Not inlined: what nests would
// need the room for its keys as well.
__attribute__((noinline)) static bool write_small_map(writer *w, int index) {
  ibid_small_map map;
  int base = lua_gettop(w->L);
  if (!ibid_take_apart(w->L, index, &map)) return false;
  bool is_first = true;
  put_byte(w, '{');
  for (size_t at = 0; at < map.count; at++) {
    ibid_step(w->L, w->steps);
    write_member(w, &map.keys[map.order[at]], base + 2 + 2 * map.order[at], &is_first);
  }
  put_byte(w, '}');
  lua_settop(w->L, base);
  return true;
}

static bool has_list_mark(lua_State *L, int index) {
  if (!lua_getmetatable(L, index)) return false;
  ibid_push_list_mark(L);
  bool marked = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  return marked;
}

static void write_table(writer *w, int index) {
  lua_State *L = w->L;
  const void *table = lua_topointer(L, index);
  for (int level = 0; level < w->depth; level++)
    if (w->open[level] == table) fail(w, "a cycle: the table contains itself");
  if (w->depth == IBID_MAX_DEPTH) fail(w, "tables nested deeper than 64");
  luaL_checkstack(L, 8, "too deep");
  w->open[w->depth++] = table;
  if (write_small_map(w, index)) {
    w->depth--;
    return;
  }
  w->depth--;
  key_kinds kinds = scan_keys(w, index);
  if (kinds.integers > 0 && (size_t)kinds.largest != kinds.integers) {
    lua_Integer hole = 1;
    while (lua_rawgeti(L, index, hole) != LUA_TNIL) {
      lua_pop(L, 1);
      ibid_step(L, w->steps);
      hole++;
    }
    char problem[80];
    snprintf(problem, sizeof problem, "a list with holes (no index %lld)", (long long)hole);
    fail(w, problem);
  }
  w->open[w->depth++] = table;
  if (kinds.integers > 0 || (kinds.strings == 0 && has_list_mark(L, index)))
    write_list(w, index, (lua_Integer)kinds.integers);
  else
    write_map(w, index, kinds.strings);
  w->depth--;
}

static void write_userdata(writer *w, int index) {
  lua_State *L = w->L;
  if (lua_islightuserdata(L, index) && lua_touserdata(L, index) == NULL) {
    put(w, "null", 4);
    return;
  }
  ibid_lua *self = ibid_self(L);
  luaL_checkstack(L, 8, "too deep");
  if (self->to_table != NULL && self->to_table(L, index)) {
    write_value(w, lua_gettop(L));
    lua_pop(L, 1);
    return;
  }
  char what[80] = "a userdata";
  if (lua_getmetatable(L, index)) {
    lua_pushliteral(L, "__name");
    if (lua_rawget(L, -2) == LUA_TSTRING)
      snprintf(what, sizeof what, "a handle (%.50s)", lua_tostring(L, -1));
    lua_pop(L, 2);
  }
  fail_container(w, what);
}

static void write_value(writer *w, int index) {
  lua_State *L = w->L;
  switch (lua_type(L, index)) {
    case LUA_TNIL:
      put(w, "null", 4);
      break;
    case LUA_TBOOLEAN:
      if (lua_toboolean(L, index)) put(w, "true", 4);
      else put(w, "false", 5);
      break;
    case LUA_TNUMBER:
      if (!lua_isinteger(L, index)) {
        write_float(w, lua_tonumber(L, index));
        break;
      }
      if (!ibid_json_whole(w->out, lua_tointeger(L, index))) fail_size(w);
      break;
    case LUA_TSTRING: {
      size_t count;
      const char *string = lua_tolstring(L, index, &count);
      write_string(w, string, count);
      break;
    }
    case LUA_TTABLE:
      write_table(w, index);
      break;
    case LUA_TFUNCTION:
      fail_container(w, "a function");
    case LUA_TTHREAD:
      fail_container(w, "a coroutine");
    default:
      write_userdata(w, index);
  }
}

void ibid_to_json(lua_State *L, int index, ibid_bytes *out, const ibid_json_style *style) {
  // Frames and open tables are written before they are read.
  writer w;
  w.L = L;
  w.out = out;
  w.style = style;
  w.depth = 0;
  w.steps = 0;
  luaL_checkstack(L, 8, "too deep");
  lua_pushvalue(L, index);
  write_value(&w, lua_gettop(L));
  lua_pop(L, 1);
}
