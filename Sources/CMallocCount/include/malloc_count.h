#pragma once
#include <stdint.h>

/// Calls of malloc, calloc, realloc, aligned_alloc and posix_memalign by this process so far.
uint64_t malloc_count(void);
