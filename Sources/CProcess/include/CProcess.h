// Process calls of Linux that Swift cannot make: variadic ones, and those that glibc declares for GNU only.
#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdbool.h>
#include <sys/types.h>

/// A process that was started, and this process's ends of its pipes; neither blocks, neither is inherited.
struct ibid_process {
  pid_t pid;
  int standard_input;
  int standard_output;
};

/// Starts this executable again with the given arguments (the first is its name, the last NULL). It inherits
/// two pipes and standard error, nothing else, and has SIGINT, SIGTERM, SIGHUP and SIGUSR1 blocked. Returns 0, or an errno.
int ibid_start_process(char *const arguments[], struct ibid_process *process);

/// Starts a program that is found on PATH, with no input, and with both of its outputs in one pipe, which
/// `output` reads; it inherits nothing else. Returns 0, or an errno.
int ibid_start_program(char *const arguments[], pid_t *pid, int *output);

/// Has the kernel kill this process when the thread that started it ends. Returns 0, or an errno.
int ibid_die_with_parent(void);

/// Gives this process the name that process lists show, of at most 15 bytes.
void ibid_name_process(const char *name);

/// Blocks SIGINT, SIGTERM, SIGUSR1 and, unless it is ignored, SIGHUP, and returns a descriptor that is readable when one is
/// pending; -1 on failure.
int ibid_open_interrupts(void);

/// Takes one pending signal from the descriptor; 0 where none is pending.
int ibid_take_interrupt(int descriptor);

/// Asks a process that called `ibid_receive_requests_to_stop` to stop what has the given number. Safe in a
/// signal handler. Returns 0, or an errno.
int ibid_ask_to_stop(pid_t pid, int number);

/// Has `handler` called, as a signal handler, with the number of each request to stop. Returns 0, or an errno.
int ibid_receive_requests_to_stop(void (*handler)(int number));

/// Opens a descriptor that watches folders; -1 on failure. It does not block and is not inherited.
int ibid_open_watch(void);

/// Makes the descriptor readable after a file in a folder was written, moved there or removed. Returns 0, or an
/// errno.
int ibid_watch_folder(int descriptor, const char *path);

/// Takes the names of the files that changed, each with a zero byte behind it; 0 where there is none.
size_t ibid_take_changes(int descriptor, char *names, size_t size);

/// Opens a file that has no place on disk and is not inherited; -1 on failure.
int ibid_open_memory(void);

/// The name of a signal without SIG, or NULL.
const char *ibid_signal_name(int signal);

/// Waits until a descriptor is readable, for at most so many microseconds; true where it is.
bool ibid_wait_readable(int descriptor, long microseconds);

#endif
