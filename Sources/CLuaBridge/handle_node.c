// The members that all nodes have, and those of single kinds but tables, polls and footnotes.
#include "handle.h"

#define NODE(handle) ibid_node_of(handle)

// The text is copied into Lua once and kept in the handle's user value.
void ibid_get_node_text(lua_State *L, const ibid_handle *handle) {
  if (lua_getiuservalue(L, 1, 1) != LUA_TNIL) return;
  lua_pop(L, 1);
  ibid_push_text_range(L, handle->slot, NODE(handle)->text);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, 1, 1);
}

void ibid_get_node_kind(lua_State *L, const ibid_handle *handle) {
  lua_pushstring(L, ibid_type_name((ibid_type)NODE(handle)->kind));
}

void ibid_get_node_source(lua_State *L, const ibid_handle *handle) {
  ibid_range range = NODE(handle)->source;
  const char *source = handle->slot->view->source.bytes;
  lua_pushlstring(L, range.count == 0 ? "" : source + range.start, range.count);
}

#define INTEGER(name, value) \
  void ibid_get_node_##name(lua_State *L, const ibid_handle *handle) { \
    lua_pushinteger(L, (lua_Integer)(value)); \
  }
INTEGER(line, NODE(handle)->line)
INTEGER(column, NODE(handle)->column)
INTEGER(last_line, NODE(handle)->last_line)
INTEGER(byte_offset, NODE(handle)->source.start)
INTEGER(byte_count, NODE(handle)->source.count)
INTEGER(index, handle->index + 1)

#define LINK(name) \
  void ibid_get_node_##name(lua_State *L, const ibid_handle *handle) { \
    ibid_push_node(L, handle->slot, NODE(handle)->name); \
  }
LINK(next)
LINK(previous)
LINK(parent)
LINK(section)

static void push_part(
    lua_State *L, const ibid_handle *handle, ibid_member member, ibid_range range,
    ibid_source source, ibid_type element) {
  ibid_handle shape = {
      .index = (int32_t)range.start,
      .count = range.count,
      .source = (uint8_t)source,
      .element = (uint8_t)element,
  };
  ibid_push_collection(L, handle->slot, member, handle->index, shape);
}

void ibid_get_node_children(lua_State *L, const ibid_handle *handle) {
  push_part(
      L, handle, IBID_MEMBER_node_children, NODE(handle)->children, IBID_OF_NODES, IBID_TYPE_node);
}

void ibid_get_node_references(lua_State *L, const ibid_handle *handle) {
  push_part(
      L, handle, IBID_MEMBER_node_references, NODE(handle)->references, IBID_OF_OBJECTS,
      IBID_TYPE_reference);
}

void ibid_get_node_runs(lua_State *L, const ibid_handle *handle) {
  push_part(L, handle, IBID_MEMBER_node_runs, NODE(handle)->runs, IBID_OF_OBJECTS, IBID_TYPE_run);
}

void ibid_get_node_sentences(lua_State *L, const ibid_handle *handle) {
  ibid_range found = ibid_segments_of(L, handle->slot, handle->index, IBID_UNIT_SENTENCES);
  push_part(L, handle, IBID_MEMBER_node_sentences, found, IBID_OF_SENTENCES, IBID_TYPE_none);
}

void ibid_get_node_words(lua_State *L, const ibid_handle *handle) {
  ibid_range found = ibid_segments_of(L, handle->slot, handle->index, IBID_UNIT_WORDS);
  push_part(L, handle, IBID_MEMBER_node_words, found, IBID_OF_WORDS, IBID_TYPE_none);
}

static void push_reason(lua_State *L, const ibid_handle *handle) {
  lua_pushstring(L, handle->slot->api->host.reasons[NODE(handle)->reason]);
}

void ibid_get_node_reason(lua_State *L, const ibid_handle *handle) { push_reason(L, handle); }
void ibid_get_boilerplate_why(lua_State *L, const ibid_handle *handle) { push_reason(L, handle); }

// --- single kinds

void ibid_get_heading_level(lua_State *L, const ibid_handle *handle) {
  lua_pushinteger(L, NODE(handle)->level);
}

void ibid_get_paragraph_role(lua_State *L, const ibid_handle *handle) {
  lua_pushstring(L, handle->slot->api->host.roles[NODE(handle)->role]);
}

void ibid_get_pull_quote_of(lua_State *L, const ibid_handle *handle) {
  ibid_push_node(L, handle->slot, NODE(handle)->of);
}

void ibid_get_caption_of(lua_State *L, const ibid_handle *handle) {
  ibid_push_node(L, handle->slot, NODE(handle)->of);
}

void ibid_get_list_ordered(lua_State *L, const ibid_handle *handle) {
  lua_pushboolean(L, NODE(handle)->ordered);
}

void ibid_get_list_start(lua_State *L, const ibid_handle *handle) {
  if (NODE(handle)->ordered) lua_pushinteger(L, NODE(handle)->payload);
  else lua_pushnil(L);
}

void ibid_get_list_items(lua_State *L, const ibid_handle *handle) {
  push_part(
      L, handle, IBID_MEMBER_list_items, NODE(handle)->children, IBID_OF_NODES, IBID_TYPE_item);
}

void ibid_get_item_checked(lua_State *L, const ibid_handle *handle) {
  if (NODE(handle)->checked < 0) lua_pushnil(L);
  else lua_pushboolean(L, NODE(handle)->checked);
}
