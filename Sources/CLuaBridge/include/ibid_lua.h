#ifndef IBID_LUA_H
#define IBID_LUA_H

#include "ibid_value.h"

/// One sandboxed Lua state for one plugin; used by one thread at a time.
///
/// Nothing here unwinds into the caller: each function that runs Lua returns a status. A host
/// callback that runs its own state again gets `IBID_ERROR`.
typedef struct ibid_lua ibid_lua;

/// How a run ended.
typedef enum {
  IBID_OK,
  IBID_ERROR,        ///< the plugin raised, or its result is no plain value
  IBID_TIMEOUT,      ///< the CPU budget is used up
  IBID_MEMORY,       ///< the memory limit is reached
  IBID_INTERRUPTED,  ///< `ibid_lua_interrupt` was called
  IBID_TOO_LARGE,    ///< the result or what was printed is over its limit
} ibid_status;

/// What a plugin may use; 0 means no limit.
typedef struct {
  uint64_t cpu_ns;  ///< thread CPU time of all runs since `ibid_lua_begin`, in nanoseconds
  size_t memory;    ///< bytes that Lua holds at any time
  size_t result;    ///< bytes of one result as JSON
  size_t print;     ///< bytes printed since `ibid_lua_begin`
} ibid_limits;

/// Why and where the last run failed. All texts end with a zero byte. Pointers are valid until the
/// next run or close.
typedef struct {
  ibid_status status;
  const char *message;  ///< never NULL, at most 64 KB, not necessarily UTF-8
  size_t message_count;
  const char *file;  ///< chunk name of the innermost Lua function, or NULL
  int line;          ///< its line from 1, or 0
  const char *traceback;  ///< one line per Lua function, innermost first; may be empty
  size_t traceback_count;
} ibid_failure;

/// Bytes owned by the state, valid until its next run or close.
typedef struct {
  const char *bytes;
  size_t count;
} ibid_span;

/// For `ibid_lua_create`: let `os.time`, `os.date` and `os.clock` tell the machine's time.
static const int64_t IBID_REAL_TIME = INT64_MIN;

/// Gives the calling thread the timer that holds limits of CPU time, once. False where the system has none left
/// (RLIMIT_SIGPENDING): then no call under such a limit runs on this thread.
bool ibid_lua_prepare_thread(void);

/// Creates a state with its sandboxed libraries, or returns NULL when memory does not suffice.
///
/// `now` is the second since 1970 that the clock shows throughout, so that runs repeat;
/// `IBID_REAL_TIME` shows the machine's clock instead.
ibid_lua *ibid_lua_create(const ibid_limits *limits, int64_t now);

/// Frees the state and all it holds. NULL is allowed.
void ibid_lua_close(ibid_lua *state);

/// Starts a new budget: CPU and print counters at zero, abort and interrupt cleared, and the random
/// sequence at its start.
///
/// Call it before each article. After a status other than `IBID_OK` and `IBID_ERROR` the plugin's
/// own data may be half changed: prefer a new state, except at a prompt.
void ibid_lua_begin(ibid_lua *state, const ibid_limits *limits);

/// Compiles Lua text (never bytecode) in a fresh environment and keeps the chunk for
/// `ibid_lua_run`.
///
/// `name` is shown in messages as it is, e.g. `plugins/counting/plugin.lua`.
ibid_status ibid_lua_load(ibid_lua *state, const char *name, const char *bytes, size_t count);

/// Runs the loaded chunk and keeps the value that it returns.
ibid_status ibid_lua_run(ibid_lua *state);

/// Keeps a text in the state as a member of every `IBID_OPTIONS` value, so that large ones are copied once.
ibid_status ibid_lua_keep(ibid_lua *state, const char *name, const char *bytes, size_t count);

/// Tells whether the kept value is a table whose raw field `name` is a function.
bool ibid_lua_has(ibid_lua *state, const char *name);

/// Writes the kept value as JSON without its functions: what the manifest declares. Messages call the value `root`,
/// and what it is `container`: "plugin" and "a manifest".
ibid_status ibid_lua_manifest(
    ibid_lua *state, const char *root, const char *container, ibid_span *json);

