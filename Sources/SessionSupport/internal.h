#ifndef KETBOOK_SESSION_INTERNAL_H
#define KETBOOK_SESSION_INTERNAL_H

#include "session_support.h"

enum { MOST_FRAMES = 48 };

// Walks frame pointers from `frame`, reading memory through the kernel so that a damaged chain ends
// the walk and not the process.
int ketbook_walk(uintptr_t pc, uintptr_t frame, struct ketbook_frame *frames, int most);

// Writes a failure record without allocating; safe in a signal handler.
void ketbook_channel_failure(int kind, int code, const struct ketbook_frame *frames, int count);

void ketbook_install_handlers(void);

#endif
