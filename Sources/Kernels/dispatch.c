#include "dispatch.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static _Atomic int chosen = -1;

static int best_path(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    return KETBOOK_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return KETBOOK_AVX2;
#endif
  return KETBOOK_PLAIN;
}

int ketbook_use_path(int path) {
  int best = best_path();
  int use = path < KETBOOK_PLAIN ? KETBOOK_PLAIN : path > best ? best : path;
  atomic_store(&chosen, use);
  return use;
}

int ketbook_path(void) {
  int path = atomic_load(&chosen);
  if (path >= 0) return path;
  const char *asked = getenv("KETBOOK_PATH");
  if (asked && strcmp(asked, "plain") == 0) return ketbook_use_path(KETBOOK_PLAIN);
  if (asked && strcmp(asked, "avx2") == 0) return ketbook_use_path(KETBOOK_AVX2);
  return ketbook_use_path(KETBOOK_AVX512);
}
