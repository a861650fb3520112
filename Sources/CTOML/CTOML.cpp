#include "CTOML.h"

#include "DottedKeys.h"
#include "TOMLPlusPlus.h"

namespace {

ctoml_region place(const toml::source_region &s) { return {s.begin.line, s.begin.column, s.end.line, s.end.column}; }

struct visitor {
    void *context;
    ctoml_visit visit;

    void node(const toml::node &value, const toml::key *key, uint32_t depth) const {
        ctoml_node n{};
        n.depth = depth;
        n.region = place(value.source());
        if (key) {
            n.key = key->data();
            n.key_length = key->length();
            n.key_region = place(key->source());
        }
        n.kind = CTOML_TIME;
        if (auto table = value.as_table()) return n.kind = CTOML_TABLE, visit(context, &n), children(*table, depth + 1);
        if (auto array = value.as_array()) return n.kind = CTOML_ARRAY, visit(context, &n), children(*array, depth + 1);
        if (auto text = value.as_string()) n.kind = CTOML_STRING, n.text = text->get().data(), n.text_length = text->get().size();
        if (auto integer = value.as_integer()) n.kind = CTOML_INTEGER, n.integer = integer->get();
        if (auto number = value.as_floating_point()) n.kind = CTOML_FLOAT, n.number = number->get();
        if (auto boolean = value.as_boolean()) n.kind = CTOML_BOOLEAN, n.integer = boolean->get();
        visit(context, &n);
    }

    void children(const toml::table &table, uint32_t depth) const {
        for (auto &&[key, value] : table) node(value, &key, depth);
    }

    void children(const toml::array &array, uint32_t depth) const {
        for (auto &&value : array) node(value, nullptr, depth);
    }
};

}  // namespace

void ctoml_parse(const char *text, size_t length, void *context, ctoml_visit visit, ctoml_failure failure) {
    const std::string_view document{text, length};
    if (auto region = ctoml::overlong_key(document, 16); region.line) {
        constexpr std::string_view message = "a key has at most 16 parts";
        return failure(context, message.data(), message.size(), region);
    }
    const auto result = toml::parse(document);
    if (!result) {
        const auto message = result.error().description();
        return failure(context, message.data(), message.size(), place(result.error().source()));
    }
    visitor{context, visit}.children(result.table(), 1);
}
