#ifndef IBID_VALUE_H
#define IBID_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What an `ibid_value` holds.
typedef enum {
  IBID_NIL,
  IBID_BOOLEAN,  ///< `integer` is 0 or 1
  IBID_INTEGER,  ///< `integer`
  IBID_NUMBER,   ///< `number`
  IBID_BYTES,    ///< a Lua string: `bytes`, `count`
  IBID_JSON,     ///< JSON text in `bytes`, decoded into (or encoded from) a Lua value
  IBID_OPTIONS, ///< as IBID_JSON, with the texts of `ibid_lua_keep` as further members
  IBID_HANDLE,   ///< a node handle: `integer` is its id, see `ibid_lua_set_handles`
} ibid_kind;

/// One value that crosses between Swift and Lua, as plain data.
///
/// `bytes` is borrowed: it is valid until the call that received the value returns.
typedef struct {
  ibid_kind kind;
  int64_t integer;
  double number;
  const char *bytes;
  size_t count;
} ibid_value;

/// The answer of a host callback; filled with the `ibid_reply_…` functions, which never raise.
typedef struct ibid_reply ibid_reply;

/// A function of the host that Lua calls with at most `IBID_MAX_ARGUMENTS` arguments.
///
/// It runs with the allocator unlimited and must return normally: nothing below it unwinds.
/// Without any `ibid_reply_…` call the answer is nil.
typedef void (*ibid_callback)(
    void *context, const ibid_value *arguments, size_t count, ibid_reply *reply);

enum { IBID_MAX_ARGUMENTS = 8 };

void ibid_reply_nil(ibid_reply *reply);
void ibid_reply_boolean(ibid_reply *reply, bool value);
void ibid_reply_integer(ibid_reply *reply, int64_t value);
void ibid_reply_number(ibid_reply *reply, double value);
void ibid_reply_handle(ibid_reply *reply, int64_t handle);
/// Answers with a Lua string; the bytes are copied.
void ibid_reply_bytes(ibid_reply *reply, const char *bytes, size_t count);
/// Answers with the Lua value that the JSON text says; the bytes are copied.
void ibid_reply_json(ibid_reply *reply, const char *bytes, size_t count);
/// Makes the call raise this message, prefixed with the plugin's place; the bytes are copied.
void ibid_reply_error(ibid_reply *reply, const char *bytes, size_t count);
/// Makes the call raise "bad argument #argument to 'name' (message)"; the bytes are copied.
void ibid_reply_argument_error(
    ibid_reply *reply, int argument, const char *bytes, size_t count);

#endif
