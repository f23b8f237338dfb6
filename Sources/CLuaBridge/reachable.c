// Everything that a plugin can reach, for the test that holds it against the written list.
#include <stdio.h>
#include <string.h>

#include "internal.h"

enum { LIST = 1, SEEN = 2, WALK_DEPTH = 8 };

static void add_line(lua_State *L, const char *path, int index) {
  lua_pushfstring(L, "%s: %s", path, luaL_typename(L, index));
  lua_rawseti(L, LIST, (lua_Integer)lua_rawlen(L, LIST) + 1);
}

static void visit(lua_State *L, const char *path, int depth);

// Visits the value on the top of the stack and pops it.
static void visit_part(lua_State *L, const char *path, const char *part, int depth) {
  const char *name = lua_pushfstring(L, "%s%s", path, part);
  lua_insert(L, -2);
  visit(L, name, depth + 1);
  lua_pop(L, 2);
}

// In the order of `next`, so that what has two paths is always found on the same one first.
static void visit_fields(lua_State *L, const char *path, int depth) {
  int table = lua_gettop(L);
  ibid_push_globals(L);
  lua_getfield(L, -1, "next");
  lua_replace(L, -2);
  lua_settop(L, table + 3);
  for (;;) {
    lua_pushvalue(L, table + 1);
    lua_pushvalue(L, table);
    lua_pushvalue(L, table + 2);
    lua_call(L, 2, 2);
    lua_replace(L, table + 3);
    lua_replace(L, table + 2);
    if (lua_isnil(L, table + 2)) break;
    const char *key = ibid_push_text(L, table + 2, NULL);
    const char *part = lua_pushfstring(L, ".%s", key);
    lua_pushvalue(L, table + 3);
    visit_part(L, path, part, depth);
    lua_settop(L, table + 3);
  }
  lua_settop(L, table);
}

static void visit(lua_State *L, const char *path, int depth) {
  luaL_checkstack(L, 20, "too deep");
  int value = lua_gettop(L);
  add_line(L, path, value);
  if (lua_isnil(L, value) || depth == WALK_DEPTH) return;
  lua_pushvalue(L, value);
  if (lua_rawget(L, SEEN) != LUA_TNIL) {
    lua_pop(L, 1);
    return;
  }
  lua_pop(L, 1);
  int type = lua_type(L, value);
  // All strings have one metatable: it is visited once, at the root.
  bool has_parts = type == LUA_TTABLE || type == LUA_TFUNCTION || type == LUA_TUSERDATA;
  if (!has_parts && !(type == LUA_TSTRING && depth == 0)) return;
  lua_pushvalue(L, value);
  lua_pushboolean(L, 1);
  lua_rawset(L, SEEN);
  if (lua_getmetatable(L, value)) visit_part(L, path, "<metatable>", depth);
  for (int at = 1; type == LUA_TFUNCTION && lua_getupvalue(L, value, at) != NULL; at++) {
    char part[32];
    snprintf(part, sizeof part, "<upvalue %d>", at);
    visit_part(L, path, part, depth);
  }
  if (type == LUA_TTABLE) visit_fields(L, path, depth);
}

static int write_reachable(lua_State *L) {
  ibid_bytes *out = &ibid_self(L)->result;
  lua_settop(L, 0);
  lua_newtable(L);
  lua_newtable(L);
  ibid_push_environment(L);
  visit(L, "_ENV", 0);
  lua_settop(L, SEEN);
  lua_pushliteral(L, "");
  visit(L, "\"\"", 0);
  lua_settop(L, LIST);
  ibid_push_globals(L);
  lua_getfield(L, -1, "table");
  lua_getfield(L, -1, "sort");
  lua_pushvalue(L, LIST);
  lua_call(L, 1, 0);
  for (lua_Integer at = 1; lua_rawgeti(L, LIST, at) != LUA_TNIL; at++) {
    ibid_bytes_text(out, lua_tostring(L, -1));
    ibid_bytes_byte(out, '\n');
    lua_pop(L, 1);
  }
  return 0;
}

ibid_status ibid_lua_reachable(ibid_lua *self, ibid_span *lines) {
  ibid_bytes_clear(&self->result);
  self->result.limit = 0;
  ibid_status status = ibid_protected(self, write_reachable, NULL);
  *lines = (ibid_span){self->result.count == 0 ? "" : self->result.data, self->result.count};
  return status;
}
