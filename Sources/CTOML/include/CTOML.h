#ifndef CTOML_H
#define CTOML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Where something stands: lines and columns from 1, columns in code points, the end exclusive. All 0: nowhere.
typedef struct {
    uint32_t line, column, end_line, end_column;
} ctoml_region;

typedef enum { CTOML_TABLE, CTOML_ARRAY, CTOML_STRING, CTOML_INTEGER, CTOML_FLOAT, CTOML_BOOLEAN, CTOML_TIME } ctoml_kind;

/// One value. Its path is the keys of the nodes visited before it with smaller depths.
typedef struct {
    uint32_t depth;       ///< 1 for the file's own keys
    const char *key;      ///< NULL for an element of an array
    size_t key_length;
    ctoml_region key_region;
    ctoml_kind kind;
    ctoml_region region;  ///< of a table with a header: from its header on
    const char *text;     ///< of a string; lives as long as the visit
    size_t text_length;
    int64_t integer;      ///< of an integer; of a boolean 0 or 1
    double number;        ///< of a float
} ctoml_node;

/// Called once for each value, a table or an array before what is in it.
typedef void (*ctoml_visit)(void *context, const ctoml_node *node);
/// Called at most once, for the first syntax error; nothing is visited then.
typedef void (*ctoml_failure)(void *context, const char *message, size_t length, ctoml_region region);

/// Parses UTF-8 text as TOML 1.0. Keys of more than 16 parts and values nested deeper than 16 are syntax errors.
void ctoml_parse(const char *text, size_t length, void *context, ctoml_visit visit, ctoml_failure failure);

#ifdef __cplusplus
}
#endif
#endif
