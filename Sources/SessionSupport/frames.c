#define _GNU_SOURCE
#include <dirent.h>
#include <link.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>
#include <unwind.h>

#include "internal.h"

enum { MOST_SEGMENTS = 256 };

static struct segment {
  uintptr_t base, start, end;
} segments[MOST_SEGMENTS];
static int segment_count;

struct search {
  uintptr_t inside;
  struct segment found;
};

static int find_object(struct dl_phdr_info *object, size_t size, void *context) {
  (void)size;
  struct search *search = context;
  uintptr_t start = UINTPTR_MAX, end = 0;
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &object->dlpi_phdr[i];
    if (part->p_type != PT_LOAD) continue;
    uintptr_t from = object->dlpi_addr + part->p_vaddr, to = from + part->p_memsz;
    if (from < start) start = from;
    if (to > end) end = to;
  }
  if (search->inside < start || search->inside >= end) return 0;
  search->found = (struct segment){object->dlpi_addr, start, end};
  return 1;
}

void ketbook_segment_loaded(int number, const void *inside) {
  if (number < 0 || number >= MOST_SEGMENTS) return;
  struct search search = {.inside = (uintptr_t)inside};
  if (!dl_iterate_phdr(find_object, &search)) return;
  segments[number] = search.found;
  if (number >= segment_count) segment_count = number + 1;
}

static int add(uintptr_t address, struct ketbook_frame *frames, int count, int most) {
  if (count >= most) return count;
  for (int i = 0; i < segment_count; i++) {
    if (address < segments[i].start || address >= segments[i].end) continue;
    frames[count] = (struct ketbook_frame){(uint32_t)i, address - segments[i].base};
    return count + 1;
  }
  return count;
}

static int read_pair(uintptr_t at, uintptr_t pair[2]) {
  struct iovec local = {pair, 2 * sizeof *pair}, remote = {(void *)at, 2 * sizeof *pair};
  return process_vm_readv(getpid(), &local, 1, &remote, 1, 0) == 2 * sizeof *pair;
}

int ketbook_walk(uintptr_t pc, uintptr_t frame, struct ketbook_frame *frames, int most) {
  int count = pc ? add(pc, frames, 0, most) : 0;
  for (int depth = 0; depth < 4096 && count < most; depth++) {
    uintptr_t pair[2];
    if (frame == 0 || frame % sizeof(uintptr_t) != 0 || !read_pair(frame, pair)) break;
    // A return address points behind the call, which may be the next line already.
    if (pair[1]) count = add(pair[1] - 1, frames, count, most);
    if (pair[0] <= frame) break;
    frame = pair[0];
  }
  return count;
}

struct unwinding {
  struct ketbook_frame *frames;
  int count, most;
};

static _Unwind_Reason_Code one_frame(struct _Unwind_Context *context, void *argument) {
  struct unwinding *unwinding = argument;
  int before = 0;
  uintptr_t address = _Unwind_GetIPInfo(context, &before);
  if (!before) address--;
  unwinding->count = add(address, unwinding->frames, unwinding->count, unwinding->most);
  return unwinding->count < unwinding->most ? _URC_NO_REASON : _URC_END_OF_STACK;
}

int ketbook_current_frames(struct ketbook_frame *frames, int most) {
  int count = ketbook_walk(0, (uintptr_t)__builtin_frame_address(0), frames, most);
  if (count > 0) return count;
  // Code without frame pointers hid the segment; tables know better but take longer.
  struct unwinding unwinding = {frames, 0, most};
  _Unwind_Backtrace(one_frame, &unwinding);
  return unwinding.count;
}

// Swift calls this at every `throw` once it is set.
extern _Atomic(void (*)(void *)) _swift_willThrow;

static struct {
  const void *error;
  uintptr_t addresses[MOST_FRAMES];
  int count;
} thrown;
static pthread_t main_thread;
static uintptr_t stack_end;

static void note_throw(void *error) {
  // A direct read is fast enough for errors thrown in a loop, and safe on a stack whose end is known.
  if (!pthread_equal(pthread_self(), main_thread)) return;
  uintptr_t frame = (uintptr_t)__builtin_frame_address(0);
  int count = 0;
  while (count < MOST_FRAMES && frame && frame % sizeof(uintptr_t) == 0 &&
         frame + 2 * sizeof frame <= stack_end) {
    const uintptr_t *pair = (const uintptr_t *)frame;
    thrown.addresses[count++] = pair[1] - 1;
    if (pair[0] <= frame) break;
    frame = pair[0];
  }
  thrown.error = error;
  thrown.count = count;
}

int ketbook_thrown_frames(const void *error, struct ketbook_frame *frames, int most) {
  if (error != thrown.error) return 0;
  int count = 0;
  for (int i = 0; i < thrown.count; i++) count = add(thrown.addresses[i], frames, count, most);
  return count;
}

void ketbook_watch_throws(void) {
  main_thread = pthread_self();
  pthread_attr_t attributes;
  if (pthread_getattr_np(main_thread, &attributes) != 0) return;
  void *base;
  size_t size;
  if (pthread_attr_getstack(&attributes, &base, &size) == 0) stack_end = (uintptr_t)base + size;
  pthread_attr_destroy(&attributes);
  if (stack_end) atomic_store(&_swift_willThrow, note_throw);
}

int ketbook_thread_count(void) {
  DIR *tasks = opendir("/proc/self/task");
  if (!tasks) return 0;
  int count = 0;
  struct dirent *entry;
  while ((entry = readdir(tasks))) count += entry->d_name[0] != '.';
  closedir(tasks);
  return count;
}

int ketbook_fork(void) { return fork(); }
