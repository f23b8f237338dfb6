// Memory for one tree of cmark-gfm, given back as a whole.
#ifndef IBID_MARKDOWN_ARENA_H
#define IBID_MARKDOWN_ARENA_H

#include <cmark-gfm.h>

/// Starts to serve `ibid_markdown_memory` on the calling thread; one tree at a time has it.
void ibid_markdown_arena_open(void);

/// Frees all that was allocated since `ibid_markdown_arena_open`, on the same thread.
void ibid_markdown_arena_close(void);

/// The memory for `cmark_parser_new_with_mem`. Freeing a small piece does nothing.
cmark_mem *ibid_markdown_memory(void);

#endif
