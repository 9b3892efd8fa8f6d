#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "processes.h"
#include "tree.h"

// Reads paths until the last writer is gone, then removes them.
static void guard(int input) {
  size_t capacity = 1 << 16, length = 0;
  char *text = malloc(capacity);
  if (!text) _exit(1);
  for (;;) {
    if (length == capacity) {
      char *larger = realloc(text, 2 * capacity);
      if (!larger) break;
      text = larger;
      capacity *= 2;
    }
    ssize_t got = read(input, text + length, capacity - length);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    length += (size_t)got;
  }
  for (size_t start = 0, i = 0; i < length; i++) {
    if (text[i] != 0) continue;
    if (text[start] == '/') ketbook_remove(AT_FDCWD, text + start, 0);
    start = i + 1;
  }
  _exit(0);
}

int ketbook_guard(int *descriptor, pid_t *process) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  pid_t child = fork();
  if (child < 0) {
    int error = errno;
    close(ends[0]);
    close(ends[1]);
    return error;
  }
  if (child == 0) {
    // A session of its own, so that a signal to Ketbook's whole group does not reach it.
    setsid();
    prctl(PR_SET_NAME, "ketbook-guard");
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    int input = dup2(ends[0], 0);
    close_range(1, ~0U, 0);
    guard(input);
  }
  close(ends[0]);
  *descriptor = ends[1];
  *process = child;
  return 0;
}
