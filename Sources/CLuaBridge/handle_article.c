// The members of an article.
#include "handle.h"

#define VIEW(handle) ((handle)->slot->view)

#define TEXT(name) \
  void ibid_get_article_##name(lua_State *L, const ibid_handle *handle) { \
    ibid_push_optional(L, VIEW(handle)->name); \
  }
TEXT(path)
TEXT(format)
TEXT(title)
TEXT(subtitle)
TEXT(series)
TEXT(date)
TEXT(language)

static void push_nodes(
    lua_State *L, const ibid_handle *handle, ibid_member member, ibid_range links,
    ibid_type element) {
  ibid_handle shape = {
      .index = (int32_t)links.start,
      .count = links.count,
      .source = IBID_OF_NODES,
      .element = (uint8_t)element,
  };
  ibid_push_collection(L, handle->slot, member, 0, shape);
}

static void push_objects(
    lua_State *L, const ibid_handle *handle, ibid_member member, uint32_t count,
    ibid_type element) {
  ibid_handle shape = {.count = count, .source = IBID_OF_OBJECTS, .element = (uint8_t)element};
  ibid_push_collection(L, handle->slot, member, 0, shape);
}

#define NODES(name, links, element) \
  void ibid_get_article_##name(lua_State *L, const ibid_handle *handle) { \
    push_nodes(L, handle, IBID_MEMBER_article_##name, VIEW(handle)->links, IBID_TYPE_##element); \
  }
NODES(blocks, blocks, node)
NODES(paragraphs, kinds[IBID_KIND_PARAGRAPH], paragraph)
NODES(headings, kinds[IBID_KIND_HEADING], heading)
NODES(tables, kinds[IBID_KIND_TABLE], table)
NODES(polls, kinds[IBID_KIND_POLL], poll)
NODES(quotes, kinds[IBID_KIND_QUOTE], quote)
NODES(pull_quotes, kinds[IBID_KIND_PULL_QUOTE], pull_quote)
NODES(captions, kinds[IBID_KIND_CAPTION], caption)
NODES(lists, kinds[IBID_KIND_LIST], list)
NODES(figures, kinds[IBID_KIND_FIGURE], figure)
NODES(footnotes, footnote_links, footnote)
NODES(boilerplate, boilerplate_links, boilerplate)

#define OBJECTS(name, count, element) \
  void ibid_get_article_##name(lua_State *L, const ibid_handle *handle) { \
    push_objects( \
        L, handle, IBID_MEMBER_article_##name, VIEW(handle)->count, IBID_TYPE_##element); \
  }
OBJECTS(references, reference_count, reference)
OBJECTS(authors, author_count, author)
OBJECTS(front_matter, front_matter_count, front_matter)
OBJECTS(diagnostics, diagnostic_count, diagnostic)
OBJECTS(sections, section_count, section)

void ibid_get_article_poll(lua_State *L, const ibid_handle *handle) {
  ibid_range polls = VIEW(handle)->kinds[IBID_KIND_POLL];
  ibid_push_node(L, handle->slot, polls.count > 0 ? VIEW(handle)->links[polls.start] : -1);
}

void ibid_get_article_text(lua_State *L, const ibid_handle *handle) {
  if (lua_getiuservalue(L, 1, 1) != LUA_TNIL) return;
  lua_pop(L, 1);
  ibid_push_article_text(L, handle->slot);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, 1, 1);
}

void ibid_get_article_source(lua_State *L, const ibid_handle *handle) {
  ibid_push_optional(L, VIEW(handle)->source);
}

void ibid_get_article_line_count(lua_State *L, const ibid_handle *handle) {
  lua_pushinteger(L, VIEW(handle)->line_count);
}

int ibid_do_article_walk(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_article);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  ibid_slot *slot = handle->slot;
  int32_t end = (int32_t)(slot->view->block_nodes.start + slot->view->block_nodes.count);
  // Depth by counting parents would be quadratic in deep nesting; the ends of open nodes are not.
  lua_Integer depth = 1;
  int32_t inside = -1;
  for (int32_t index = (int32_t)slot->view->block_nodes.start; index < end;) {
    ibid_poll(L);
    const ibid_node *node = &slot->view->nodes[index];
    while (inside >= 0 && inside != node->parent) {
      inside = slot->view->nodes[inside].parent;
      depth--;
    }
    slot->touched = index;
    lua_pushvalue(L, 2);
    ibid_push_node(L, slot, index);
    lua_pushinteger(L, depth);
    lua_call(L, 2, 1);
    bool skips = lua_isboolean(L, -1) && !lua_toboolean(L, -1);
    lua_pop(L, 1);
    if (skips || node->end == index + 1) {
      index = node->end;
      continue;
    }
    inside = index;
    depth++;
    index++;
  }
  return 0;
}
