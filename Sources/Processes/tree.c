#define _GNU_SOURCE
#include "tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// Sends SIGKILL to every direct child; grandchildren become direct ones as their parents die.
static int kill_children(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
  char text[8192];
  ssize_t length;
  long number = 0;
  while ((length = read(file, text, sizeof text)) > 0) {
    for (ssize_t i = 0; i < length; i++) {
      if (text[i] >= '0' && text[i] <= '9') {
        number = 10 * number + (text[i] - '0');
      } else if (number > 0) {
        kill((pid_t)number, SIGKILL);
        number = 0;
      }
    }
  }
  close(file);
  return 0;
}

void ketbook_kill_descendants(void) {
  for (;;) {
    kill_children();
    if (waitpid(-1, NULL, 0) < 0 && errno == ECHILD) return;
  }
}

void ketbook_remove(int folder, const char *name, int depth) {
  if (unlinkat(folder, name, 0) == 0 || errno == ENOENT) return;
  if (depth > 8) return;
  int inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (inner < 0) return;
  DIR *entries = fdopendir(inner);
  if (!entries) {
    close(inner);
    return;
  }
  struct dirent *entry;
  while ((entry = readdir(entries))) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    ketbook_remove(dirfd(entries), entry->d_name, depth + 1);
  }
  closedir(entries);
  unlinkat(folder, name, AT_REMOVEDIR);
}
