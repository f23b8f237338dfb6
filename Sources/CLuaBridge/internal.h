// What the C files of this target share: the state's layout and the calls that may raise.
#ifndef IBID_INTERNAL_H
#define IBID_INTERNAL_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <signal.h>
#include <stdatomic.h>

#include "bytes.h"
#include "ibid_lua.h"

/// Lines of a traceback that are kept at each end, as in Lua's own.
enum { IBID_TRACE_HEAD = 10, IBID_TRACE_TAIL = 11 };

/// Limit for nested resumes and for tables inside tables; Lua's own for C calls is 200.
enum { IBID_MAX_RESUMES = 160, IBID_MAX_DEPTH = 64 };

/// Answer of a host callback while it is being filled.
struct ibid_reply {
  ibid_kind kind;
  int64_t integer;
  double number;
  bool failed;    ///< raise `text` instead of answering
  int argument;   ///< raise it as a bad argument where this is not 0
  ibid_bytes text;
};

/// A callback and what it wants back.
typedef struct {
  ibid_callback function;
  void *context;
} ibid_hook;

/// A coroutine that waits for the one it resumed.
typedef struct ibid_resume {
  lua_State *from;
  struct ibid_resume *outer;
} ibid_resume;

struct ibid_lua {
  lua_State *main;
  ibid_limits limits;

  // The coroutine that runs now: the signal handler arms its hook.
  lua_State *volatile running;
  ibid_resume *resumes;
  int resume_depth;

  // Reasons to leave the plugin. `alarm` is the one flag that loops in C look at.
  volatile sig_atomic_t alarm;
  volatile sig_atomic_t abort;  // an ibid_status that nothing in Lua may swallow, or IBID_OK
  atomic_int interrupted;               // set from any thread
  bool abort_placed;
  volatile sig_atomic_t trace;  // tell where the plugin is, and go on

  // Memory.
  size_t used, peak;
  int in_host;
  void *refused_block;
  size_t refused_size;
  uint64_t requests, fail_first, fail_count;

  // CPU time.
  uint64_t deadline, started, spent;
  atomic_int owner;  // thread id while a run is on, else 0
  ibid_lua *volatile outer;

  // Host.
  ibid_hook print, require;
  ibid_reply reply;
  size_t printed;
  int64_t now;
  uint64_t random[4];
  uint64_t next_identity;
  struct ibid_registered *registered;
  void (*push_handle)(lua_State *L, int64_t handle);
  bool (*read_handle)(lua_State *L, int index, int64_t *handle);
  /// Pushes a table with the elements of a list handle; false where the value is none.
  bool (*to_table)(lua_State *L, int index);
  struct ibid_api *api;  // see handle.h; NULL where it is not installed
  struct ibid_profile *profile;  // see profile.h; NULL where nobody wants to know

  // What the last run left behind.
  ibid_status status;
  ibid_bytes result, message, file, traceback, scratch;
  int line;
};

/// The state that a coroutine belongs to.
static inline ibid_lua *ibid_self(lua_State *L) {
  return *(ibid_lua **)lua_getextraspace(L);
}

// --- allocator.c

void *ibid_allocate(void *context, void *block, size_t old_size, size_t new_size);

// --- deadline.c

/// Puts the state under its deadline on this thread; pairs with `ibid_deadline_leave`. False where there is a budget and
/// the system has no timer left to hold it: then the state is as before, and nothing may run.
bool ibid_deadline_enter(ibid_lua *self);
void ibid_deadline_leave(ibid_lua *self);
/// Stops the clock of the deadline while a person looks, and starts it again where it stood.
void ibid_deadline_pause(ibid_lua *self);
void ibid_deadline_resume(ibid_lua *self);
/// Starts the clock with the whole budget.
void ibid_deadline_restart(ibid_lua *self);
uint64_t ibid_thread_cpu(void);
/// The state that runs on this thread, or NULL. Safe in a signal handler.
ibid_lua *ibid_innermost(void);

// --- state.c

/// Gives what runs a whole budget again, and the random sequence from its start.
void ibid_renew_budget(ibid_lua *self);

// --- abort.c

/// Asks the running coroutine to stop at its next instruction. Safe in a signal handler.
void ibid_request_abort(ibid_lua *self, ibid_status status);

/// Asks the running coroutine to look at its memory at the next instruction. Same.
void ibid_request_check(ibid_lua *self);

/// Sets the alarm and the hook of the running coroutine. Safe in a signal handler.
void ibid_arm(ibid_lua *self);

/// Has the hook of the running coroutine take a sample for the profile at the next instruction, call
/// or return. Safe in a signal handler.
void ibid_arm_profile(ibid_lua *self);

/// Acts on the alarm: collects garbage, or raises what no Lua code can catch.
void ibid_attend(lua_State *L);

