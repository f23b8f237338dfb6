// Collections: lists of handles or texts, and the methods that they share with tables made by
// `ibid.list`.
#include "handle.h"
#include "json.h"

void ibid_push_element(lua_State *L, const ibid_handle *handle, uint32_t at) {
  ibid_slot *slot = handle->slot;
  const ibid_article_view *view = slot->view;
  int32_t index = handle->index + (int32_t)at;
  switch ((ibid_source)handle->source) {
    case IBID_OF_NODES: ibid_push_node(L, slot, view->links[index]); break;
    case IBID_OF_OBJECTS: ibid_push_object(L, slot, (ibid_type)handle->element, index); break;
    case IBID_OF_CITATIONS:
      ibid_push_object(L, slot, IBID_TYPE_reference, view->citations[index]);
      break;
    case IBID_OF_ROWS: ibid_push_row(L, slot, index); break;
    case IBID_OF_CELLS: ibid_push_text_range(L, slot, view->cells[index].text); break;
    case IBID_OF_URLS: ibid_push_text_range(L, slot, view->urls[index]); break;
    case IBID_OF_STYLES: ibid_push_style(L, view->runs[handle->index].styles, at); break;
    case IBID_OF_SENTENCES:
      ibid_push_text_range(L, slot, slot->sentences.ranges.items[index]);
      break;
    case IBID_OF_WORDS: ibid_push_text_range(L, slot, slot->words.ranges.items[index]); break;
  }
}

// The length of a collection or a list table at `index`; -1 for another value.
static lua_Integer length(lua_State *L, int index) {
  if (lua_istable(L, index)) return (lua_Integer)lua_rawlen(L, index);
  const ibid_handle *handle = ibid_to_handle(L, index);
  if (handle == NULL || handle->type != IBID_TYPE_collection) return -1;
  ibid_check_open(L, handle);
  return handle->count;
}

static lua_Integer check_length(lua_State *L, int index) {
  lua_Integer count = length(L, index);
  if (count < 0) luaL_typeerror(L, index, "collection");
  return count;
}

// Pushes element `at`, from 1. A callback may close nothing, so the handle stays valid.
static void push_at(lua_State *L, int index, lua_Integer at) {
  if (lua_istable(L, index)) lua_rawgeti(L, index, at);
  else ibid_push_element(L, lua_touserdata(L, index), (uint32_t)(at - 1));
}

static void push_new_list(lua_State *L, lua_Integer count) {
  lua_createtable(L, count < 1000 ? (int)count : 1000, 0);
  ibid_push_list_mark(L);
  lua_setmetatable(L, -2);
}

int ibid_do_collection_filter(lua_State *L) {
  lua_Integer count = check_length(L, 1), kept = 0;
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  push_new_list(L, 0);
  for (lua_Integer at = 1; at <= count; at++) {
    ibid_poll(L);
    push_at(L, 1, at);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -2);
    lua_call(L, 1, 1);
    bool keep = lua_toboolean(L, -1);
    lua_pop(L, 1);
    if (keep) lua_rawseti(L, 3, ++kept);
    else lua_pop(L, 1);
  }
  return 1;
}

int ibid_do_collection_map(lua_State *L) {
  lua_Integer count = check_length(L, 1), kept = 0;
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  push_new_list(L, count);
  for (lua_Integer at = 1; at <= count; at++) {
    ibid_poll(L);
    lua_pushvalue(L, 2);
    push_at(L, 1, at);
    lua_call(L, 1, 1);
    if (lua_isnil(L, -1)) lua_pop(L, 1);
    else lua_rawseti(L, 3, ++kept);
  }
  return 1;
}

int ibid_do_collection_totable(lua_State *L) {
  lua_Integer count = check_length(L, 1);
  push_new_list(L, count);
  for (lua_Integer at = 1; at <= count; at++) {
    if (at % 256 == 0) ibid_poll(L);
    push_at(L, 1, at);
    lua_rawseti(L, -2, at);
  }
  return 1;
}

int ibid_do_ibid_list(lua_State *L) {
  if (lua_isnoneornil(L, 1)) {
    push_new_list(L, 0);
    return 1;
  }
  if (!lua_istable(L, 1)) return ibid_do_collection_totable(L);
  lua_settop(L, 1);
  if (lua_getmetatable(L, 1)) {
    ibid_push_list_mark(L);
    if (!lua_rawequal(L, -1, -2)) luaL_argerror(L, 1, "a table without a metatable expected");
    lua_settop(L, 1);
    return 1;
  }
  ibid_push_list_mark(L);
  lua_setmetatable(L, 1);
  return 1;
}

int ibid_collection_length(lua_State *L) {
  lua_pushinteger(L, check_length(L, 1));
  return 1;
}

// The iterator of `pairs` and `ipairs`; asks the handle alone, which saves a fifth of an iteration.
static int next_element(lua_State *L) {
  lua_Integer at = luaL_checkinteger(L, 2);
  const ibid_handle *handle = ibid_to_handle(L, 1);
  if (handle == NULL || handle->type != IBID_TYPE_collection) luaL_typeerror(L, 1, "collection");
  ibid_check_open(L, handle);
  if (at < 0 || at >= (lua_Integer)handle->count) return 0;
  lua_pushinteger(L, at + 1);
  ibid_push_element(L, handle, (uint32_t)at);
  return 2;
}

static int push_iteration(lua_State *L) {
  lua_pushcfunction(L, next_element);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

/// `__pairs`: so that `pairs` works as `ipairs` does.
int ibid_collection_pairs(lua_State *L) {
  check_length(L, 1);
  return push_iteration(L);
}

int ibid_collection_ipairs(lua_State *L) {
  luaL_checkany(L, 1);
  const ibid_handle *handle = ibid_to_handle(L, 1);
  if (handle != NULL && handle->type == IBID_TYPE_collection) {
    ibid_check_open(L, handle);
    return push_iteration(L);
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, 1);
  lua_call(L, 1, 3);
  return 3;
}

bool ibid_collection_to_table(lua_State *L, int index) {
  const ibid_handle *handle = ibid_to_handle(L, index);
  if (handle == NULL || handle->type != IBID_TYPE_collection) return false;
  if (handle->slot->generation != handle->generation) return false;
  push_new_list(L, handle->count);
  for (uint32_t at = 0; at < handle->count; at++) {
    ibid_push_element(L, handle, at);
    lua_rawseti(L, -2, (lua_Integer)at + 1);
  }
  return true;
}