/// Calls the function in field `name` of the kept value and writes its first result as JSON.
///
/// A result of nil gives an empty span, or fails where `needs_result`. See `to_json.h` for what a result may be.
ibid_status ibid_lua_call(
    ibid_lua *state, const char *name, const ibid_value *arguments, size_t count,
    bool needs_result, ibid_span *json);

/// Calls the function in field `name` of the kept value with the first two of `values`, then with what it
/// returned and the third, and so on, and writes the last result as JSON.
///
/// Unless `last` is NULL, the function of that name gets the last result and `argument`, and gives what is written;
/// where there is but one value it is the only one to be called. What the functions return stays in Lua in between,
/// but must be what JSON can say. Each call has a budget of its own. A result of nil fails.
ibid_status ibid_lua_fold(
    ibid_lua *state, const char *name, const ibid_value *values, size_t count, const char *last,
    const ibid_value *argument, ibid_span *json);

/// Compiles `bytes` as an expression or else as a statement in the plugin's environment (a fresh
/// one if nothing is loaded), runs it, and writes each result as text for a person, one a line.
///
/// `*incomplete` is set where the text is only the beginning of a chunk.
ibid_status ibid_lua_evaluate(
    ibid_lua *state, const char *name, const char *bytes, size_t count, ibid_span *shown,
    bool *incomplete);

/// What Lua's compiler says of a text.
typedef enum {
  IBID_SYNTAX_WHOLE,       ///< it compiles
  IBID_SYNTAX_UNFINISHED,  ///< it is the beginning of a chunk
  IBID_SYNTAX_WRONG,       ///< more text cannot mend it
} ibid_syntax;

/// Compiles a text and forgets it; needs no state and runs nothing.
ibid_syntax ibid_lua_syntax(const char *bytes, size_t count);

/// Sets a global of the plugin's environment, and of those made later by `ibid_lua_load`.
ibid_status ibid_lua_set_global(ibid_lua *state, const char *name, const ibid_value *value);

/// Adds the host function `module.name` (or the global `name` where `module` is NULL).
///
/// Tables arrive as JSON text, handles as ids, anything else that is no plain value is refused as a
/// bad argument. `context` must outlive the state.
ibid_status ibid_lua_register(
    ibid_lua *state, const char *module, const char *name, ibid_callback callback,
    void *context);

/// Sets what receives each `print`: one IBID_BYTES argument, the line without its newline.
void ibid_lua_set_print(ibid_lua *state, ibid_callback callback, void *context);

/// Sets what finds a module for `require`: called with its name, it answers with the source as
/// bytes, nil where there is none, or an error.
void ibid_lua_set_require(ibid_lua *state, ibid_callback callback, void *context);

/// Why the last run did not end with `IBID_OK`.
ibid_failure ibid_lua_failure(const ibid_lua *state);

/// Stops the running plugin with `IBID_INTERRUPTED`; safe in a signal handler and on any thread.
void ibid_lua_interrupt(ibid_lua *state);

/// Stops what runs on this thread, in whichever state: for the signal handler of a process that runs
/// Lua on one thread.
void ibid_lua_interrupt_thread(void);

/// Has a signal write what the plugin on the main thread is doing: its calls, a line each, or one
/// line that says that none runs. The plugin goes on. Unblocks the signal.
void ibid_lua_trace_on(int signal, int descriptor);

/// The most bytes that Lua held since creation.
size_t ibid_lua_peak(const ibid_lua *state);

/// Thread CPU time used since `ibid_lua_begin`, in nanoseconds.
uint64_t ibid_lua_cpu(const ibid_lua *state);

/// For tests: writes "path: type" of all that a plugin can reach (fields, metatables, upvalues),
/// sorted, one a line.
ibid_status ibid_lua_reachable(ibid_lua *state, ibid_span *lines);

/// For tests: growing allocations numbered from `first` (from 1) on fail, `count` of them in a row.
///
/// With `count` 1 Lua's retry after a full collection succeeds; 0 for `first` ends the mode. The
/// numbering starts anew. `ibid_lua_create` honours a mode set with a NULL state on this thread.
void ibid_lua_fail_allocations(ibid_lua *state, uint64_t first, uint64_t count);

/// For tests: growing allocations asked for since `ibid_lua_fail_allocations`.
uint64_t ibid_lua_allocations(const ibid_lua *state);

/// For tests: bytes that all closed states of this thread failed to give back; 0 without a leak.
size_t ibid_lua_leaked(void);

#endif
