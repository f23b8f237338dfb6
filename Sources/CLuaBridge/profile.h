// What the parts of the profiler share.
#ifndef IBID_PROFILE_PARTS_H
#define IBID_PROFILE_PARTS_H

#include <time.h>

#include "ibid_profile.h"
#include "internal.h"

/// Functions in C whose names are known, at most, and slots to find them by address.
enum { IBID_PROFILE_FUNCTIONS = 512 };

struct ibid_profile {
  // Time. `due` flags are set by the signal and the allocator, and taken by the hook.
  volatile sig_atomic_t time_due, memory_due;
  timer_t timer;
  int thread;  // that the timer signals, 0 where there is none
  uint64_t left;     // nanoseconds until the timer fires, while Lua does not run
  uint64_t entered;  // CPU time at which Lua began to run, or 0
  uint64_t result_start;  // CPU time at which a result began to be written, or 0
  uint64_t nanoseconds, charged_nanoseconds, result_nanoseconds, samples;
  uint64_t random;

  // Memory.
  uint64_t bytes, charged_bytes, allocations, charged_allocations, next_bytes;

  // The tree (profile_tree.c).
  ibid_profile_node *nodes;
  size_t node_count, node_capacity;
  int32_t *node_slots;  // open addressing by caller and function; -1 is free
  size_t slot_count;
  ibid_bytes names;  // of all frames, each with its zero byte
  uint32_t *frames;  // where each name begins
  uint64_t *hashes;  // of each name
  size_t frame_count, frame_capacity;

  // Functions in C (profile_names.c).
  struct {
    lua_CFunction function;
    int32_t frame;
  } functions[IBID_PROFILE_FUNCTIONS];
  size_t function_count;
};

// --- profile.c

/// Lets the timer run while Lua does. Pairs with `ibid_profile_stop_clock`.
void ibid_profile_start_clock(ibid_lua *self);
void ibid_profile_stop_clock(ibid_lua *self);

// --- profile_tree.c

/// Makes room for the root; false where memory does not suffice.
bool ibid_profile_open_tree(ibid_profile *profile);
void ibid_profile_free_tree(ibid_profile *profile);

/// The number of a function by its name; -1 where memory does not suffice.
int32_t ibid_profile_frame_named(ibid_profile *profile, const char *name);

/// The node of a function below its caller's; the caller's where memory does not suffice.
int32_t ibid_profile_child(ibid_profile *profile, int32_t parent, int32_t frame);

// --- profile_names.c

/// Notes the names of the functions in C that the state's plugin reaches. Raises.
void ibid_profile_note_functions(lua_State *L, ibid_profile *profile);

/// The frame of an activation. Allocates nothing in Lua and does not raise.
int32_t ibid_profile_frame_of(lua_State *L, ibid_profile *profile, lua_Debug *activation);

#endif
