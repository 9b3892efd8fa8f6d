#ifndef KETBOOK_DISPATCH_H
#define KETBOOK_DISPATCH_H

// The instruction sets that a kernel is compiled for. Every path computes the same bits.
enum { KETBOOK_PLAIN = 0, KETBOOK_AVX2 = 1, KETBOOK_AVX512 = 2 };

// The path in use: the best one that this processor has, unless a test or the environment variable
// KETBOOK_PATH (plain, avx2 or avx512) asks for a lesser one.
int ketbook_path(void);

// Asks for a path, for tests; returns the one now in use (never more than the processor has).
int ketbook_use_path(int path);

#endif
