// `article:edit`: a new source from the old one and a table of edits; the host reads it as a new
// article, so that every place in it is true and nothing that holds for articles has an exception.
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "edit_source.h"
#include "json.h"
#include "suggestion.h"

enum { ARTICLE = 1, EDITS = 2, ROWS = 3 };

static const char *const names[IBID_EDIT_COUNT] = {"drop", "replace", "before", "after"};

typedef struct {
  lua_State *L;
  ibid_slot *slot;
  ibid_edit *rows;
  size_t count, capacity;
} collector;

static _Noreturn void refuse(lua_State *L, const char *message) {
  luaL_argerror(L, EDITS, message);
  __builtin_unreachable();
}

// What the value at `index` is: the type of a handle, or Lua's own.
static const char *type_of(lua_State *L, int index) {
  const ibid_handle *handle = ibid_to_handle(L, index);
  return handle == NULL ? luaL_typename(L, index) : ibid_type_name((ibid_type)handle->type);
}

// Where a handle stands in its source; false for one that has no place of its own.
static bool place_of(const ibid_handle *handle, ibid_range *range) {
  const ibid_article_view *view = handle->slot->view;
  if (handle->type <= IBID_TYPE_boilerplate) *range = ibid_node_of(handle)->source;
  else if (handle->type == IBID_TYPE_reference) *range = view->references[handle->index].source;
  else if (handle->type == IBID_TYPE_front_matter)
    *range = view->front_matter[handle->index].source;
  else return false;
  return true;
}

// Adds an edit of what the value at `index` is a handle of. The array of edits is a userdata at ROWS,
// which the garbage collector frees whatever is raised.
static void add(collector *c, int index, ibid_edit_kind kind, ibid_text text) {
  lua_State *L = c->L;
  const ibid_handle *handle = ibid_to_handle(L, index);
  ibid_edit edit = {.kind = kind, .order = (uint32_t)c->count, .text = text};
  if (handle == NULL)
    refuse(L, lua_pushfstring(L, "'%s' has to name nodes, got %s", names[kind],
                              luaL_typename(L, index)));
  ibid_check_open(L, handle);
  const char *type = type_of(L, index);
  if (handle->slot != c->slot)
    refuse(L, lua_pushfstring(L, "'%s' names another article's %s", names[kind], type));
  if (!place_of(handle, &edit.range))
    refuse(L, lua_pushfstring(L, "'%s' has to name nodes, got %s", names[kind], type));
  edit.is_inline = handle->type == IBID_TYPE_reference;
  edit.node = handle->type <= IBID_TYPE_boilerplate ? handle->index : -1;
  edit.name = type;
  if (c->count == c->capacity) {
    size_t capacity = c->capacity == 0 ? 16 : c->capacity * 2;
    ibid_edit *rows = lua_newuserdatauv(L, capacity * sizeof *rows, 0);
    if (c->count > 0) memcpy(rows, c->rows, c->count * sizeof *rows);
    lua_replace(L, ROWS);
    c->rows = rows;
    c->capacity = capacity;
  }
  c->rows[c->count++] = edit;
}

// `drop`: a list of nodes, a collection of them, or one node.
static void add_dropped(collector *c) {
  lua_State *L = c->L;
  static const ibid_text nothing = {NULL, 0};
  int value = lua_gettop(L);
  const ibid_handle *handle = ibid_to_handle(L, value);
  if (handle != NULL && handle->type != IBID_TYPE_collection) {
    add(c, value, IBID_EDIT_DROP, nothing);
    return;
  }
  if (handle != NULL) {
    ibid_check_open(L, handle);
    ibid_collection_to_table(L, value);
    lua_replace(L, value);
  }
  if (!lua_istable(L, value))
    refuse(L, lua_pushfstring(L, "'drop' has to be a list of nodes, got %s",
                              type_of(L, value)));
  lua_Integer count = (lua_Integer)lua_rawlen(L, value);
  for (lua_Integer at = 1; at <= count; at++) {
    ibid_poll(L);
    lua_rawgeti(L, value, at);
    add(c, value + 1, IBID_EDIT_DROP, nothing);
    lua_settop(L, value);
  }
}

