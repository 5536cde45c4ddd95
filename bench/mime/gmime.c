/* GMime, the same work: gmime FRAMES PASSES. Prints a Report of tally.ts.
 * Built by bench/mime.ts where a C compiler and the headers of gmime-3.0 are. */
#include <gmime/gmime.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct {
  long messages, failed, fields, header_characters, texts, characters, attachments, bytes;
} Tally;

static const char *shown_fields[] = {"from", "sender", "reply-to", "to", "cc", "bcc", "subject"};

/* Characters are counted in a pass that is not timed: the other contenders' strings know their length. */
static gboolean counts_characters = FALSE;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static gboolean is_shown(const char *name) {
  for (size_t n = 0; n < G_N_ELEMENTS(shown_fields); n++)
    if (g_ascii_strcasecmp(name, shown_fields[n]) == 0) return TRUE;
  return FALSE;
}

static long length_of(const char *text) { return counts_characters ? g_utf8_strlen(text, -1) : (long)strlen(text); }

/* The message's own fields; GMime keeps its Content-* fields with its body. */
static void read_headers(GMimeMessage *message, GMimeObject *body, Tally *tally) {
  GMimeHeaderList *headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
  int count = g_mime_header_list_get_count(headers);
  tally->fields += count;
  if (body != NULL) tally->fields += g_mime_header_list_get_count(g_mime_object_get_header_list(body));
  for (int n = 0; n < count; n++) {
    GMimeHeader *header = g_mime_header_list_get_header_at(headers, n);
    if (!is_shown(g_mime_header_get_name(header))) continue;
    const char *value = g_mime_header_get_value(header);
    if (value != NULL) tally->header_characters += length_of(value);
  }
}

static void read_part(GMimePart *part, Tally *tally) {
  if (GMIME_IS_TEXT_PART(part)) {
    char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
    tally->texts++;
    if (text != NULL) tally->characters += length_of(text);
    g_free(text);
    return;
  }
  tally->attachments++;
  GMimeDataWrapper *content = g_mime_part_get_content(part);
  if (content == NULL) return;
  GMimeStream *decoded = g_mime_stream_mem_new();
  g_mime_data_wrapper_write_to_stream(content, decoded);
  tally->bytes += g_mime_stream_length(decoded);
  g_object_unref(decoded);
}

static void read_parts(GMimeObject *object, Tally *tally) {
  if (GMIME_IS_MULTIPART(object)) {
    int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
    for (int n = 0; n < count; n++) read_parts(g_mime_multipart_get_part(GMIME_MULTIPART(object), n), tally);
  } else if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    GMimeObject *body = inner == NULL ? NULL : g_mime_message_get_mime_part(inner);
    if (body != NULL) read_parts(body, tally);
  } else if (GMIME_IS_PART(object)) {
    read_part(GMIME_PART(object), tally);
  }
}

static void read_message(const char *bytes, size_t length, Tally *tally) {
  tally->messages++;
  GByteArray *array = g_byte_array_new_take((guint8 *)bytes, length);
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(array);
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
  if (message == NULL) {
    tally->failed++;
  } else {
    GMimeObject *body = g_mime_message_get_mime_part(message);
    read_headers(message, body, tally);
    if (body != NULL) read_parts(body, tally);
    g_object_unref(message);
  }
  g_object_unref(parser);
  g_object_unref(stream);
  g_byte_array_steal(array, NULL); /* the bytes are the batch's */
  g_byte_array_unref(array);
}

static double run(const char *path, Tally *tally) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) exit(1);
  double seconds = 0;
  guint32 batch;
  memset(tally, 0, sizeof *tally);
  while (fread(&batch, 4, 1, file) == 1) {
    char *data = g_malloc(batch);
    if (fread(data, 1, batch, file) != batch) exit(1);
    double started = now();
    for (guint32 at = 0; at < batch;) {
      guint32 length;
      memcpy(&length, data + at, 4);
      read_message(data + at + 4, length, tally);
      at += 4 + length;
    }
    seconds += now() - started;
    g_free(data);
  }
  fclose(file);
  return seconds;
}

int main(int count, char **arguments) {
  if (count < 3) return 1;
  Tally tally;
  struct rusage usage;
  g_mime_init();
  printf("{\"seconds\":[");
  for (int pass = 0; pass < atoi(arguments[2]); pass++) printf("%s%.6f", pass > 0 ? "," : "", run(arguments[1], &tally));
  getrusage(RUSAGE_SELF, &usage);
  counts_characters = TRUE;
  run(arguments[1], &tally);
  printf("],\"peakMiB\":%.1f,\"tally\":{\"messages\":%ld,\"failed\":%ld,\"fields\":%ld,\"headerCharacters\":%ld,"
         "\"texts\":%ld,\"characters\":%ld,\"attachments\":%ld,\"bytes\":%ld}}\n",
         usage.ru_maxrss / 1024.0, tally.messages, tally.failed, tally.fields, tally.header_characters, tally.texts,
         tally.characters, tally.attachments, tally.bytes);
  return 0;
}
