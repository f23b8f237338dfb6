// What the files of the module `ibid` share.
#ifndef IBID_API_INTERNAL_H
#define IBID_API_INTERNAL_H

#include "handle.h"

/// The string at `index`, or a bad argument; numbers are not taken for strings.
ibid_text ibid_check_text(lua_State *L, int index);
/// The string at `index`, or no bytes where it is nil or missing.
ibid_text ibid_optional_text(lua_State *L, int index);

/// A text as an argument of a callback; nil where it has no bytes.
ibid_value ibid_text_value(ibid_text text);

/// Calls a callback of the host and pushes its answer, or raises it.
int ibid_answer(lua_State *L, ibid_callback callback, const ibid_value *arguments, size_t count);

/// Pushes a field of the table at `index` by raw access and returns its type.
int ibid_raw_field(lua_State *L, int index, const char *name);

/// A field of the settings at index 2: an integer of 0 or more.
lua_Integer ibid_integer_setting(lua_State *L, const char *name, lua_Integer otherwise);
/// Whether the settings at index 2 say `stopwords = false`.
bool ibid_keeps_stopwords(lua_State *L);

// --- host_object.c

/// The bytes of a userdata that stands for an object of the host, made of a list of texts.
typedef struct {
  uint32_t magic;
  ibid_type type;
  size_t count;    ///< of the texts
  int64_t number;  ///< the host's; 0 where it is freed
} ibid_host_object;

typedef int64_t (*ibid_object_maker)(
    void *context, ibid_text text, const ibid_ranges *pieces, ibid_text language);

/// Pushes the object that the host makes of the list of texts at index 1 and the language at 2.
void ibid_make_object(lua_State *L, ibid_type type, ibid_object_maker make);
/// The object at `index`; raises a bad argument where it is none of `type`.
const ibid_host_object *ibid_check_object(lua_State *L, int index, ibid_type type);

// --- api_frequencies.c

/// Pushes terms, `most` at most, as a list of `{term, count}`.
void ibid_push_terms(lua_State *L, const ibid_terms *terms, size_t most);
void ibid_terms_clear(ibid_terms *terms);
/// Frees the buffers of terms.
void ibid_terms_free(ibid_terms *terms);

#endif
