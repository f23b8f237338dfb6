// The members of footnotes and of the references that cite them.
#include "handle.h"

static const ibid_footnote no_footnote = {.node = -1, .antecedent = -1, .number = -1};

static const ibid_footnote *footnote_of(const ibid_handle *handle) {
  int32_t payload = ibid_node_of(handle)->payload;
  return payload < 0 ? &no_footnote : &handle->slot->view->footnotes[payload];
}

static void push_number(lua_State *L, int64_t number) {
  if (number < 0) lua_pushnil(L);
  else lua_pushinteger(L, number);
}

static void push_footnote(lua_State *L, const ibid_handle *handle, int32_t footnote) {
  const ibid_article_view *view = handle->slot->view;
  ibid_push_node(L, handle->slot, footnote < 0 ? -1 : view->footnotes[footnote].node);
}

void ibid_get_footnote_number(lua_State *L, const ibid_handle *handle) {
  push_number(L, footnote_of(handle)->number);
}

void ibid_get_footnote_label(lua_State *L, const ibid_handle *handle) {
  ibid_push_text_range(L, handle->slot, footnote_of(handle)->label);
}

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

void ibid_get_footnote_references(lua_State *L, const ibid_handle *handle) {
  push_part(
      L, handle, IBID_MEMBER_footnote_references, footnote_of(handle)->citations, IBID_OF_CITATIONS,
      IBID_TYPE_reference);
}

void ibid_get_footnote_urls(lua_State *L, const ibid_handle *handle) {
  push_part(
      L, handle, IBID_MEMBER_footnote_urls, footnote_of(handle)->urls, IBID_OF_URLS,
      IBID_TYPE_none);
}

void ibid_get_footnote_antecedent(lua_State *L, const ibid_handle *handle) {
  push_footnote(L, handle, footnote_of(handle)->antecedent);
}

// --- references

static const ibid_reference *reference_of(const ibid_handle *handle) {
  return &handle->slot->view->references[handle->index];
}

void ibid_get_reference_number(lua_State *L, const ibid_handle *handle) {
  push_number(L, reference_of(handle)->number);
}

void ibid_get_reference_label(lua_State *L, const ibid_handle *handle) {
  ibid_push_text_range(L, handle->slot, reference_of(handle)->label);
}

void ibid_get_reference_node(lua_State *L, const ibid_handle *handle) {
  ibid_push_node(L, handle->slot, reference_of(handle)->node);
}

void ibid_get_reference_footnote(lua_State *L, const ibid_handle *handle) {
  push_footnote(L, handle, reference_of(handle)->footnote);
}

#define INTEGER(name, value) \
  void ibid_get_reference_##name(lua_State *L, const ibid_handle *handle) { \
    lua_pushinteger(L, reference_of(handle)->value); \
  }
INTEGER(line, line)
INTEGER(column, column)
INTEGER(byte_offset, source.start)
INTEGER(byte_count, source.count)
