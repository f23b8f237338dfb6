// Texts of nodes: copied into Lua once per handle, cut into words and sentences once per article.
#include <stdlib.h>
#include <string.h>

#include "handle.h"
#include "json.h"

void ibid_push_text_range(lua_State *L, const ibid_slot *slot, ibid_range range) {
  ibid_text text = slot->view->text;
  // A reader's slip must not become a read of foreign memory: what does not lie in the arena is
  // empty.
  if ((uint64_t)range.start + range.count > text.count || range.count == 0) lua_pushliteral(L, "");
  else lua_pushlstring(L, text.bytes + range.start, range.count);
}

void ibid_push_optional(lua_State *L, ibid_text text) {
  if (text.bytes == NULL) lua_pushnil(L);
  else lua_pushlstring(L, text.bytes, text.count);
}

bool ibid_ranges_append(ibid_ranges *ranges, size_t start, size_t count) {
  if (ranges->count == ranges->capacity) {
    size_t capacity = ranges->capacity < 64 ? 64 : ranges->capacity * 2;
    ibid_range *items = realloc(ranges->items, capacity * sizeof *items);
    if (items == NULL) return false;
    ranges->items = items;
    ranges->capacity = capacity;
  }
  ranges->items[ranges->count++] = (ibid_range){(uint32_t)start, (uint32_t)count};
  return true;
}

_Noreturn void ibid_raise_no_memory(lua_State *L) {
  ibid_request_abort(ibid_self(L), IBID_MEMORY);
  ibid_raise_abort(L);
}

bool ibid_is_running_text(const ibid_node *node) {
  switch ((ibid_node_kind)node->kind) {
    case IBID_KIND_PULL_QUOTE:  // its words stand in the paragraph that it repeats
    case IBID_KIND_TABLE:
    case IBID_KIND_POLL:
    case IBID_KIND_FOOTNOTE:
    case IBID_KIND_BOILERPLATE:
    case IBID_KIND_COUNT:
      return false;
    default:
      return node->text.count > 0;
  }
}

int32_t ibid_next_running(const ibid_article_view *view, int32_t index) {
  // A table or poll is skipped with all that is inside it.
  int32_t end = (int32_t)(view->block_nodes.start + view->block_nodes.count);
  while (index < end) {
    const ibid_node *node = &view->nodes[index];
    if (ibid_is_running_text(node)) return index;
    bool skips = node->kind == IBID_KIND_PULL_QUOTE || node->kind == IBID_KIND_TABLE ||
                 node->kind == IBID_KIND_POLL;
    index = skips ? node->end : index + 1;
  }
  return -1;
}

void ibid_push_article_text(lua_State *L, const ibid_slot *slot) {
  const ibid_article_view *view = slot->view;
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  bool first = true;
  for (int32_t index = ibid_next_running(view, 0); index >= 0;
       index = ibid_next_running(view, index + 1)) {
    ibid_range text = view->nodes[index].text;
    if (!first) luaL_addlstring(&buffer, "\n\n", 2);
    luaL_addlstring(&buffer, view->text.bytes + text.start, text.count);
    first = false;
  }
  luaL_pushresult(&buffer);
}

static void prepare_segments(lua_State *L, const ibid_slot *slot, ibid_segments *segments) {
  if (segments->of_node != NULL) return;
  size_t count = slot->view->node_count;
  segments->of_node = malloc(count * sizeof *segments->of_node);
  if (segments->of_node == NULL) ibid_raise_no_memory(L);
  memset(segments->of_node, 0xff, count * sizeof *segments->of_node);
}

ibid_range ibid_segments_of(lua_State *L, ibid_slot *slot, int32_t node, ibid_unit unit) {
  ibid_segments *segments = unit == IBID_UNIT_WORDS ? &slot->words : &slot->sentences;
  prepare_segments(L, slot, segments);
  if (segments->of_node[node].start != UINT32_MAX) return segments->of_node[node];
  const ibid_article_view *view = slot->view;
  ibid_range text = view->nodes[node].text;
  size_t first = segments->ranges.count;
  if (text.count > 0) {
    const ibid_host *host = &slot->api->host;
    ibid_text bytes = {view->text.bytes + text.start, text.count};
    ibid_enter_host(L);
    bool done = host->segment(host->context, unit, bytes, view->language, &segments->ranges);
    if (!done) segments->ranges.count = first;
    ibid_leave_host(L);
    if (!done) ibid_raise_no_memory(L);
  }
  for (size_t at = first; at < segments->ranges.count; at++)
    segments->ranges.items[at].start += text.start;
  ibid_range found = {(uint32_t)first, (uint32_t)(segments->ranges.count - first)};
  segments->of_node[node] = found;
  return found;
}

void ibid_push_segments(lua_State *L, ibid_text text, ibid_text language, ibid_unit unit) {
  ibid_api *api = ibid_api_of(L);
  ibid_ranges *ranges = &api->scratch;
  ranges->count = 0;
  ibid_enter_host(L);
  bool done = api->host.segment(api->host.context, unit, text, language, ranges);
  ibid_leave_host(L);
  if (!done) ibid_raise_no_memory(L);
  lua_createtable(L, ranges->count < 100000 ? (int)ranges->count : 100000, 0);
  ibid_push_list_mark(L);
  lua_setmetatable(L, -2);
  for (size_t at = 0; at < ranges->count; at++) {
    if (at % 256 == 255) ibid_poll(L);
    ibid_range range = ranges->items[at];
    lua_pushlstring(L, text.bytes + range.start, range.count);
    lua_rawseti(L, -2, (lua_Integer)at + 1);
  }
}
