// `ibid.chart` and `ibid.table`: plain tables with a mark, by which outputs know what to draw.
#include <string.h>

#include "api.h"

// Copies the fields of the table at 1, which must have the names in `fields`, and adds the mark.
static void push_marked(lua_State *L, const char *mark, const char *const *fields) {
  lua_newtable(L);
  lua_pushnil(L);
  while (lua_next(L, 1) != 0) {
    const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : NULL;
    size_t at = 0;
    while (fields[at] != NULL && (name == NULL || strcmp(fields[at], name) != 0)) at++;
    if (fields[at] == NULL) {
      if (name == NULL) luaL_argerror(L, 1, "fields have names; the values go into 'data' or 'rows'");
      luaL_argerror(L, 1, lua_pushfstring(L, "a %s has no field '%s'", mark, name));
    }
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, -4);
  }
  lua_pushstring(L, mark);
  lua_setfield(L, -2, "ibid");
}

static void check_optional(lua_State *L, const char *name, int type) {
  int found = ibid_raw_field(L, 1, name);
  if (found != LUA_TNIL && found != type)
    luaL_argerror(L, 1, lua_pushfstring(L, "'%s' is a %s, not a %s", name,
                                        lua_typename(L, found), lua_typename(L, type)));
  lua_pop(L, 1);
}

// Checks the list on top of the stack: numbers, or pairs of a label or number and a number.
static void check_data(lua_State *L, bool takes_pairs) {
  int list = lua_gettop(L);
  lua_Integer count = (lua_Integer)lua_rawlen(L, list);
  for (lua_Integer at = 1; at <= count; at++) {
    int type = lua_rawgeti(L, list, at);
    bool fits = type == LUA_TNUMBER;
    if (type == LUA_TTABLE && takes_pairs) {
      int first = lua_rawgeti(L, -1, 1);
      int second = lua_rawgeti(L, -2, 2);
      fits = (first == LUA_TNUMBER || first == LUA_TSTRING) && second == LUA_TNUMBER;
      lua_pop(L, 2);
    }
    if (!fits)
      luaL_argerror(L, 1, lua_pushfstring(L, takes_pairs
                                                 ? "data[%d] is neither a number nor a pair { label "
                                                   "or number, number }"
                                                 : "data[%d] is no number",
                                          (int)at));
    lua_pop(L, 1);
  }
}

static bool check_field_data(lua_State *L, int index, bool takes_pairs) {
  int type = ibid_raw_field(L, index, "data");
  bool is_there = type != LUA_TNIL;
  if (is_there && type != LUA_TTABLE) luaL_argerror(L, 1, "'data' is a list");
  if (is_there) check_data(L, takes_pairs);
  lua_pop(L, 1);
  return is_there;
}

int ibid_do_ibid_chart(lua_State *L) {
  static const char *const fields[] = {"kind", "title", "x", "y", "data", "series", "bins", NULL};
  static const char *const kinds[] = {"bar", "line", "histogram", "scatter", NULL};
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  int type = ibid_raw_field(L, 1, "kind");
  const char *kind = type == LUA_TSTRING ? lua_tostring(L, -1) : "";
  size_t at = 0;
  while (kinds[at] != NULL && strcmp(kinds[at], kind) != 0) at++;
  luaL_argcheck(L, kinds[at] != NULL, 1, "'kind' is 'bar', 'line', 'histogram' or 'scatter'");
  bool takes_pairs = strcmp(kind, "histogram") != 0;
  lua_pop(L, 1);
  check_optional(L, "title", LUA_TSTRING);
  check_optional(L, "x", LUA_TSTRING);
  check_optional(L, "y", LUA_TSTRING);
  check_optional(L, "bins", LUA_TNUMBER);
  check_optional(L, "series", LUA_TTABLE);
  bool has_data = check_field_data(L, 1, takes_pairs);
  if (ibid_raw_field(L, 1, "series") == LUA_TTABLE) {
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer number = 1; number <= count; number++) {
      bool fits = lua_rawgeti(L, -1, number) == LUA_TTABLE;
      luaL_argcheck(L, fits && check_field_data(L, -1, takes_pairs), 1,
                    "each of 'series' is { name = …, data = … }");
      has_data = true;
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
  luaL_argcheck(L, has_data, 1, "a chart needs 'data' or 'series'");
  push_marked(L, "chart", fields);
  return 1;
}

int ibid_do_ibid_table(lua_State *L) {
  static const char *const fields[] = {"title", "header", "rows", NULL};
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  check_optional(L, "title", LUA_TSTRING);
  check_optional(L, "header", LUA_TTABLE);
  luaL_argcheck(L, ibid_raw_field(L, 1, "rows") == LUA_TTABLE, 1, "a table needs 'rows'");
  lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
  for (lua_Integer at = 1; at <= count; at++) {
    if (lua_rawgeti(L, -1, at) != LUA_TTABLE)
      luaL_argerror(L, 1, lua_pushfstring(L, "rows[%d] is no list of cells", (int)at));
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  push_marked(L, "table", fields);
  return 1;
}
