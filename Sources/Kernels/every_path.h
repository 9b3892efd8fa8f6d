// Compiles the file named by KERNEL once for every instruction set.
//
//     #define KERNEL "pauli.inc.h"
//     #include "every_path.h"
//
// In the file, PATH(name) is the name of this path's copy, e.g. name_avx2. Wrap every function in
// it, helpers too. `lanes` holds eight doubles; arithmetic on it is lane by lane, and `fma8` is one
// rounding on every path (in software where the processor has none), so all copies agree bit by bit.

#ifndef KETBOOK_EVERY_PATH_H
#define KETBOOK_EVERY_PATH_H
typedef double lanes __attribute__((ext_vector_type(8)));
typedef long long integer_lanes __attribute__((ext_vector_type(8)));
#define fma8(a, b, c) __builtin_elementwise_fma((lanes)(a), (lanes)(b), (lanes)(c))
#define INLINE static inline __attribute__((always_inline))
#endif

#define PATH(name) name##_plain
#include KERNEL
#undef PATH

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define PATH(name) name##_avx2
#include KERNEL
#undef PATH
#pragma clang attribute pop

#pragma clang attribute push(                                                                  \
    __attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#define PATH(name) name##_avx512
#include KERNEL
#undef PATH
#pragma clang attribute pop

// Calls this processor's copy of a kernel.
#define DISPATCH(name, ...)                                                                    \
  (ketbook_path() == KETBOOK_AVX512 ? name##_avx512(__VA_ARGS__)                               \
   : ketbook_path() == KETBOOK_AVX2 ? name##_avx2(__VA_ARGS__)                                 \
                                    : name##_plain(__VA_ARGS__))
#else
#define DISPATCH(name, ...) name##_plain(__VA_ARGS__)
#endif
#undef KERNEL
