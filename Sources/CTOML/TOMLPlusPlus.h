#ifndef CTOML_TOMLPLUSPLUS_H
#define CTOML_TOMLPLUSPLUS_H

// toml++ 3.3, set up so that no text can crash it (fuzzed under AddressSanitizer and UBSan).

#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 16
#include <toml++/impl/preprocessor.h>

// toml++ 3.3 asserts, or in optimised code assumes, that a table's name begins like a key before it checks it and reports an error: `[=]`
// would abort or worse. Its checks suffice without.
#undef TOML_ASSERT
#undef TOML_ASSUME
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT(condition) static_assert(true)
#define TOML_ASSUME(condition) static_assert(true)
#define TOML_ASSERT_ASSUME(condition) static_assert(true)

// It also calls the end of its tables of blanks and letters unreachable, and reaches it at `é`: there the answer is no.
#include <toml++/impl/forward_declarations.h>
#include <toml++/impl/std_utility.h>
#undef TOML_UNREACHABLE
#define TOML_UNREACHABLE return false
#include <toml++/impl/unicode.h>  // whose functions with that end all return bool
#undef TOML_UNREACHABLE
#define TOML_UNREACHABLE __builtin_unreachable()

#include <toml++/toml.h>

#endif