/// Writes the calls that the running coroutine is in to where `ibid_lua_trace_on` said (trace.c).
void ibid_tell_trace(lua_State *L);

/// Raises the abort that is pending on this state.
_Noreturn void ibid_raise_abort(lua_State *L);

/// Looks at the alarm. Loops in C call it every few hundred steps.
static inline void ibid_poll(lua_State *L) {
  if (ibid_self(L)->alarm) ibid_attend(L);
}

/// Counts a step and polls every 256.
#define ibid_step(L, counter) \
  do { \
    if ((++(counter) & 0xffu) == 0) ibid_poll(L); \
  } while (0)

/// Raises the abort again if one is pending: what each replacement of a catching function calls.
static inline void ibid_rethrow(lua_State *L) {
  if (ibid_self(L)->abort) ibid_raise_abort(L);
}

/// Tells whether a status of a protected call has to become an abort, and makes it one.
bool ibid_is_abort(lua_State *L, int lua_status);

// --- protected.c

/// Runs `body(L)` with `context` as its light userdata argument under budget, walls and handler.
///
/// The one door through which Swift's calls reach Lua. On failure `ibid_lua_failure` tells why.
ibid_status ibid_protected(ibid_lua *self, lua_CFunction body, void *context);

/// Sets the failure without running Lua.
ibid_status ibid_fail(ibid_lua *self, ibid_status status, const char *message);

// --- errors.c

/// Like `luaL_error`: raises a message with the plugin's place in front.
_Noreturn void ibid_raise(lua_State *L, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/// Message handler: notes place and traceback, keeps the error value. Allocates nothing in Lua.
int ibid_message_handler(lua_State *L);

/// Notes place and traceback of `L` and of the coroutines that wait for it, from `level` on.
void ibid_note_place(ibid_lua *self, lua_State *L, int level);

/// Writes a traceback of `L` from `level` on, one line per function.
void ibid_write_traceback(lua_State *L, int level, ibid_bytes *out);

/// Writes the error value at the stack's top into the state's message; may call `__tostring`.
void ibid_render_error(lua_State *L);

// --- host.c

/// Brackets a call into Swift: inside, the allocator does not refuse.
static inline void ibid_enter_host(lua_State *L) { ibid_self(L)->in_host++; }
void ibid_leave_host(lua_State *L);

/// Frees the records of registered functions.
void ibid_free_registered(ibid_lua *self);

/// Calls a host callback and pushes its answer, or raises it.
void ibid_call_host(
    lua_State *L, const ibid_hook *hook, const ibid_value *arguments, size_t count);

/// Adds the texts that the state keeps to the table at the top (texts.c).
void ibid_add_kept_texts(lua_State *L);

/// Pushes a fresh table of the options that JSON text has, with the texts that the state keeps (options.c).
void ibid_push_options(lua_State *L, const char *text, size_t count);

/// Pushes a plain value.
void ibid_push_value(lua_State *L, const ibid_value *value);

/// Reads the value at `index`; tables become JSON in `scratch`. Raises a bad argument otherwise.
void ibid_check_value(lua_State *L, int index, ibid_value *value, ibid_bytes *scratch);

// --- lib_math.c

/// Starts the sequence of `math.random` anew.
void ibid_seed_random(ibid_lua *self, uint64_t seed);

// --- api_install.c

/// Frees what `ibid_api_install` made outside Lua.
void ibid_api_free(ibid_lua *self);

// --- profile.c

/// Takes the sample that is due, at an event of a hook (`LUA_HOOKCALL`, …). Does not raise.
void ibid_profile_sample(lua_State *L, int event);

/// Whether a sample is due.
bool ibid_profile_is_due(const ibid_lua *self);

/// Notes that the result of a call is being written from now on, for states with a profile.
void ibid_profile_begin_result(ibid_lua *self);

// --- sandbox.c

/// Pushes the table whose fields every fresh environment gets. Modules are set here.
void ibid_push_globals(lua_State *L);

/// Pushes the environment of the loaded plugin, making it where there is none.
void ibid_push_environment(lua_State *L);

/// Makes a fresh environment the plugin's and pushes it.
void ibid_renew_environment(lua_State *L);

/// Fills a new state; `lua_CFunction` for a protected call.
int ibid_open_sandbox(lua_State *L);

// --- identity.c

/// `next_identity` between runs: what one run asked for is forgotten when the next asks first, so that an
/// article's output does not depend on those before it.
#define IBID_STALE_IDENTITIES UINT64_MAX

/// Starts the numbering of objects anew.
void ibid_forget_identities(lua_State *L);

/// A number for the object at `index` that repeats from run to run: the order of first asking.
uint64_t ibid_identity(lua_State *L, int index);

/// Pushes what `tostring` shows: honours `__tostring` and `__name`, shows no address.
const char *ibid_push_text(lua_State *L, int index, size_t *count);

#endif
