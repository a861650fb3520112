#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Lines and columns start at 1; columns count code points.
typedef struct {
    uint32_t line, column;
} ctoml_place;

typedef enum {
    ctoml_table,
    ctoml_array,
    ctoml_string,
    ctoml_integer,
    ctoml_float,
    ctoml_boolean,
    ctoml_other, // dates and times
} ctoml_kind;

/// One key with its value, or one element of an array (then without a key). Its children follow it, one level deeper.
typedef struct {
    uint32_t depth;
    ctoml_kind kind;
    const char *key;
    size_t key_length;
    const char *text; // of a string
    size_t text_length;
    int64_t integer;
    double number;
    bool boolean;
    ctoml_place key_begin, key_end, value_begin, value_end;
} ctoml_node;

/// Where the text is not TOML, and why.
typedef struct {
    ctoml_place place;
    char message[256];
} ctoml_fault;

/// Parses `text` and visits every node, parents first. False, and no visit, where it is not TOML.
bool ctoml_parse(const char *text, size_t length, void *context, void (*visit)(void *context, const ctoml_node *node), ctoml_fault *fault);

#ifdef __cplusplus
}
#endif
