#ifndef KETBOOK_PROCESSES_H
#define KETBOOK_PROCESSES_H

#include <sys/types.h>

// Limits of a supervised process; 0 leaves the system's own.
struct ketbook_limits {
  unsigned long long memory;     // bytes of private memory
  unsigned long long file_size;  // bytes of the largest file it may write
  unsigned long long cpu;        // seconds of processor time
};

// Starts a program that dies with the calling thread's process.
//
// `descriptors[i]` becomes the child's descriptor i, every other one is closed. Returns 0 and the
// process id, or an errno value.
int ketbook_spawn(const char *path, char *const arguments[], char *const environment[],
                  const int *descriptors, int count, pid_t *process);

// The same below a supervisor process that outlives a killed caller long enough to kill every
// descendant of the program. `process` is the supervisor: its end means that nothing is left.
// It exits with the program's own exit code, or dies of the program's signal (without a core).
// SIGTERM to the supervisor kills the whole tree; SIGRTMAX-1 is passed on to the program.
int ketbook_supervise(const char *path, char *const arguments[], char *const environment[],
                      const int *descriptors, int count, const struct ketbook_limits *limits,
                      pid_t *process);

// Opens a pipe that programs started later do not inherit; 0 or -1.
int ketbook_pipe(int ends[2]);

// Asks a supervised program to say where it is and to end.
void ketbook_interrupt(pid_t supervisor);

// Starts a process that removes files and folders (one level of files and folders inside each)
// when the last copy of the returned descriptor closes, so also when the caller is killed.
// Write an absolute path and a NUL byte to the descriptor to name what to remove.
int ketbook_guard(int *descriptor, pid_t *process);

#endif
