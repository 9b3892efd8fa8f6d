#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "internal.h"

enum { OUTPUT_KIND = 4, FAILURE_KIND = 9, HEAD = 10, CAPACITY = 1 << 16 };

static int channel = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static uint8_t pending[HEAD + CAPACITY];
static size_t length;
static int stream_of_pending;

static void put32(uint8_t *to, uint32_t value) {
  for (int i = 0; i < 4; i++) to[i] = (uint8_t)(value >> (8 * i));
}

static void write_all(const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(channel, bytes, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;  // The runner is gone; the supervisor ends this process.
    bytes += done;
    count -= (size_t)done;
  }
}

// Sends the first `count` pending bytes as one record.
static void send_pending(size_t count) {
  if (count == 0) return;
  put32(pending, (uint32_t)(6 + count));
  pending[4] = OUTPUT_KIND;
  pending[5] = (uint8_t)stream_of_pending;
  put32(pending + 6, (uint32_t)count);
  write_all(pending, HEAD + count);
  memmove(pending + HEAD, pending + HEAD + count, length - count);
  length -= count;
}

// The longest prefix that does not end within a UTF-8 character.
static size_t whole_characters(void) {
  const uint8_t *text = pending + HEAD;
  size_t end = length;
  for (int back = 0; back < 4 && end > 0; back++) {
    uint8_t byte = text[end - 1];
    if (byte < 0x80) return length;
    end--;
    if (byte >= 0xc0) {
      size_t need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return end + need <= length ? length : end > 0 ? end : length;
    }
  }
  return length;
}

static void add_text(int stream, const char *bytes, size_t count) {
  if (stream != stream_of_pending) {
    send_pending(length);
    stream_of_pending = stream;
  }
  while (count > 0) {
    size_t room = CAPACITY - length, take = count < room ? count : room;
    memcpy(pending + HEAD + length, bytes, take);
    length += take;
    bytes += take;
    count -= take;
    if (length == CAPACITY) send_pending(whole_characters());
  }
  if (length > 0 && memrchr(pending + HEAD, '\n', length)) {
    const uint8_t *last = memrchr(pending + HEAD, '\n', length);
    send_pending((size_t)(last - (pending + HEAD)) + 1);
  }
}

void ketbook_channel_text(int stream, const char *bytes, size_t count) {
  pthread_mutex_lock(&lock);
  add_text(stream, bytes, count);
  pthread_mutex_unlock(&lock);
}

void ketbook_channel_flush(void) {
  pthread_mutex_lock(&lock);
  send_pending(length);
  pthread_mutex_unlock(&lock);
}

void ketbook_channel_record(const uint8_t *bytes, size_t count) {
  pthread_mutex_lock(&lock);
  send_pending(length);
  write_all(bytes, count);
  pthread_mutex_unlock(&lock);
}

void ketbook_channel_failure(int kind, int code, const struct ketbook_frame *frames, int count) {
  // A thread that died while printing may hold the lock; its text matters less than the account.
  int locked = pthread_mutex_trylock(&lock) == 0;
  if (locked) send_pending(length);
  uint8_t record[4 + 2 + 4 + 12 + 4 + 12 * MOST_FRAMES];
  uint8_t *at = record + 4;
  *at++ = FAILURE_KIND;
  *at++ = (uint8_t)kind;
  put32(at, (uint32_t)code);
  at += 4;
  memset(at, 0, 12);  // Three empty texts: id, summary, remedy.
  at += 12;
  put32(at, (uint32_t)count);
  at += 4;
  for (int i = 0; i < count; i++) {
    put32(at, frames[i].segment);
    put32(at + 4, (uint32_t)frames[i].offset);
    put32(at + 8, (uint32_t)(frames[i].offset >> 32));
    at += 12;
  }
  put32(record, (uint32_t)(at - record - 4));
  write_all(record, (size_t)(at - record));
  if (locked) pthread_mutex_unlock(&lock);
}

static ssize_t print_out(void *cookie, const char *bytes, size_t count) {
  (void)cookie;
  ketbook_channel_text(1, bytes, count);
  return (ssize_t)count;
}

static ssize_t print_error(void *cookie, const char *bytes, size_t count) {
  (void)cookie;
  ketbook_channel_text(2, bytes, count);
  return (ssize_t)count;
}

static void redirect(FILE **stream, cookie_write_function_t *print) {
  cookie_io_functions_t functions = {.write = print};
  FILE *file = fopencookie(NULL, "w", functions);
  if (!file) return;
  setvbuf(file, NULL, _IONBF, 0);
  *stream = file;
}

void ketbook_channel_settle(void) {
  // Bytes that were written past `print` travel through pipes of their own; once the runner has
  // taken them they belong to the cell that still runs, whatever the scheduler does.
  for (int turn = 0; turn < 20000; turn++) {
    int waiting = 0, out = 0, error = 0;
    if (ioctl(1, FIONREAD, &out) == 0) waiting += out;
    if (ioctl(2, FIONREAD, &error) == 0) waiting += error;
    if (waiting == 0) return;
    usleep(100);
  }
}

int ketbook_session_running(void) { return channel >= 0; }

void ketbook_channel_replace(int descriptor) {
  int high = fcntl(descriptor, F_DUPFD_CLOEXEC, 200);
  if (high < 0) return;
  if (channel >= 0) close(channel);
  close(descriptor);
  channel = high;
}

void ketbook_session_start(int descriptor) {
  ketbook_channel_replace(descriptor);
  redirect(&stdout, print_out);
  redirect(&stderr, print_error);
  ketbook_install_handlers();
}
