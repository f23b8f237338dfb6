// `article:passages`: the texts of nodes, each once.
#include <string.h>

#include "api.h"
#include "json.h"

// The list is at 4 on the stack, the texts that it has at 5: open addressing, at most half full, in Lua's memory.
enum { KINDS = 2, MARKS, LIST, KNOWN };

enum { MOST_MARKS = 16 };

typedef struct {
  const char *bytes;
  size_t count;
} mark;

typedef struct {
  lua_State *L;
  ibid_slot *slot;
  uint32_t kinds;  // a bit for each
  mark marks[MOST_MARKS];  // strings of the list of marks, which keeps them alive
  size_t mark_count;       // 0 where all texts are wanted
  lua_Integer count;
  unsigned steps;
  ibid_range *known;
  size_t capacity;
} collector;

static uint32_t kind_bits(lua_State *L, int index) {
  uint32_t bits = 0;
  luaL_checktype(L, index, LUA_TTABLE);
  for (lua_Integer at = 1; lua_rawgeti(L, index, at) != LUA_TNIL; at++) {
    int kind = 0;
    const char *name = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "";
    while (kind < IBID_KIND_COUNT && strcmp(name, ibid_type_name((ibid_type)kind)) != 0) kind++;
    if (kind == IBID_KIND_COUNT)
      luaL_argerror(L, index, lua_pushfstring(L, "kinds of nodes expected, got '%s'", name));
    bits |= 1u << kind;
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return bits;
}

static void read_marks(collector *self) {
  lua_State *L = self->L;
  if (lua_isnoneornil(L, MARKS)) return;
  luaL_checktype(L, MARKS, LUA_TTABLE);
  for (lua_Integer at = 1; lua_rawgeti(L, MARKS, at) != LUA_TNIL; at++) {
    if (self->mark_count == MOST_MARKS) luaL_argerror(L, MARKS, "at most 16 marks");
    mark *next = &self->marks[self->mark_count++];
    next->bytes = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &next->count) : NULL;
    if (next->bytes == NULL || next->count == 0) luaL_argerror(L, MARKS, "strings expected, none of them empty");
    lua_pop(L, 1);
  }
  if (self->mark_count == 0) luaL_argerror(L, MARKS, "at least one mark expected");
  lua_pop(L, 1);
}

static bool has_mark(const collector *self, const char *bytes, size_t count) {
  const char *end = bytes + count;
  for (size_t at = 0; at < self->mark_count; at++) {
    const mark *wanted = &self->marks[at];
    const char *from = bytes;
    // By its first byte: most texts have no such byte, and `memchr` passes over 32 at a time.
    while ((size_t)(end - from) >= wanted->count &&
           (from = memchr(from, wanted->bytes[0], (size_t)(end - from) - wanted->count + 1)) != NULL) {
      if (memcmp(from, wanted->bytes, wanted->count) == 0) return true;
      from++;
    }
  }
  return false;
}

static size_t hash(const char *bytes, size_t count) {
  uint64_t hash = count, word;
  for (; count >= sizeof word; bytes += sizeof word, count -= sizeof word) {
    memcpy(&word, bytes, sizeof word);
    hash = (hash ^ hash >> 29 ^ word) * 0x9e3779b97f4a7c15u;
  }
  for (word = 0; count > 0; count--) word = word << 8 | (unsigned char)*bytes++;
  return (size_t)((hash ^ hash >> 29 ^ word) * 0x9e3779b97f4a7c15u >> 24);
}

// The slot of a text: that of its bytes, or the free one where they would stand.
static ibid_range *find(collector *self, ibid_range text) {
  const char *arena = self->slot->view->text.bytes;
  size_t place = hash(arena + text.start, text.count) & (self->capacity - 1);
  for (;; place = (place + 1) & (self->capacity - 1)) {
    ibid_step(self->L, self->steps);
    ibid_range *known = &self->known[place];
    if (known->count == 0) return known;
    if (known->count == text.count && memcmp(arena + known->start, arena + text.start, text.count) == 0)
      return known;
  }
}

static void grow(collector *self, size_t capacity) {
  ibid_range *old = self->known;
  size_t old_capacity = self->capacity;
  self->known = lua_newuserdatauv(self->L, capacity * sizeof *old, 0);
  self->capacity = capacity;
  memset(self->known, 0, capacity * sizeof *old);
  for (size_t at = 0; at < old_capacity; at++)
    if (old[at].count > 0) *find(self, old[at]) = old[at];
  lua_replace(self->L, KNOWN);
}

static void add(collector *self, ibid_range text, int32_t node) {
  lua_State *L = self->L;
  const ibid_article_view *view = self->slot->view;
  if (text.count == 0 || (uint64_t)text.start + text.count > view->text.count) return;
  if (self->mark_count > 0 && !has_mark(self, view->text.bytes + text.start, text.count)) {
    ibid_step(L, self->steps);
    return;
  }
  ibid_range *known = find(self, text);
  if (known->count > 0) return;
  *known = text;
  lua_createtable(L, 0, 3);
  ibid_push_text_range(L, self->slot, text);
  lua_setfield(L, -2, "text");
  ibid_push_node(L, self->slot, node);
  lua_setfield(L, -2, "node");
  lua_pushinteger(L, view->nodes[node].line);
  lua_setfield(L, -2, "line");
  lua_rawseti(L, LIST, ++self->count);
  if ((size_t)self->count * 2 > self->capacity) grow(self, self->capacity * 2);
}

static void add_table(collector *self, const ibid_table *table, int32_t node) {
  const ibid_article_view *view = self->slot->view;
  add(self, table->caption, node);
  for (uint32_t row = 0; row < table->rows.count; row++) {
    ibid_range cells = view->table_rows[table->rows.start + row];
    for (uint32_t at = 0; at < cells.count; at++) add(self, view->cells[cells.start + at].text, node);
  }
}

static void add_node(collector *self, int32_t index) {
  const ibid_node *node = &self->slot->view->nodes[index];
  self->slot->touched = index;
  if ((self->kinds >> node->kind & 1) == 0) return;
  if (node->kind != IBID_KIND_TABLE) add(self, node->text, index);
  else if (node->payload >= 0) add_table(self, &self->slot->view->tables[node->payload], index);
}

int ibid_do_article_passages(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_article);
  lua_settop(L, MARKS);
  collector self = {.L = L, .slot = handle->slot, .kinds = kind_bits(L, KINDS)};
  read_marks(&self);
  const ibid_article_view *view = handle->slot->view;
  lua_createtable(L, (int)(view->block_nodes.count < 1000 ? view->block_nodes.count : 1000), 0);
  ibid_push_list_mark(L);
  lua_setmetatable(L, LIST);
  lua_pushnil(L);
  grow(&self, 256);
  for (uint32_t at = 0; at < view->block_nodes.count; at++)
    add_node(&self, (int32_t)(view->block_nodes.start + at));
  for (uint32_t at = 0; at < view->footnote_links.count; at++)
    add_node(&self, view->links[view->footnote_links.start + at]);
  lua_settop(L, LIST);
  return 1;
}
