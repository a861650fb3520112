#ifndef CTOML_DOTTED_KEYS_H
#define CTOML_DOTTED_KEYS_H

#include <string_view>

#include "CTOML.h"

namespace ctoml {

/// The index after the string that opens at `i`.
inline size_t after_string(std::string_view text, size_t i) {
    const char quote = text[i];
    const bool multiline = text.substr(i, 3) == std::string_view(quote == '"' ? "\"\"\"" : "'''");
    for (i += multiline ? 3 : 1; i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (text[i] == '\n' && !multiline) {
            return i;
        } else if (text[i] == quote && !multiline) {
            return i + 1;
        } else if (text[i] == quote && text.substr(i, 3) == std::string_view(quote == '"' ? "\"\"\"" : "'''")) {
            // Up to two more quotes at the end belong to the string.
            for (i += 3; i < text.size() && text[i] == quote; ++i) {}
            return i;
        }
    }
    return text.size();
}

/// The place of the dot that gives some key more than `limit` parts; all 0 where there is none.
///
/// toml++ limits how deep values nest but not how many parts a key has, and frees nested tables by recursion: a long enough key would
/// overflow the stack. Where the text is not TOML this may read strings otherwise than toml++, which has stopped at that place then.
inline ctoml_region overlong_key(std::string_view text, size_t limit) {
    size_t dots = 0;
    for (size_t i = 0; i < text.size();) {
        switch (text[i]) {
            case '"': case '\'': i = after_string(text, i); continue;
            case '#': i = text.find('\n', i); if (i == text.npos) return {}; continue;
            case '\n': case '=': case ',': case '[': case '{': dots = 0; break;
            case '.': ++dots; break;
        }
        if (dots >= limit) {
            uint32_t line = 1, column = 1;
            for (char c : text.substr(0, i)) {
                if (c == '\n') ++line, column = 1;
                else if ((c & 0xC0) != 0x80) ++column;
            }
            return {line, column, line, column + 1};
        }
        ++i;
    }
    return {};
}

}  // namespace ctoml
#endif
