// The profiler: when to look at the stack, and what to charge to whom.
//
// A look is asked for by a timer's signal or by the allocator, and taken by a hook at the next event:
// an instruction or a return belong to the function that was running when it was asked for, a call
// to its caller. So a function in C that runs for long is charged at its return, with all the time
// since the look before. The timer is of one shot and set again after each look: hooks that are slow
// to set, as in a deep recursion, can not take all the time there is.
#define _GNU_SOURCE

#include "profile.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

enum { NANOSECONDS = 1000000000, PERIOD_NS = 500000, PERIOD_BYTES = 64 << 10 };

/// Functions of a stack that are looked at: finding a level costs its depth.
enum { DEEPEST = 100 };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int signal_number;

static void on_signal(int number, siginfo_t *signal, void *context) {
  (void)number;
  (void)context;
  int saved = errno;
  // A late signal names a profile that no running state has.
  for (ibid_lua *state = ibid_innermost(); state != NULL; state = state->outer) {
    ibid_profile *profile = state->profile;
    if (profile == NULL || profile != signal->si_value.sival_ptr) continue;
    profile->time_due = 1;
    ibid_arm_profile(state);
  }
  errno = saved;
}

static void install(void) {
  signal_number = SIGRTMIN + 6;
  struct sigaction action = {.sa_sigaction = on_signal};
  action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

// --- when

// Between half and one and a half of a period, so that samples do not keep step with the plugin
// (xorshift64, Marsaglia 2003).
static uint64_t around(ibid_profile *profile, uint64_t period) {
  uint64_t value = profile->random;
  value ^= value << 13;
  value ^= value >> 7;
  value ^= value << 17;
  profile->random = value;
  return period / 2 + value % period;
}

static void set_timer(ibid_profile *profile, uint64_t nanoseconds) {
  struct itimerspec value = {
      .it_value = {
          .tv_sec = (time_t)(nanoseconds / NANOSECONDS),
          .tv_nsec = (long)(nanoseconds % NANOSECONDS)}};
  timer_settime(profile->timer, 0, &value, NULL);
}

static void make_timer(ibid_profile *profile) {
  int thread = (int)syscall(SYS_gettid);
  if (profile->thread == thread) return;
  if (profile->thread != 0) timer_delete(profile->timer);
  profile->thread = 0;
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, signal_number);
  pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
  struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = signal_number};
  event.sigev_notify_thread_id = thread;
  event.sigev_value.sival_ptr = profile;
  // Not the thread's own clock: its timers fire at the kernel's tick, every 1 to 10 ms.
  if (timer_create(CLOCK_MONOTONIC, &event, &profile->timer) == 0) profile->thread = thread;
}

void ibid_profile_start_clock(ibid_lua *self) {
  ibid_profile *profile = self->profile;
  pthread_once(&once, install);
  make_timer(profile);
  if (profile->left == 0) profile->left = around(profile, PERIOD_NS);
  profile->entered = ibid_thread_cpu();
  if (profile->thread != 0) set_timer(profile, profile->left);
}

static uint64_t time_in_lua(const ibid_profile *profile) {
  return profile->nanoseconds + (ibid_thread_cpu() - profile->entered);
}

static void charge_time(ibid_profile *profile, int32_t node) {
  uint64_t now = time_in_lua(profile);
  profile->nodes[node].nanoseconds += now - profile->charged_nanoseconds;
  profile->charged_nanoseconds = now;
  profile->samples++;
}

static void charge_memory(ibid_profile *profile, int32_t node) {
  profile->nodes[node].bytes += profile->bytes - profile->charged_bytes;
  profile->nodes[node].allocations += profile->allocations - profile->charged_allocations;
  profile->charged_bytes = profile->bytes;
  profile->charged_allocations = profile->allocations;
  profile->next_bytes = profile->bytes + around(profile, PERIOD_BYTES);
}

void ibid_profile_stop_clock(ibid_lua *self) {
  ibid_profile *profile = self->profile;
  struct itimerspec none = {0}, rest = {0};
  if (profile->thread != 0) timer_settime(profile->timer, 0, &none, &rest);
  profile->left = (uint64_t)rest.it_value.tv_sec * NANOSECONDS + (uint64_t)rest.it_value.tv_nsec;
  // Asked for at the very end, where no event came any more: the host's part of the work.
  if (profile->time_due) charge_time(profile, 0);
  if (profile->memory_due) charge_memory(profile, 0);
  profile->time_due = profile->memory_due = 0;
  uint64_t now = ibid_thread_cpu();
  profile->nanoseconds += now - profile->entered;
  if (profile->result_start != 0) profile->result_nanoseconds += now - profile->result_start;
  profile->entered = profile->result_start = 0;
}

void ibid_profile_begin_result(ibid_lua *self) {
  if (self->profile != NULL) self->profile->result_start = ibid_thread_cpu();
}

