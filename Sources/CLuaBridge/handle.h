// Handles: userdata that name a part of an open article by its index.
#ifndef IBID_HANDLE_H
#define IBID_HANDLE_H

#include "ibid_api.h"
#include "internal.h"

/// The types that Lua sees, in the order of their declaration.
typedef enum {
#define TYPE(name, base, since, doc) IBID_TYPE_##name,
#include "api_types.def"
#undef TYPE
  IBID_TYPE_COUNT,
  IBID_TYPE_none = IBID_TYPE_COUNT
} ibid_type;

/// The members that Lua sees; 0 is none.
typedef enum {
  IBID_MEMBER_NONE,
#define FIELD(type, name, signature, since, doc, example) IBID_MEMBER_##type##_##name,
#define METHOD FIELD
#define FUNCTION FIELD
#include "api_members.def"
#undef FIELD
#undef METHOD
#undef FUNCTION
  IBID_MEMBER_COUNT
} ibid_member;

/// What the elements of a collection are.
typedef enum {
  IBID_OF_NODES,       ///< `links[index…]`
  IBID_OF_OBJECTS,     ///< objects `index…` of type `element`
  IBID_OF_CITATIONS,   ///< references `citations[index…]`
  IBID_OF_ROWS,        ///< rows `table_rows[index…]`, each a collection of cells
  IBID_OF_CELLS,       ///< texts of `cells[index…]`
  IBID_OF_URLS,        ///< texts of `urls[index…]`
  IBID_OF_STYLES,      ///< names of the styles of run `index`
  IBID_OF_SENTENCES,   ///< texts of the slot's `sentences.items[index…]`
  IBID_OF_WORDS,       ///< texts of the slot's `words.items[index…]`
} ibid_source;

/// Segments of the texts of an article's nodes, found when first asked for.
typedef struct {
  ibid_ranges ranges;      ///< in the text arena
  ibid_range *of_node;     ///< in `ranges`; `start` is UINT32_MAX where not asked for yet
} ibid_segments;

/// An article that is open in a state. It lives as long as the state, so handles may point to it.
typedef struct ibid_slot {
  const ibid_article_view *view;  ///< NULL while nothing is open here
  uint32_t generation;            ///< of the article that is open; handles of another are stale
  int32_t touched;                ///< the node that Lua had in hand last, or -1
  int number;                     ///< from 1
  int handles;                    ///< registry index of the table of handles, or 0
  ibid_segments sentences, words;
  int64_t counts[IBID_UNIT_COUNT];  ///< of the article's text; -1 where not asked for yet
  struct ibid_api *api;
} ibid_slot;

enum { IBID_HANDLE_MAGIC = 0x69626964 };

/// The handle of an article is the number of its slot, shifted.
enum { IBID_ARTICLE_SHIFT = 40 };

/// The bytes of a handle's userdata.
typedef struct {
  uint32_t magic;
  uint32_t generation;
  ibid_slot *slot;
  int32_t index;    ///< of the node, the object, or a collection's first element
  uint32_t count;   ///< of a collection's elements
  uint8_t type;     ///< an ibid_type
  uint8_t source;   ///< an ibid_source
  uint8_t element;  ///< an ibid_type
  uint16_t name;    ///< the ibid_member that gave a collection
} ibid_handle;

enum { IBID_MAX_NAMES = 160, IBID_NAME_SLOTS = 512 };

/// What a state needs for handles; freed with it.
typedef struct ibid_api {
  ibid_host host;
  ibid_slot **slots;
  int slot_count;
  ibid_ranges scratch;
  ibid_terms terms, phrases;
  ibid_bytes json;
  int print;  ///< registry index of the sandbox's `print`
  int metatables[IBID_TYPE_COUNT];  ///< registry indices of the metatables of handles
  /// Open addressing by the address of a name's interned string.
  struct {
    const char *address;
    uint16_t name;
  } names[IBID_NAME_SLOTS];
} ibid_api;

static inline ibid_api *ibid_api_of(lua_State *L) { return ibid_self(L)->api; }

static inline const ibid_node *ibid_node_of(const ibid_handle *handle) {
  return &handle->slot->view->nodes[handle->index];
}

// --- handle_names.c

/// The names of all members without repetition, numbered from 1.
int ibid_name_count(void);
const char *ibid_name(int number);
/// The member that a name (from 1) is for handles of a type, or IBID_MEMBER_NONE.
ibid_member ibid_member_of(ibid_type type, int name);
const char *ibid_type_name(ibid_type type);
const ibid_api_member *ibid_declaration(ibid_member member);

/// Raises "paragraph has no member 'txt'; did you mean 'text'?".
_Noreturn void ibid_raise_unknown(lua_State *L, ibid_type type, const char *name);

// --- handle.c

