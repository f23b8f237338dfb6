// Process calls of Linux that Swift cannot make: variadic ones, and headers outside its Glibc module.
#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdint.h>

/// Has the kernel kill this process when the thread that started it ends. Returns 0, or an errno.
int ibid_die_with_parent(void);

/// Blocks SIGINT and SIGTERM and returns a descriptor that is readable when one is pending; -1 on failure.
int ibid_open_interrupts(void);

/// Takes one pending signal from the descriptor; 0 where none is pending.
int ibid_take_interrupt(int descriptor);

#endif
