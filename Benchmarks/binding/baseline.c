// What one would write by hand for these loops and no others: userdata over plain structs, an `__index`
// that switches on the length of the name, the text kept in a user value once it was asked for.
//
//   cc -O2 -I/usr/include/lua5.4 baseline.c -llua5.4 -lm -o baseline && ./baseline loops.lua LOOP TIMES
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARAGRAPHS = 1000000, TEXT = 492 };

typedef struct {
  int level, line;
  const char *text;
  size_t count;
} node;

typedef struct {
  node *nodes;  // the heading, then the paragraphs
  size_t count;
} article;

typedef struct {
  article *owner;
  size_t index;
} handle;

// Upvalue 1 is the metatable of nodes; the article's userdata stays alive in a user value.
static void push_node(lua_State *L, article *owner, size_t index, int of, int metatable) {
  handle *made = lua_newuserdatauv(L, sizeof *made, 2);
  *made = (handle){owner, index};
  lua_pushvalue(L, of);
  lua_setiuservalue(L, -2, 1);
  lua_pushvalue(L, metatable);
  lua_setmetatable(L, -2);
}

static int node_index(lua_State *L) {
  const handle *self = lua_touserdata(L, 1);
  const node *at = &self->owner->nodes[self->index];
  size_t count;
  const char *name = lua_tolstring(L, 2, &count);
  switch (count) {
    case 4:
      if (memcmp(name, "text", 4) == 0) {
        if (lua_getiuservalue(L, 1, 2) != LUA_TNIL) return 1;
        lua_pushlstring(L, at->text, at->count);
        lua_pushvalue(L, -1);
        lua_setiuservalue(L, 1, 2);
        return 1;
      }
      if (memcmp(name, "line", 4) == 0) {
        lua_pushinteger(L, at->line);
        return 1;
      }
      break;
    case 5:
      if (memcmp(name, "level", 5) == 0) {
        lua_pushinteger(L, at->level);
        return 1;
      }
      break;
  }
  return luaL_error(L, "no member '%s'", name);
}

// A list's userdata is the address of the article; its first element is in a user value.
static int list_index(lua_State *L) {
  article *owner = *(article **)lua_touserdata(L, 1);
  lua_Integer at = luaL_checkinteger(L, 2);
  if (at < 1 || at >= (lua_Integer)owner->count) return 0;
  push_node(L, owner, (size_t)at, 1, lua_upvalueindex(1));
  return 1;
}

static int list_length(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)(*(article **)lua_touserdata(L, 1))->count - 1);
  return 1;
}

static article *make_article(void) {
  static char text[TEXT];
  memset(text, 'x', sizeof text);
  article *made = malloc(sizeof *made);
  made->count = PARAGRAPHS + 1;
  made->nodes = malloc(made->count * sizeof *made->nodes);
  for (size_t at = 0; at < made->count; at++) made->nodes[at] = (node){2, (int)at, text, TEXT};
  return made;
}

static void push_article(lua_State *L, article *made) {
  lua_newtable(L);
  int result = lua_gettop(L);
  *(article **)lua_newuserdatauv(L, sizeof made, 0) = made;
  int paragraphs = lua_gettop(L);
  lua_newtable(L);
  int nodes = lua_gettop(L);  // the metatable of nodes
  lua_pushcfunction(L, node_index);
  lua_setfield(L, nodes, "__index");
  lua_newtable(L);
  lua_pushvalue(L, nodes);
  lua_pushcclosure(L, list_index, 1);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, list_length);
  lua_setfield(L, -2, "__len");
  lua_setmetatable(L, paragraphs);
  lua_newtable(L);
  push_node(L, made, 0, paragraphs, nodes);
  lua_rawseti(L, -2, 1);
  lua_setfield(L, result, "headings");
  lua_pushvalue(L, paragraphs);
  lua_setfield(L, result, "paragraphs");
  lua_settop(L, result);
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  if (luaL_dofile(L, arguments[1]) != LUA_OK) return 1;
  lua_getfield(L, -1, arguments[2]);
  push_article(L, make_article());
  lua_pushinteger(L, atoll(arguments[3]));
  if (lua_pcall(L, 2, 1, 0) != LUA_OK) return fprintf(stderr, "%s\n", lua_tostring(L, -1)), 1;
  printf("%lld\n", (long long)lua_tointeger(L, -1));
  return 0;
}
