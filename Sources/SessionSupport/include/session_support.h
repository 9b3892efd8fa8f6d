#ifndef KETBOOK_SESSION_SUPPORT_H
#define KETBOOK_SESSION_SUPPORT_H

#include <stddef.h>
#include <stdint.h>

// What a session process needs below Swift: the channel to the runner, output that keeps its order
// with records, and an account of how the process ends.

// Takes over the channel's descriptor, redirects stdout and stderr into it, and installs the handlers.
void ketbook_session_start(int descriptor);

// Whether this process is a session.
int ketbook_session_running(void);

// Writes one framed record (Records.Record.encoded), after the text printed before it.
void ketbook_channel_record(const uint8_t *bytes, size_t count);

// Writes text that a cell printed: 1 is standard output, 2 standard error.
void ketbook_channel_text(int stream, const char *bytes, size_t count);

// Sends what is still buffered.
void ketbook_channel_flush(void);

// Waits until the runner has read what was written to descriptors 1 and 2 themselves.
void ketbook_channel_settle(void);

// Points the channel at another descriptor, in a child that goes on where a snapshot stopped.
void ketbook_channel_replace(int descriptor);

// Notes where a loaded segment lies, so that a return address can be named by segment and offset.
void ketbook_segment_loaded(int number, const void *inside);

// One return address within a segment.
struct ketbook_frame {
  uint32_t segment;
  uint64_t offset;
};

// The frames of the last `throw` that passed a segment; returns how many.
int ketbook_thrown_frames(const void *error, struct ketbook_frame *frames, int most);

// The frames of the caller.
int ketbook_current_frames(struct ketbook_frame *frames, int most);

// The number of threads of this process.
int ketbook_thread_count(void);

// Forks; only where a single thread is alive. 0 in the child.
int ketbook_fork(void);

// Ends the process at once, without the account that `exit` gives.
void ketbook_end(int code) __attribute__((noreturn));

// Sends the record of an uncaught error and ends the process; called by swift_errorInMain.
void ketbook_uncaught_error(const void *error);

#endif