/// Where the search for a name's address begins.
static inline size_t ibid_name_slot(const char *address) {
  // Strings lie 8 bytes apart at least; the multiplier is 2^32 divided by the golden ratio.
  return (size_t)((uint32_t)((uintptr_t)address >> 3) * 2654435769u >> 23) % IBID_NAME_SLOTS;
}

/// `__index` of collections and of all other handles, `__newindex` of both.
int ibid_collection_index(lua_State *L);
int ibid_handle_index(lua_State *L);
int ibid_handle_newindex(lua_State *L);

/// Pushes the handle of a node, an object or the article (index 0); the same one each time.
void ibid_push_node(lua_State *L, ibid_slot *slot, int32_t index);
void ibid_push_object(lua_State *L, ibid_slot *slot, ibid_type type, int32_t index);

/// Raises where the article of a handle is no longer open.
void ibid_check_open(lua_State *L, const ibid_handle *handle);

/// The handle at `index`, or NULL; it may be stale.
ibid_handle *ibid_to_handle(lua_State *L, int index);

/// The handle at `index` if it is of `type` (a kind of node where that is `node`); raises
/// otherwise.
ibid_handle *ibid_check_handle(lua_State *L, int index, ibid_type type);

/// Whether a handle's type is `type` or has it as its base.
bool ibid_is_a(const ibid_handle *handle, ibid_type type);

// --- handle_collection.c

/// Pushes a collection; the same one each time for one `member` and `owner`.
void ibid_push_collection(
    lua_State *L, ibid_slot *slot, ibid_member member, int32_t owner, ibid_handle shape);
/// Pushes the element at `at`, from 0 and below `count`.
void ibid_push_element(lua_State *L, const ibid_handle *handle, uint32_t at);
/// `__len` and `__pairs` of collections.
int ibid_collection_length(lua_State *L);
int ibid_collection_pairs(lua_State *L);
/// `ipairs`, with Lua's own as its upvalue, which does all but collections.
int ibid_collection_ipairs(lua_State *L);
/// Pushes the elements of the collection at `index` in a table; false (and nothing) for another
/// value.
bool ibid_collection_to_table(lua_State *L, int index);

// --- handle_text.c

void ibid_push_text_range(lua_State *L, const ibid_slot *slot, ibid_range range);
void ibid_push_optional(lua_State *L, ibid_text text);
/// The texts of an article's blocks, a blank line between them.
void ibid_push_article_text(lua_State *L, const ibid_slot *slot);
/// Whether a node's own text is part of the article's running text.
bool ibid_is_running_text(const ibid_node *node);
/// The first block from `index` on whose text is running text, or -1.
int32_t ibid_next_running(const ibid_article_view *view, int32_t index);
/// The sentences or words of a node's text, in the text arena, as part of the slot's ranges.
ibid_range ibid_segments_of(lua_State *L, ibid_slot *slot, int32_t node, ibid_unit unit);
/// Raises the abort for a host that ran out of memory.
_Noreturn void ibid_raise_no_memory(lua_State *L);
/// Pushes a table of the sentences or words of any text.
void ibid_push_segments(lua_State *L, ibid_text text, ibid_text language, ibid_unit unit);

// --- handle_parts.c, handle_table.c

/// Pushes the name of the style number `wanted` (from 0) of those that are set; "text" for none.
void ibid_push_style(lua_State *L, uint8_t bits, uint32_t wanted);
/// Pushes the collection of the cells of a row.
void ibid_push_row(lua_State *L, ibid_slot *slot, int32_t row);

// --- host_object.c

/// Pushes a new metatable for matchers or vectors, whose userdata are no handles.
void ibid_push_object_metatable(lua_State *L, ibid_type type);

// --- handle_show.c

/// `tostring` of a handle: `paragraph @11:1 "So far, Japan is …"`.
int ibid_handle_tostring(lua_State *L);

// --- handle_count.c

/// The unit of that name; `IBID_UNIT_COUNT` where there is none.
ibid_unit ibid_find_unit(const char *name);
/// The unit that the string at `index` names; raises a bad argument otherwise.
ibid_unit ibid_check_unit(lua_State *L, int index);
/// How many of a unit an article has; kept once it is counted.
int64_t ibid_count_article(lua_State *L, ibid_slot *slot, ibid_unit unit);
/// Counts words, sentences, syllables or characters of any text.
int64_t ibid_count_text(lua_State *L, ibid_text text, ibid_text language, ibid_unit unit);

// --- accessors and functions, one for each declaration

#define FIELD(type, name, signature, since, doc, example) \
  void ibid_get_##type##_##name(lua_State *L, const ibid_handle *handle);
#define METHOD(type, name, signature, since, doc, example) \
  int ibid_do_##type##_##name(lua_State *L);
#define FUNCTION METHOD
#include "api_members.def"
#undef FIELD
#undef METHOD
#undef FUNCTION

#endif