// The others: maps from nodes to text.
static void add_texts(collector *c, ibid_edit_kind kind) {
  lua_State *L = c->L;
  int value = lua_gettop(L);
  if (!lua_istable(L, value))
    refuse(L, lua_pushfstring(L, "'%s' has to be a table from nodes to text, got %s", names[kind],
                              type_of(L, value)));
  lua_pushnil(L);
  while (lua_next(L, value) != 0) {
    ibid_poll(L);
    if (lua_type(L, -1) != LUA_TSTRING)
      refuse(L, lua_pushfstring(L, "'%s' has to give text for each node, got %s", names[kind],
                                type_of(L, -1)));
    ibid_text text;
    text.bytes = lua_tolstring(L, -1, &text.count);
    add(c, value + 1, kind, text);
    lua_settop(L, value + 1);
  }
}

static void check_names(lua_State *L) {
  lua_createtable(L, 0, IBID_EDIT_COUNT);
  int known = lua_gettop(L);
  for (int kind = 0; kind < IBID_EDIT_COUNT; kind++) {
    lua_pushboolean(L, 1);
    lua_setfield(L, known, names[kind]);
  }
  lua_pushnil(L);
  while (lua_next(L, EDITS) != 0) {
    lua_pop(L, 1);
    if (lua_type(L, -1) != LUA_TSTRING)
      refuse(L, "the edits are drop, replace, before and after");
    lua_pushvalue(L, -1);
    if (lua_rawget(L, known) == LUA_TNIL) {
      const char *name = lua_tostring(L, -2);
      char near[IBID_SUGGESTION_SIZE];
      refuse(L, ibid_suggest(L, known, name, near)
                    ? lua_pushfstring(L, "no such edit: '%s'; did you mean '%s'?", name, near)
                    : lua_pushfstring(L, "no such edit: '%s'", name));
    }
    lua_pop(L, 1);
  }
  lua_settop(L, known - 1);
}

static void raise_overlap(lua_State *L, const ibid_edit *inner, const ibid_edit *outer) {
  if (inner->range.start == outer->range.start && inner->range.count == outer->range.count)
    refuse(L, lua_pushfstring(L, "'%s' and '%s' name the same %s", names[outer->kind],
                              names[inner->kind], inner->name));
  refuse(L, lua_pushfstring(L, "'%s' names part of what '%s' names: %s inside %s", names[inner->kind],
                            names[outer->kind], inner->name, outer->name));
}

int ibid_do_article_edit(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, ARTICLE, IBID_TYPE_article);
  luaL_checktype(L, EDITS, LUA_TTABLE);
  lua_settop(L, EDITS);
  lua_pushnil(L);  // ROWS
  check_names(L);
  collector c = {.L = L, .slot = handle->slot};
  for (int kind = 0; kind < IBID_EDIT_COUNT; kind++) {
    if (ibid_raw_field(L, EDITS, names[kind]) != LUA_TNIL) {
      if (kind == IBID_EDIT_DROP) add_dropped(&c);
      else add_texts(&c, (ibid_edit_kind)kind);
    }
    lua_settop(L, ROWS);
  }
  const ibid_article_view *view = handle->slot->view;
  const ibid_edit *inner, *outer;
  if (!ibid_sort_edits(c.rows, c.count, &inner, &outer)) raise_overlap(L, inner, outer);
  ibid_bytes *source = &ibid_api_of(L)->json;
  ibid_bytes_clear(source);
  // One text may be named for many nodes, so what it makes is held to the plugin's memory.
  source->limit = ibid_self(L)->limits.memory;
  bool is_markup = view->format.count == 4 && memcmp(view->format.bytes, "html", 4) == 0;
  bool is_whole = ibid_apply_edits(view->source, c.rows, c.count, is_markup, source);
  source->limit = 0;
  if (!is_whole) ibid_raise_no_memory(L);
  ibid_value arguments[] = {
      {.kind = IBID_INTEGER, .integer = (int64_t)handle->slot->number << IBID_ARTICLE_SHIFT},
      ibid_text_value((ibid_text){source->count == 0 ? "" : source->data, source->count}),
  };
  return ibid_answer(L, ibid_api_of(L)->host.edit, arguments, 2);
}