static void *allocate(void *context, void *block, size_t old_size, size_t new_size) {
  ibid_lua *self = context;
  size_t held = block == NULL ? 0 : old_size;
  void *moved = ibid_allocate(context, block, old_size, new_size);
  ibid_profile *profile = self->profile;
  // Without a function that runs there is nobody to charge.
  if (moved == NULL || new_size <= held || profile->entered == 0) return moved;
  profile->allocations++;
  profile->bytes += new_size - held;
  if (profile->bytes < profile->next_bytes || profile->memory_due) return moved;
  profile->memory_due = 1;
  ibid_arm_profile(self);
  return moved;
}

// --- who

typedef struct {
  int32_t frames[DEEPEST + 1];  // innermost first
  int count;
} call_path;

static void add_frame(call_path *path, int32_t frame) {
  if (frame >= 0 && path->count < DEEPEST) path->frames[path->count++] = frame;
}

// Adds the functions of a coroutine from `level` on.
static void walk(lua_State *L, ibid_profile *profile, int level, call_path *path) {
  ibid_lua *self = ibid_self(L);
  lua_Debug activation, next;
  bool has_more = lua_getstack(L, level, &activation);
  while (has_more && path->count < DEEPEST) {
    has_more = lua_getstack(L, ++level, &next);
    // The outermost is what the host calls Lua by; it is of interest when it works itself.
    bool is_door = !has_more && L == self->main;
    if (!is_door) add_frame(path, ibid_profile_frame_of(L, profile, &activation));
    else if (path->count == 0) {
      const char *name = profile->result_start != 0 ? "(result)" : "(arguments)";
      add_frame(path, ibid_profile_frame_named(profile, name));
    }
    activation = next;
  }
}

static int32_t node_of_stack(lua_State *L, ibid_profile *profile, int level) {
  call_path path = {.count = 0};
  walk(L, profile, level, &path);
  ibid_resume *resume = ibid_self(L)->resumes;
  for (; resume != NULL; resume = resume->outer) walk(resume->from, profile, 0, &path);
  int32_t node = 0;
  if (path.count == DEEPEST) {
    int32_t cut = ibid_profile_frame_named(profile, "(deeper)");
    if (cut >= 0) node = ibid_profile_child(profile, node, cut);
  }
  for (int at = path.count; at-- > 0;) node = ibid_profile_child(profile, node, path.frames[at]);
  return node;
}

void ibid_profile_sample(lua_State *L, int event) {
  ibid_profile *profile = ibid_self(L)->profile;
  if (!profile->time_due && !profile->memory_due) return;
  int32_t node = node_of_stack(L, profile, event == LUA_HOOKCALL ? 1 : 0);
  if (profile->memory_due) charge_memory(profile, node);
  profile->memory_due = 0;
  if (!profile->time_due) return;
  charge_time(profile, node);
  // Off before the timer is set, which may fire at once.
  profile->time_due = 0;
  set_timer(profile, around(profile, PERIOD_NS));
}

bool ibid_profile_is_due(const ibid_lua *self) {
  const ibid_profile *profile = self->profile;
  return profile != NULL && (profile->time_due || profile->memory_due);
}

// --- life

ibid_profile *ibid_profile_create(void) {
  ibid_profile *profile = calloc(1, sizeof *profile);
  if (profile == NULL) return NULL;
  profile->random = 0x9e3779b97f4a7c15u;
  profile->next_bytes = around(profile, PERIOD_BYTES);
  if (ibid_profile_open_tree(profile)) return profile;
  ibid_profile_free(profile);
  return NULL;
}

void ibid_profile_free(ibid_profile *profile) {
  if (profile == NULL) return;
  if (profile->thread != 0) timer_delete(profile->timer);
  ibid_profile_free_tree(profile);
  free(profile);
}

static int note_functions(lua_State *L) {
  ibid_profile_note_functions(L, lua_touserdata(L, 1));
  return 0;
}

ibid_status ibid_lua_set_profile(ibid_lua *self, ibid_profile *profile) {
  ibid_status status = ibid_protected(self, note_functions, profile);
  if (status != IBID_OK) return status;
  self->profile = profile;
  lua_setallocf(self->main, allocate, self);
  return IBID_OK;
}

ibid_profile_report ibid_profile_read(ibid_profile *profile) {
  // No sample was taken since the last one: nobody knows whose the rest is.
  profile->nodes[0].nanoseconds += profile->nanoseconds - profile->charged_nanoseconds;
  profile->charged_nanoseconds = profile->nanoseconds;
  charge_memory(profile, 0);
  return (ibid_profile_report){
      .nodes = profile->nodes,
      .node_count = profile->node_count,
      .frame_count = profile->frame_count,
      .samples = profile->samples,
      .nanoseconds = profile->nanoseconds,
      .result_nanoseconds = profile->result_nanoseconds,
      .bytes = profile->bytes,
      .allocations = profile->allocations,
  };
}
