#define _GNU_SOURCE
#include "processes.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tree.h"

enum { MOST_DESCRIPTORS = 16 };

static void limit(int resource, unsigned long long value) {
  if (value == 0) return;
  struct rlimit bound = {value, value};
  setrlimit(resource, &bound);
}

// In the child, between fork and exec: only calls that are safe there.
static void become(const char *path, char *const arguments[], char *const environment[],
                   const int *descriptors, int count, int report) {
  int moved[MOST_DESCRIPTORS];
  // First out of the way, so that no target overwrites a source.
  for (int i = 0; i < count; i++) moved[i] = fcntl(descriptors[i], F_DUPFD_CLOEXEC, 64);
  int kept = fcntl(report, F_DUPFD_CLOEXEC, 64 + count);
  for (int i = 0; i < count; i++) dup2(moved[i], i);
  close_range(count, kept - 1, 0);
  close_range(kept + 1, ~0U, 0);

  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  execve(path, arguments, environment);
  int error = errno;
  (void)!write(kept, &error, sizeof error);
  _exit(127);
}

static int started(int report, pid_t child) {
  int error = 0;
  ssize_t got;
  do got = read(report, &error, sizeof error);
  while (got < 0 && errno == EINTR);
  close(report);
  if (got == sizeof error) {
    waitpid(child, NULL, 0);
    return error;
  }
  return 0;
}

int ketbook_spawn(const char *path, char *const arguments[], char *const environment[],
                  const int *descriptors, int count, pid_t *process) {
  if (count > MOST_DESCRIPTORS) return EINVAL;
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return errno;
  pid_t parent = getpid();
  pid_t child = fork();
  if (child < 0) {
    int error = errno;
    close(report[0]);
    close(report[1]);
    return error;
  }
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);
    become(path, arguments, environment, descriptors, count, report[1]);
  }
  close(report[1]);
  *process = child;
  return started(report[0], child);
}

// Waits for the program and for everything it left behind.
static void supervise(pid_t child, const sigset_t *watched) {
  int status = 0;
  for (;;) {
    int ended = 0;
    pid_t one;
    int state;
    while ((one = waitpid(-1, &state, WNOHANG)) > 0) {
      if (one == child) {
        status = state;
        ended = 1;
      }
    }
    if (ended) break;
    siginfo_t signal_info;
    int number = sigwaitinfo(watched, &signal_info);
    if (number == SIGTERM || number == SIGINT || number == SIGHUP) {
      status = SIGKILL;
      break;
    }
    if (number == SIGRTMAX - 1) kill(child, SIGRTMAX - 1);
  }
  ketbook_kill_descendants();
  if (WIFSIGNALED(status)) {
    int number = WTERMSIG(status);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    signal(number, SIG_DFL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
    kill(getpid(), number);
    _exit(128 + number);
  }
  _exit(WEXITSTATUS(status));
}

int ketbook_supervise(const char *path, char *const arguments[], char *const environment[],
                      const int *descriptors, int count, const struct ketbook_limits *limits,
                      pid_t *process) {
  if (count > MOST_DESCRIPTORS) return EINVAL;
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return errno;
  pid_t parent = getpid();
  pid_t supervisor = fork();
  if (supervisor < 0) {
    int error = errno;
    close(report[0]);
    close(report[1]);
    return error;
  }
  if (supervisor == 0) {
    // A process group of its own: Ctrl-C reaches Ketbook alone, which then ends us in order.
    setpgid(0, 0);
    prctl(PR_SET_NAME, "ketbook-guard");
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    sigset_t watched;
    sigemptyset(&watched);
    int numbers[] = {SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGRTMAX - 1};
    for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaddset(&watched, numbers[i]);
    sigprocmask(SIG_BLOCK, &watched, NULL);
    signal(SIGCHLD, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(127);
    pid_t self = getpid();
    pid_t child = fork();
    if (child < 0) {
      int error = errno;
      (void)!write(report[1], &error, sizeof error);
      _exit(127);
    }
    if (child == 0) {
      setpgid(0, 0);
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (getppid() != self) _exit(127);
      struct rlimit none = {0, 0};
      setrlimit(RLIMIT_CORE, &none);
      limit(RLIMIT_DATA, limits->memory);
      limit(RLIMIT_FSIZE, limits->file_size);
      limit(RLIMIT_CPU, limits->cpu);
      become(path, arguments, environment, descriptors, count, report[1]);
    }
    close_range(0, ~0U, 0);
    supervise(child, &watched);
  }
  close(report[1]);
  *process = supervisor;
  return started(report[0], supervisor);
}

void ketbook_interrupt(pid_t supervisor) { kill(supervisor, SIGRTMAX - 1); }

int ketbook_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
