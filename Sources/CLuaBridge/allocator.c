// Lua's memory: counted, limited, and able to fail on purpose.
//
// Below 15/16 of the limit an allocation costs a comparison. Above, the running coroutine is asked
// to collect its garbage at the next instruction, and to give up where that does not help. Above
// the limit an allocation is refused: Lua collects everything and asks once more; a second refusal
// ends the run even if something in Lua swallows the error.
//
// Part of a table is granted up to 4/3 of the limit once, because Lua 5.4.4 may free a table that
// it is writing to when the collection inside a refusal finds it reachable only through a weak
// metatable's `__newindex` (a double free). A table that doubles stays below that: its old part is
// at most 2/3 of the limit, since that part was itself allocated beside one half as large.
#include <stdlib.h>

#include "internal.h"

static bool is_refused_on_purpose(ibid_lua *self) {
  uint64_t request = ++self->requests;
  return self->fail_first != 0 && request >= self->fail_first &&
         request - self->fail_first < self->fail_count;
}

// Lua tells the kind of a new object instead of an old size; 0 is an array: nodes, stacks.
static bool is_table_part(const void *block, size_t old_size) {
  return block != NULL || old_size == 0;
}

static bool is_over_limit(ibid_lua *self, const void *block, size_t old_size, size_t growth) {
  size_t limit = self->limits.memory;
  if (limit == 0) return false;
  size_t total = self->used + growth;
  if (total < limit - limit / 16) return false;
  ibid_request_check(self);
  if (total <= limit) return false;
  return !(is_table_part(block, old_size) && self->used <= limit && growth <= limit / 3 * 4 &&
           growth <= 2 * self->used);
}

static bool refuses(ibid_lua *self, void *block, size_t old_size, size_t new_size, size_t growth) {
  // A Swift frame may be active: an error raised here would jump over it.
  if (self->in_host > 0) {
    if (self->limits.memory != 0 && self->used + growth > self->limits.memory)
      ibid_request_check(self);
    return false;
  }
  bool is_repeated = self->refused_size == new_size && self->refused_block == block;
  if (!is_refused_on_purpose(self) && !is_over_limit(self, block, old_size, growth)) {
    // Only the repetition makes up for it: on the way out of an error Lua may allocate a smaller stack.
    if (is_repeated) self->refused_size = 0;
    return false;
  }
  if (is_repeated) ibid_request_abort(self, IBID_MEMORY);
  // Now or never: Lua calls no message handler for a memory error.
  lua_State *L = self->running;
  if (L != NULL) ibid_note_place(self, L, 0);
  self->refused_block = block;
  self->refused_size = new_size;
  return true;
}

void *ibid_allocate(void *context, void *block, size_t old_size, size_t new_size) {
  ibid_lua *self = context;
  size_t held = block == NULL ? 0 : old_size;
  if (new_size == 0) {
    free(block);
    self->used -= held;
    return NULL;
  }
  if (new_size > held && refuses(self, block, old_size, new_size, new_size - held)) return NULL;
  void *moved = realloc(block, new_size);
  if (moved == NULL) {
    // Lua relies on shrinking never to fail.
    if (new_size <= held) return block;
    self->refused_size = new_size;
    return NULL;
  }
  self->used += new_size - held;
  if (self->used > self->peak) self->peak = self->used;
  return moved;
}
