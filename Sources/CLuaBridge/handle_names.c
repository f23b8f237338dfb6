// From a name to a member: each name has a number, each type a row that says which member a number
// is.
#include <pthread.h>
#include <string.h>

#include "handle.h"
#include "suggestion.h"

static const ibid_type owners[IBID_MEMBER_COUNT] = {
    IBID_TYPE_none,
#define FIELD(type, name, signature, since, doc, example) IBID_TYPE_##type,
#define METHOD FIELD
#define FUNCTION FIELD
#include "api_members.def"
#undef FIELD
#undef METHOD
#undef FUNCTION
};

static const ibid_type bases[IBID_TYPE_COUNT] = {
#define TYPE(name, base, since, doc) IBID_TYPE_##base,
#include "api_types.def"
#undef TYPE
};

static const char *names[IBID_MAX_NAMES];  // from 1
static int name_count;
static uint8_t dispatch[IBID_TYPE_COUNT][IBID_MAX_NAMES];

_Static_assert(IBID_MEMBER_COUNT <= 256, "a member has to fit a byte of the dispatch table");

static int number_of(const char *name) {
  for (int number = 1; number <= name_count; number++)
    if (strcmp(names[number], name) == 0) return number;
  return 0;
}

static void build(void) {
  // First the members of bases, then a type's own, which hide them.
  for (int pass = 0; pass < 2; pass++) {
    for (int member = 1; member < IBID_MEMBER_COUNT; member++) {
      const char *name = ibid_declaration((ibid_member)member)->name;
      int number = number_of(name);
      if (number == 0 && name_count + 1 < IBID_MAX_NAMES) {
        number = ++name_count;
        names[number] = name;
      }
      ibid_type owner = owners[member];
      for (int type = 0; type < IBID_TYPE_COUNT; type++)
        if (pass == 0 ? bases[type] == owner : (ibid_type)type == owner)
          dispatch[type][number] = (uint8_t)member;
    }
  }
}

static void ensure_built(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, build);
}

int ibid_name_count(void) {
  ensure_built();
  return name_count;
}

const char *ibid_name(int number) { return names[number]; }

ibid_member ibid_member_of(ibid_type type, int name) { return (ibid_member)dispatch[type][name]; }

bool ibid_is_a(const ibid_handle *handle, ibid_type type) {
  return handle->type == type || bases[handle->type] == type;
}

static const char *nearest(ibid_type type, const char *name) {
  size_t count = strlen(name);
  int best = count < 3 ? 2 : count < 6 ? 3 : 4;  // fewer edits than this
  const char *found = NULL;
  for (int number = 1; number <= name_count; number++) {
    if (dispatch[type][number] == IBID_MEMBER_NONE) continue;
    int edits = ibid_edit_distance(name, count, names[number], strlen(names[number]));
    if (edits >= best) continue;
    best = edits;
    found = names[number];
  }
  return found;
}

_Noreturn void ibid_raise_unknown(lua_State *L, ibid_type type, const char *name) {
  const char *meant = nearest(type, name);
  if (meant == NULL) ibid_raise(L, "%s has no member '%s'", ibid_type_name(type), name);
  ibid_raise(L, "%s has no member '%s'; did you mean '%s'?", ibid_type_name(type), name, meant);
}
