// cmark-gfm allocates a few small pieces for each word of a text and frees them one by one: a sixth
// of its time. Here pieces come from blocks, one behind the other, and are freed with their tree.
//
// cmark-gfm has an arena of its own, which is one for all threads and cannot be given back in part.
#include "CMarkdownArena.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 256 << 10, KEPT_BLOCKS = 16, LARGEST_PIECE = 16 << 10, ALIGNMENT = 16 };

// Stands before each piece.
typedef struct {
  _Alignas(ALIGNMENT) size_t size;
  size_t large_index;  // in `large` and one more; 0 for a piece of a block
} header;

typedef struct block {
  struct block *next;
  _Alignas(ALIGNMENT) unsigned char bytes[BLOCK_BYTES];
} block;

// The first blocks stay for the next tree, whichever thread makes it: new ones are new pages, which took a fifth of the
// time of texts of 100 kB.
static _Atomic(block *) spare;
static _Thread_local block *first, *current;
// What is left of the block in hand.
static _Thread_local unsigned char *room, *room_end;
// Pieces that are too large for a block are malloc's.
static _Thread_local header **large;
static _Thread_local size_t large_count, large_room;
static _Thread_local bool is_open;

static void *must(void *memory) {
  // As cmark-gfm itself does: it cannot go on, and its callers cannot know.
  if (memory == NULL) abort();
  return memory;
}

static header *header_of(void *piece) { return (header *)piece - 1; }

static size_t rounded(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

__attribute__((noinline)) static void *allocate_large(size_t size) {
  if (large_count == large_room) {
    large_room = large_room * 2 + 16;
    large = must(realloc(large, large_room * sizeof *large));
  }
  header *piece = must(calloc(1, sizeof *piece + size));
  piece->size = size;
  large[large_count++] = piece;
  piece->large_index = large_count;
  return piece + 1;
}

static void begin_block(block *begun) {
  current = begun;
  room = begun == NULL ? NULL : begun->bytes;
  room_end = begun == NULL ? NULL : begun->bytes + BLOCK_BYTES;
}

__attribute__((noinline)) static void add_block(void) {
  if (current != NULL && current->next != NULL) {
    begin_block(current->next);
    return;
  }
  block *made = must(malloc(sizeof *made));
  made->next = NULL;
  if (current != NULL) current->next = made;
  else first = made;
  begin_block(made);
}

static void *allocate(size_t size) {
  size_t wanted = sizeof(header) + rounded(size);
  if (wanted > LARGEST_PIECE) return allocate_large(size);
  if (wanted > (size_t)(room_end - room)) add_block();
  header *piece = (header *)(void *)room;
  room += wanted;
  memset(piece, 0, wanted);
  piece->size = size;
  return piece + 1;
}

static void *arena_calloc(size_t count, size_t size) {
  size_t total;
  if (__builtin_mul_overflow(count, size, &total) || total > SIZE_MAX / 2) abort();
  return allocate(total);
}

static void free_large(header *piece) {
  header *last = large[--large_count];
  large[piece->large_index - 1] = last;
  last->large_index = piece->large_index;
  free(piece);
}

static void arena_free(void *piece) {
  if (piece != NULL && header_of(piece)->large_index != 0) free_large(header_of(piece));
}

static void *arena_realloc(void *piece, size_t size) {
  if (piece == NULL) return allocate(size);
  header *old = header_of(piece);
  if (old->large_index != 0) {
    header *grown = must(realloc(old, sizeof *grown + size));
    grown->size = size;
    large[grown->large_index - 1] = grown;
    return grown + 1;
  }
  if (size <= rounded(old->size)) {
    old->size = size;
    return piece;
  }
  void *moved = allocate(size);
  memcpy(moved, piece, old->size);
  return moved;
}

static void free_blocks(block *rest) {
  while (rest != NULL) {
    block *next = rest->next;
    free(rest);
    rest = next;
  }
}

void ibid_markdown_arena_open(void) {
  if (is_open) abort();
  is_open = true;
  first = atomic_exchange(&spare, NULL);
  begin_block(first);
}

void ibid_markdown_arena_close(void) {
  is_open = false;
  while (large_count > 0) free_large(large[large_count - 1]);
  free(large);
  large = NULL;
  large_room = 0;
  if (first == NULL) return;
  block *last = first;
  for (int kept = 1; kept < KEPT_BLOCKS && last->next != NULL; kept++) last = last->next;
  free_blocks(last->next);
  last->next = NULL;
  free_blocks(atomic_exchange(&spare, first));
  first = NULL;
  begin_block(NULL);
}

cmark_mem *ibid_markdown_memory(void) {
  static cmark_mem memory = {arena_calloc, arena_realloc, arena_free};
  return &memory;
}
