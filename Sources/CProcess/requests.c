// Requests to stop: a signal that carries the number of what is to be stopped.
//
// A signal may come late, when its computation has ended and the next one runs. The number tells.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <string.h>

#include "CProcess.h"

static void (*volatile receiver)(int number);

// Real-time signals queue, so that an old request does not stand in the way of a new one. The Lua
// bridge has SIGRTMIN + 5 for its deadlines and SIGRTMIN + 6 for its profiles.
static int request_signal(void) { return SIGRTMIN + 7; }

int ibid_ask_to_stop(pid_t pid, int number) {
  union sigval value = {.sival_int = number};
  return sigqueue(pid, request_signal(), value) == 0 ? 0 : errno;
}

static void receive(int signal, siginfo_t *information, void *context) {
  (void)signal;
  (void)context;
  int saved = errno;
  if (receiver != NULL && information->si_code == SI_QUEUE)
    receiver(information->si_value.sival_int);
  errno = saved;
}

int ibid_receive_requests_to_stop(void (*handler)(int number)) {
  receiver = handler;
  struct sigaction action = {.sa_sigaction = receive, .sa_flags = SA_RESTART | SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  return sigaction(request_signal(), &action, NULL) == 0 ? 0 : errno;
}
