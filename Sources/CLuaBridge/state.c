// Life of a state: create, begin, close, and what the host may ask of it.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// For tests: the mode that the next state of this thread starts with, and what closed ones lost.
static _Thread_local uint64_t next_fail_first, next_fail_count;
static _Thread_local size_t leaked;

static int panic(lua_State *L) {
  (void)L;
  // Unreachable: all calls that raise are made below ibid_protected. Lua aborts on return.
  return 0;
}

static void free_state(ibid_lua *self) {
  ibid_free_registered(self);
  ibid_api_free(self);
  ibid_bytes *all[] = {
      &self->result, &self->message, &self->file, &self->traceback, &self->scratch,
      &self->reply.text,
  };
  for (size_t at = 0; at < sizeof all / sizeof *all; at++) ibid_bytes_free(all[at]);
  leaked += self->used;
  free(self);
}

ibid_lua *ibid_lua_create(const ibid_limits *limits, int64_t now) {
  ibid_lua *self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  self->limits = *limits;
  self->now = now;
  self->fail_first = next_fail_first;
  self->fail_count = next_fail_count;
  self->main = lua_newstate(ibid_allocate, self);
  if (self->main == NULL) {
    free_state(self);
    return NULL;
  }
  lua_atpanic(self->main, panic);
  *(ibid_lua **)lua_getextraspace(self->main) = self;
  // Opening the libraries is the host's work, not the plugin's.
  self->limits.cpu_ns = 0;
  ibid_status status = ibid_protected(self, ibid_open_sandbox, NULL);
  if (status != IBID_OK) {
    ibid_lua_close(self);
    return NULL;
  }
  ibid_lua_begin(self, limits);
  return self;
}

void ibid_lua_close(ibid_lua *self) {
  if (self == NULL) return;
  // Nothing of the plugin runs here: tables have no finalizers and the stack is empty.
  lua_close(self->main);
  free_state(self);
}

void ibid_lua_begin(ibid_lua *self, const ibid_limits *limits) {
  self->limits = *limits;
  self->abort = IBID_OK;
  self->alarm = 0;
  self->interrupted = 0;
  self->abort_placed = false;
  self->refused_size = 0;
  self->spent = 0;
  self->printed = 0;
  // At the prompt, where the clock runs, an object keeps its number from line to line.
  if (self->now != IBID_REAL_TIME) self->next_identity = IBID_STALE_IDENTITIES;
  ibid_seed_random(self, 0);
}

void ibid_renew_budget(ibid_lua *self) {
  self->printed = 0;
  if (self->now != IBID_REAL_TIME) self->next_identity = IBID_STALE_IDENTITIES;
  ibid_seed_random(self, 0);
  ibid_deadline_restart(self);
}

size_t ibid_lua_peak(const ibid_lua *self) { return self->peak; }

void ibid_lua_fail_allocations(ibid_lua *self, uint64_t first, uint64_t count) {
  if (self == NULL) {
    next_fail_first = first;
    next_fail_count = count;
    return;
  }
  self->requests = 0;
  self->fail_first = first;
  self->fail_count = count;
}

uint64_t ibid_lua_allocations(const ibid_lua *self) { return self->requests; }

size_t ibid_lua_leaked(void) { return leaked; }
