// Tells what a plugin is doing while it does it: a signal arms the hook that a deadline would arm.
#define _GNU_SOURCE

#include <errno.h>
#include <pthread.h>
#include <unistd.h>

#include "errors.h"
#include "internal.h"

static int target = -1;

static void tell(const char *bytes, size_t count) {
  // Nobody to tell: the plugin goes on all the same.
  if (write(target, bytes, count) < 0) errno = 0;
}

static void on_signal(int number) {
  (void)number;
  static const char idle[] = "  not in Lua: reading an article, or waiting for one\n";
  int saved = errno;
  ibid_lua *state = ibid_innermost();
  if (state == NULL) {
    tell(idle, sizeof idle - 1);
  } else {
    state->trace = 1;
    ibid_arm(state);
  }
  errno = saved;
}

void ibid_lua_trace_on(int signal, int descriptor) {
  target = descriptor;
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, signal);
  pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
}

static void indent(const ibid_bytes *frames, ibid_bytes *out) {
  bool is_start = true;
  for (size_t index = 0; index < frames->count; index++) {
    if (is_start) ibid_bytes_text(out, "  ");
    ibid_bytes_byte(out, frames->data[index]);
    is_start = frames->data[index] == '\n';
  }
}

void ibid_tell_trace(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  ibid_bytes frames = {0};
  ibid_bytes lines = {0};
  self->trace = 0;
  ibid_write_traceback(L, 0, &frames);
  for (ibid_resume *resume = self->resumes; resume != NULL; resume = resume->outer)
    ibid_write_traceback(resume->from, 0, &frames);
  indent(&frames, &lines);
  tell(lines.data, lines.count);
  ibid_bytes_free(&frames);
  ibid_bytes_free(&lines);
}
