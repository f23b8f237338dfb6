// The CPU budget: one POSIX timer per thread on the thread's own CPU clock.
//
// Until it fires nothing is counted and no hook is set, so an unreached deadline costs two system
// calls a run. The signal goes to the thread that runs Lua; its handler finds the states under a
// deadline through a thread-local list, so a late signal finds nothing rather than a freed state.
#define _GNU_SOURCE

#include <errno.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "profile.h"

// glibc hides the member behind its internal name in the release that Debian 12 has.
#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

enum { NANOSECONDS = 1000000000, REPEAT_NS = 10000000 };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t thread_end;
static int signal_number;

static _Thread_local ibid_lua *volatile innermost;
static _Thread_local timer_t timer;
static _Thread_local bool has_timer;

uint64_t ibid_thread_cpu(void) {
  struct timespec now;
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) != 0) return 0;
  return (uint64_t)now.tv_sec * NANOSECONDS + (uint64_t)now.tv_nsec;
}

ibid_lua *ibid_innermost(void) { return innermost; }

static void on_signal(int number) {
  (void)number;
  int saved = errno;
  uint64_t now = ibid_thread_cpu();
  for (ibid_lua *state = innermost; state != NULL; state = state->outer) {
    if (state->interrupted) ibid_request_abort(state, IBID_INTERRUPTED);
    if (state->deadline != 0 && now >= state->deadline) ibid_request_abort(state, IBID_TIMEOUT);
  }
  errno = saved;
}

static void delete_timer(void *unused) {
  (void)unused;
  if (has_timer) timer_delete(timer);
  has_timer = false;
}

static void install(void) {
  signal_number = SIGRTMIN + 5;
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
  pthread_key_create(&thread_end, delete_timer);
}

bool ibid_lua_prepare_thread(void) {
  pthread_once(&once, install);
  if (has_timer) return true;
  // Threads of a pool may block all signals; this one has to arrive.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, signal_number);
  pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
  struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = signal_number};
  event.sigev_notify_thread_id = (int)syscall(SYS_gettid);
  has_timer = timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &timer) == 0;
  // Any value but NULL makes the destructor run at the thread's end.
  if (has_timer) pthread_setspecific(thread_end, &has_timer);
  return has_timer;
}

static struct timespec to_timespec(uint64_t nanoseconds) {
  return (struct timespec){
      .tv_sec = (time_t)(nanoseconds / NANOSECONDS),
      .tv_nsec = (long)(nanoseconds % NANOSECONDS)};
}

// Sets the timer to the earliest deadline on this thread. It repeats, in case that a signal came
// while the coroutine that it armed was just being left.
static void set_timer(void) {
  uint64_t earliest = 0;
  for (ibid_lua *state = innermost; state != NULL; state = state->outer) {
    if (state->deadline != 0 && (earliest == 0 || state->deadline < earliest))
      earliest = state->deadline;
  }
  if (!has_timer) return;
  struct itimerspec value = {.it_value = to_timespec(earliest)};
  if (earliest != 0) value.it_interval = to_timespec(REPEAT_NS);
  timer_settime(timer, TIMER_ABSTIME, &value, NULL);
}

// Starts the clock with what is left of the budget.
static void start_clock(ibid_lua *self) {
  self->started = ibid_thread_cpu();
  uint64_t budget = self->limits.cpu_ns;
  uint64_t left = budget > self->spent ? budget - self->spent : 1;
  self->deadline = budget == 0 ? 0 : self->started + left;
}

bool ibid_deadline_enter(ibid_lua *self) {
  if (!ibid_lua_prepare_thread() && self->limits.cpu_ns != 0) return false;
  start_clock(self);
  self->owner = (int)syscall(SYS_gettid);
  self->outer = innermost;
  innermost = self;
  if (self->deadline != 0) set_timer();
  if (self->interrupted) ibid_request_abort(self, IBID_INTERRUPTED);
  if (self->profile != NULL) ibid_profile_start_clock(self);
  return true;
}

void ibid_deadline_pause(ibid_lua *self) {
  if (self->profile != NULL) ibid_profile_stop_clock(self);
  self->spent += ibid_thread_cpu() - self->started;
  self->started = ibid_thread_cpu();
  self->deadline = 0;
  set_timer();
}

void ibid_deadline_resume(ibid_lua *self) {
  start_clock(self);
  set_timer();
  if (self->profile != NULL) ibid_profile_start_clock(self);
}

void ibid_deadline_restart(ibid_lua *self) {
  self->spent = 0;
  start_clock(self);
  if (self->deadline != 0) set_timer();
}

void ibid_deadline_leave(ibid_lua *self) {
  if (self->profile != NULL) ibid_profile_stop_clock(self);
  bool had_deadline = self->deadline != 0;
  innermost = self->outer;
  self->owner = 0;
  self->deadline = 0;
  self->outer = NULL;
  self->spent += ibid_thread_cpu() - self->started;
  if (had_deadline) set_timer();
}

uint64_t ibid_lua_cpu(const ibid_lua *self) {
  return self->spent + (self->owner != 0 ? ibid_thread_cpu() - self->started : 0);
}

void ibid_lua_interrupt(ibid_lua *self) {
  self->interrupted = 1;
  int owner = self->owner;
  // The hook may only be set from the thread that runs Lua: pass the signal on to it.
  if (owner != 0) syscall(SYS_tgkill, getpid(), owner, signal_number);
}

void ibid_lua_interrupt_thread(void) {
  for (ibid_lua *state = innermost; state != NULL; state = state->outer) {
    state->interrupted = 1;
    ibid_request_abort(state, IBID_INTERRUPTED);
  }
}
