// The members of the small parts: sections, runs, answers, authors, front matter, diagnostics.
#include "handle.h"

// --- sections

static const ibid_section *section_of(const ibid_handle *handle) {
  return &handle->slot->view->sections[handle->index];
}

void ibid_get_section_heading(lua_State *L, const ibid_handle *handle) {
  ibid_push_node(L, handle->slot, section_of(handle)->heading);
}

void ibid_get_section_title(lua_State *L, const ibid_handle *handle) {
  int32_t heading = section_of(handle)->heading;
  if (heading < 0) lua_pushnil(L);
  else ibid_push_text_range(L, handle->slot, handle->slot->view->nodes[heading].text);
}

void ibid_get_section_level(lua_State *L, const ibid_handle *handle) {
  int32_t heading = section_of(handle)->heading;
  lua_pushinteger(L, heading < 0 ? 0 : handle->slot->view->nodes[heading].level);
}

void ibid_get_section_blocks(lua_State *L, const ibid_handle *handle) {
  ibid_range blocks = section_of(handle)->blocks;
  ibid_handle shape = {
      .index = (int32_t)blocks.start,
      .count = blocks.count,
      .source = IBID_OF_NODES,
      .element = IBID_TYPE_node,
  };
  ibid_push_collection(L, handle->slot, IBID_MEMBER_section_blocks, handle->index, shape);
}

// --- runs

enum { STYLE_LINK = 8, STYLE_COUNT = 6 };

// The most specific first, as `RunStyle.names` has them.
static const struct {
  uint8_t bit;
  const char *name;
} styles[STYLE_COUNT] = {
    {32, "reference"}, {4, "code"},   {STYLE_LINK, "link"},
    {16, "deletion"},  {2, "strong"}, {1, "emphasis"},
};

static uint32_t style_count(uint8_t bits) {
  uint32_t count = 0;
  for (int at = 0; at < STYLE_COUNT; at++) count += (bits & styles[at].bit) != 0;
  return count == 0 ? 1 : count;
}

void ibid_push_style(lua_State *L, uint8_t bits, uint32_t wanted) {
  for (int at = 0; at < STYLE_COUNT; at++) {
    if ((bits & styles[at].bit) == 0) continue;
    if (wanted-- > 0) continue;
    lua_pushstring(L, styles[at].name);
    return;
  }
  lua_pushliteral(L, "text");
}

static const ibid_run *run_of(const ibid_handle *handle) {
  return &handle->slot->view->runs[handle->index];
}

void ibid_get_run_kind(lua_State *L, const ibid_handle *handle) {
  ibid_push_style(L, run_of(handle)->styles, 0);
}

void ibid_get_run_styles(lua_State *L, const ibid_handle *handle) {
  ibid_handle shape = {
      .index = handle->index,
      .count = style_count(run_of(handle)->styles),
      .source = IBID_OF_STYLES,
      .element = IBID_TYPE_none,
  };
  ibid_push_collection(L, handle->slot, IBID_MEMBER_run_styles, handle->index, shape);
}

void ibid_get_run_text(lua_State *L, const ibid_handle *handle) {
  ibid_push_text_range(L, handle->slot, run_of(handle)->text);
}

void ibid_get_run_href(lua_State *L, const ibid_handle *handle) {
  if ((run_of(handle)->styles & STYLE_LINK) == 0) lua_pushnil(L);
  else ibid_push_text_range(L, handle->slot, run_of(handle)->href);
}

void ibid_get_run_reference(lua_State *L, const ibid_handle *handle) {
  ibid_push_object(L, handle->slot, IBID_TYPE_reference, run_of(handle)->reference);
}

// --- answers of a poll

static const ibid_option *option_of(const ibid_handle *handle) {
  return &handle->slot->view->options[handle->index];
}

void ibid_get_option_label(lua_State *L, const ibid_handle *handle) {
  ibid_push_text_range(L, handle->slot, option_of(handle)->label);
}

void ibid_get_option_votes(lua_State *L, const ibid_handle *handle) {
  if (option_of(handle)->votes < 0) lua_pushnil(L);
  else lua_pushinteger(L, option_of(handle)->votes);
}

void ibid_get_option_percent(lua_State *L, const ibid_handle *handle) {
  if (option_of(handle)->percent < 0) lua_pushnil(L);
  else lua_pushnumber(L, option_of(handle)->percent);
}

// --- authors, front matter, diagnostics

#define OBJECT_TEXT(type, array, name) \
  void ibid_get_##type##_##name(lua_State *L, const ibid_handle *handle) { \
    ibid_push_optional(L, handle->slot->view->array[handle->index].name); \
  }
#define OBJECT_INTEGER(type, array, name, value) \
  void ibid_get_##type##_##name(lua_State *L, const ibid_handle *handle) { \
    lua_pushinteger(L, handle->slot->view->array[handle->index].value); \
  }
OBJECT_TEXT(author, authors, name)
OBJECT_TEXT(author, authors, about)
OBJECT_TEXT(front_matter, front_matter, field)
OBJECT_INTEGER(front_matter, front_matter, line, line)
OBJECT_INTEGER(front_matter, front_matter, byte_offset, source.start)
OBJECT_INTEGER(front_matter, front_matter, byte_count, source.count)
OBJECT_TEXT(diagnostic, diagnostics, code)
OBJECT_TEXT(diagnostic, diagnostics, severity)
OBJECT_TEXT(diagnostic, diagnostics, message)
OBJECT_INTEGER(diagnostic, diagnostics, line, line)
OBJECT_INTEGER(diagnostic, diagnostics, column, column)
