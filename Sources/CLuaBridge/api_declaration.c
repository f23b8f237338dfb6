// The declaration as data, for the Swift side.
#include "handle.h"

static const ibid_api_type types[] = {
#define TYPE(name, base, since, doc) {#name, #base, since, doc},
#include "api_types.def"
#undef TYPE
};

static const ibid_api_member members[] = {
#define DECLARE(kind, type, name, signature, since, doc, example) \
  {kind, #type, #name, signature, since, doc, example},
#define FIELD(...) DECLARE(IBID_FIELD, __VA_ARGS__)
#define METHOD(...) DECLARE(IBID_METHOD, __VA_ARGS__)
#define FUNCTION(...) DECLARE(IBID_FUNCTION, __VA_ARGS__)
#include "api_members.def"
#undef FIELD
#undef METHOD
#undef FUNCTION
};

const ibid_api_type *ibid_api_types(size_t *count) {
  *count = sizeof types / sizeof *types;
  return types;
}

const ibid_api_member *ibid_api_members(size_t *count) {
  *count = sizeof members / sizeof *members;
  return members;
}

const char *ibid_type_name(ibid_type type) { return types[type].name; }

const ibid_api_member *ibid_declaration(ibid_member member) { return &members[member - 1]; }
