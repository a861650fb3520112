// A thin door to toml++ (header only): every key and value with its place.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include "ctoml.h"
#include <cstring>
#include <toml++/toml.h>

namespace {
struct Visitor {
    void *context;
    void (*visit)(void *, const ctoml_node *);

    static ctoml_place place(const toml::source_position &p) { return {p.line, p.column}; }

    void node(const toml::node &value, const toml::key *key, uint32_t depth) const {
        ctoml_node n{};
        n.depth = depth;
        n.kind = ctoml_other;
        n.value_begin = place(value.source().begin);
        n.value_end = place(value.source().end);
        if (key) {
            n.key = key->str().data();
            n.key_length = key->str().size();
            n.key_begin = place(key->source().begin);
            n.key_end = place(key->source().end);
        }
        if (auto s = value.as_string()) n.kind = ctoml_string, n.text = s->get().data(), n.text_length = s->get().size();
        else if (auto i = value.as_integer()) n.kind = ctoml_integer, n.integer = i->get();
        else if (auto f = value.as_floating_point()) n.kind = ctoml_float, n.number = f->get();
        else if (auto b = value.as_boolean()) n.kind = ctoml_boolean, n.boolean = b->get();
        else if (value.is_table()) n.kind = ctoml_table;
        else if (value.is_array()) n.kind = ctoml_array;
        visit(context, &n);
        if (auto table = value.as_table())
            for (auto &&[k, v] : *table) node(v, &k, depth + 1);
        if (auto array = value.as_array())
            for (auto &&v : *array) node(v, nullptr, depth + 1);
    }
};
} // namespace

bool ctoml_parse(const char *text, size_t length, void *context, void (*visit)(void *, const ctoml_node *), ctoml_fault *fault) {
    auto result = toml::parse(std::string_view(text, length));
    if (!result) {
        fault->place = Visitor::place(result.error().source().begin);
        auto why = result.error().description();
        auto size = std::min(why.size(), sizeof fault->message - 1);
        std::memcpy(fault->message, why.data(), size);
        fault->message[size] = 0;
        return false;
    }
    Visitor visitor{context, visit};
    for (auto &&[k, v] : result.table()) visitor.node(v, &k, 0);
    return true;
}
