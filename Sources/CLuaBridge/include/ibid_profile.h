#ifndef IBID_PROFILE_H
#define IBID_PROFILE_H

#include "ibid_lua.h"

/// Where a plugin spends its time and its memory, found by sampling: a tree of calls.
///
/// A timer of 500 µs on average, which runs only while Lua does, and each 64 KB that Lua allocates
/// ask for a look at the stack at the next instruction, call or return; what was spent since the
/// look before is charged to the function that was running. Totals are exact, shares are estimates.
/// States without a profile have no cost of it.
typedef struct ibid_profile ibid_profile;

/// A function in the place where it was called; its own costs, without those of the calls it made.
typedef struct {
  int32_t parent;  ///< index of the caller, smaller than its own; -1 for the root
  int32_t frame;   ///< which function; -1 for the root
  uint64_t nanoseconds;  ///< of the thread's CPU time
  uint64_t bytes, allocations;
} ibid_profile_node;

/// What a profile holds. Pointers are valid until its states run again.
typedef struct {
  const ibid_profile_node *nodes;  ///< the first is the root, which has what no sample was taken of
  size_t node_count, frame_count;
  uint64_t samples;  ///< of time
  uint64_t nanoseconds;         ///< of CPU time in Lua, conversions included
  uint64_t result_nanoseconds;  ///< the part that went into writing results as JSON
  uint64_t bytes, allocations;
} ibid_profile_report;

/// Makes an empty profile, or returns NULL where memory does not suffice.
ibid_profile *ibid_profile_create(void);

/// Frees a profile that no state has any more. NULL is allowed.
void ibid_profile_free(ibid_profile *profile);

/// Adds what a state does from now on to a profile, which must outlive it; one state at a time.
ibid_status ibid_lua_set_profile(ibid_lua *state, ibid_profile *profile);

/// What was found so far; for a time when none of its states runs.
ibid_profile_report ibid_profile_read(ibid_profile *profile);

/// The name of a function: `plugin.lua:42` with the line of its definition (0 for a main chunk), or
/// `article:measure`, `string.gsub` for one in C.
const char *ibid_profile_frame(const ibid_profile *profile, size_t frame);

#endif
