#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include "internal.h"

void ketbook_watch_throws(void);

enum { SIGNAL = 1, EXIT = 3, INTERRUPTED = 4, STACK = 1 << 18 };

static int account(void *context, struct ketbook_frame *frames) {
#if defined(__x86_64__)
  const ucontext_t *state = context;
  int count = ketbook_walk((uintptr_t)state->uc_mcontext.gregs[REG_RIP],
                           (uintptr_t)state->uc_mcontext.gregs[REG_RBP], frames, MOST_FRAMES);
#elif defined(__aarch64__)
  const ucontext_t *state = context;
  int count = ketbook_walk((uintptr_t)state->uc_mcontext.pc,
                           (uintptr_t)state->uc_mcontext.regs[29], frames, MOST_FRAMES);
#else
  int count = 0;
#endif
  return count > 0 ? count : ketbook_current_frames(frames, MOST_FRAMES);
}

static void on_deadly_signal(int number, siginfo_t *info, void *context) {
  (void)info;
  struct ketbook_frame frames[MOST_FRAMES];
  ketbook_channel_failure(SIGNAL, number, frames, account(context, frames));
  signal(number, SIG_DFL);
  raise(number);
}

static void on_interrupt(int number, siginfo_t *info, void *context) {
  (void)number;
  (void)info;
  struct ketbook_frame frames[MOST_FRAMES];
  ketbook_channel_failure(INTERRUPTED, 0, frames, account(context, frames));
  _exit(124);
}

void ketbook_install_handlers(void) {
  // A stack of its own, since an overflowing recursion leaves no room on the thread's.
  void *memory = mmap(NULL, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory != MAP_FAILED) {
    stack_t stack = {.ss_sp = memory, .ss_size = STACK};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action = {.sa_sigaction = on_deadly_signal,
                             .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGXFSZ, SIGXCPU, SIGSYS};
  for (unsigned i = 0; i < sizeof deadly / sizeof *deadly; i++) sigaction(deadly[i], &action, NULL);
  action.sa_sigaction = on_interrupt;
  sigaction(SIGRTMAX - 1, &action, NULL);
  ketbook_watch_throws();
}

// Takes the place of the runtime's own function for the segments, which are bound to the
// executable's symbols first: an error that a cell does not catch ends here.
void swift_errorInMain(void *error) {
  if (ketbook_session_running()) ketbook_uncaught_error(error);
  void (*original)(void *) = (void (*)(void *))dlsym(RTLD_NEXT, "swift_errorInMain");
  if (original) original(error);
  abort();
}

// Takes the place of the C library's, so that a cell that calls it is named.
void exit(int code) {
  if (ketbook_session_running()) {
    struct ketbook_frame frames[MOST_FRAMES];
    int count = ketbook_current_frames(frames, MOST_FRAMES);
    if (count > 0) ketbook_channel_failure(EXIT, code, frames, count);
  }
  void (*original)(int) = (void (*)(int))dlsym(RTLD_NEXT, "exit");
  if (original) original(code);
  _exit(code);
}

void ketbook_end(int code) {
  ketbook_channel_flush();
  _exit(code);
}
