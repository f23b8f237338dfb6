#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

/// The signals that the supervisor takes from a descriptor.
static sigset_t supervised_signals(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);
  sigaddset(&set, SIGUSR1);
  return set;
}

/// Such signals often reach the whole process group; what they mean for a worker its supervisor decides.
static int block_signals(posix_spawnattr_t *attributes) {
  sigset_t blocked = supervised_signals();
  int code = posix_spawnattr_setsigmask(attributes, &blocked);
  return code != 0 ? code : posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK);
}

static int spawn(char *const arguments[], int input, int output, pid_t *pid) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int code = posix_spawn_file_actions_init(&actions);
  if (code != 0) return code;
  code = posix_spawnattr_init(&attributes);
  if (code == 0) {
    code = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    if (code == 0) code = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    if (code == 0) code = posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    if (code == 0) code = block_signals(&attributes);
    if (code == 0) code = posix_spawn(pid, "/proc/self/exe", &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

static int set_non_blocking(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  return flags >= 0 && fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0 ? 0 : errno;
}

/// Bytes that a pipe to or from a process may hold: answers gather for milliseconds before they are read, and a
/// request to merge may have a megabyte.
enum { PIPE_SIZE = 1 << 18 };

int ibid_start_process(char *const arguments[], struct ibid_process *process) {
  int input[2];
  int output[2];
  if (pipe2(input, O_CLOEXEC) != 0) return errno;
  if (pipe2(output, O_CLOEXEC) != 0) {
    int code = errno;
    close(input[0]);
    close(input[1]);
    return code;
  }
  int code = set_non_blocking(input[1]);
  if (code == 0) code = set_non_blocking(output[0]);
  // Where the system allows no more than it gives by itself, that has to do.
  (void)fcntl(input[1], F_SETPIPE_SZ, PIPE_SIZE);
  (void)fcntl(output[0], F_SETPIPE_SZ, PIPE_SIZE);
  if (code == 0) code = spawn(arguments, input[0], output[1], &process->pid);
  close(input[0]);
  close(output[1]);
  if (code != 0) {
    close(input[1]);
    close(output[0]);
    return code;
  }
  process->standard_input = input[1];
  process->standard_output = output[0];
  return 0;
}

int ibid_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 ? 0 : errno; }

void ibid_name_process(const char *name) { prctl(PR_SET_NAME, name); }

int ibid_open_interrupts(void) {
  sigset_t set = supervised_signals();
  // Under nohup a closed terminal ends nothing; a blocked signal would come all the same.
  struct sigaction hangup;
  if (sigaction(SIGHUP, NULL, &hangup) == 0 && hangup.sa_handler == SIG_IGN) sigdelset(&set, SIGHUP);
  if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int ibid_take_interrupt(int descriptor) {
  struct signalfd_siginfo event;
  return read(descriptor, &event, sizeof event) == (ssize_t)sizeof event ? (int)event.ssi_signo : 0;
}

int ibid_open_memory(void) { return memfd_create("ibid", MFD_CLOEXEC); }

const char *ibid_signal_name(int signal) { return sigabbrev_np(signal); }

bool ibid_wait_readable(int descriptor, long microseconds) {
  struct pollfd waiting = {.fd = descriptor, .events = POLLIN};
  struct timespec limit = {.tv_sec = microseconds / 1000000, .tv_nsec = microseconds % 1000000 * 1000};
  return ppoll(&waiting, 1, &limit, NULL) > 0;
}
