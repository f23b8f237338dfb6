// Methods of an article that search, count terms and report; memmem is an extension of glibc.
#define _GNU_SOURCE
#include <string.h>

#include "api.h"
#include "json.h"

// --- find

static void push_match(lua_State *L, ibid_slot *slot, int32_t node, size_t first, size_t count) {
  lua_createtable(L, 0, 3);
  ibid_push_node(L, slot, node);
  lua_setfield(L, -2, "node");
  lua_pushinteger(L, (lua_Integer)first + 1);
  lua_setfield(L, -2, "first");
  lua_pushinteger(L, (lua_Integer)(first + count));
  lua_setfield(L, -2, "last");
}

int ibid_do_article_find(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_article);
  ibid_text wanted = ibid_check_text(L, 2);
  luaL_argcheck(L, wanted.count > 0, 2, "a text of at least one byte expected");
  const ibid_article_view *view = handle->slot->view;
  lua_settop(L, 2);
  lua_newtable(L);
  ibid_push_list_mark(L);
  lua_setmetatable(L, 3);
  lua_Integer found = 0;
  int32_t end = (int32_t)(view->footnote_nodes.start + view->footnote_nodes.count);
  for (int32_t index = 0; index < end; index++) {
    ibid_range range = view->nodes[index].text;
    if (range.count == 0) continue;
    const char *text = view->text.bytes + range.start;
    size_t from = 0;
    ibid_poll(L);
    while (from + wanted.count <= range.count) {
      const char *at = memmem(text + from, range.count - from, wanted.bytes, wanted.count);
      if (at == NULL) break;
      push_match(L, handle->slot, index, (size_t)(at - text), wanted.count);
      lua_rawseti(L, 3, ++found);
      from = (size_t)(at - text) + wanted.count;
    }
  }
  return 1;
}

// --- report

static ibid_text text_field(lua_State *L, const char *name, bool required) {
  int type = ibid_raw_field(L, 2, name);
  if (type == LUA_TNIL && !required) return (ibid_text){NULL, 0};
  if (type != LUA_TSTRING)
    luaL_argerror(
        L, 2, lua_pushfstring(L, "'%s' has to be a string, got %s", name, lua_typename(L, type)));
  ibid_text text;
  text.bytes = lua_tolstring(L, -1, &text.count);
  return text;  // stays on the stack, which keeps it alive
}

static ibid_value place_field(lua_State *L, const char *name) {
  ibid_value value = {.kind = IBID_NIL};
  int type = ibid_raw_field(L, 2, name), is_integer = 1;
  if (type != LUA_TNIL) {
    value = (ibid_value){.kind = IBID_INTEGER, .integer = lua_tointegerx(L, -1, &is_integer)};
    if (type != LUA_TNUMBER || !is_integer || value.integer < 1)
      luaL_argerror(L, 2, lua_pushfstring(L, "'%s' has to be an integer of 1 or more", name));
  }
  lua_pop(L, 1);
  return value;
}

// The line and column of what `node` is: a node, a reference or a diagnostic.
static void place_of(lua_State *L, ibid_value *line, ibid_value *column, ibid_value *kind) {
  if (ibid_raw_field(L, 2, "node") == LUA_TNIL) {
    lua_pop(L, 1);
    return;
  }
  const ibid_handle *handle = ibid_to_handle(L, -1);
  if (handle == NULL)
    luaL_argerror(
        L, 2, lua_pushfstring(L, "'node' has to be a node, got %s", luaL_typename(L, -1)));
  ibid_check_open(L, handle);
  const ibid_article_view *view = handle->slot->view;
  *kind = ibid_text_value((ibid_text){
      ibid_type_name((ibid_type)handle->type), strlen(ibid_type_name((ibid_type)handle->type))});
  *line = *column = (ibid_value){.kind = IBID_INTEGER};
  if (handle->type <= IBID_TYPE_boilerplate) {
    line->integer = ibid_node_of(handle)->line;
    column->integer = ibid_node_of(handle)->column;
  } else if (handle->type == IBID_TYPE_reference) {
    line->integer = view->references[handle->index].line;
    column->integer = view->references[handle->index].column;
  } else if (handle->type == IBID_TYPE_diagnostic) {
    line->integer = view->diagnostics[handle->index].line;
    column->integer = view->diagnostics[handle->index].column;
  } else {
    luaL_argerror(
        L, 2, lua_pushfstring(L, "'node' has to be a node, got %s",
                              ibid_type_name((ibid_type)handle->type)));
  }
  lua_pop(L, 1);
}

int ibid_do_article_report(lua_State *L) {
  ibid_check_handle(L, 1, IBID_TYPE_article);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  ibid_value line = place_field(L, "line"), column = place_field(L, "column");
  ibid_value kind = {.kind = IBID_NIL};
  place_of(L, &line, &column, &kind);
  ibid_text message = text_field(L, "message", true);
  ibid_text code = text_field(L, "code", false), level = text_field(L, "level", false);
  if (code.bytes == NULL) code = (ibid_text){"finding", 7};
  if (level.bytes == NULL) level = (ibid_text){"warning", 7};
  ibid_value arguments[] = {
      ibid_text_value(code), ibid_text_value(level), ibid_text_value(message), line, column, kind,
  };
  ibid_answer(L, ibid_api_of(L)->host.report, arguments, 6);
  return 0;
}
