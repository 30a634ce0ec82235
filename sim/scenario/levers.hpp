// The levers of a policy as a list, for everything that must go over all of them: reading, schema,
// documentation.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "sim/policy/policy.hpp"

namespace headroom {

// A choice of a lever that is a word: which words there are, and how to set it by the word's place in the
// list.
template <class Owner>
struct WordField {
    std::string_view key;
    std::span<const std::string_view> words;
    int (*place)(const Owner&);
    void (*choose)(Owner&, int);
    std::string_view meaning;
};

template <class Owner>
std::span<const WordField<Owner>> word_fields() {
    return {};
}
template <>
std::span<const WordField<CaseloadLimit>> word_fields();
template <>
std::span<const WordField<AllocationPolicy>> word_fields();

// Calls visit(key, meaning, member of Policy) for every lever.
template <class Visit>
void for_each_lever(Visit&& visit) {
    visit("caseload_limit", "how much one worker may hold, and where the overflow goes",
          &Policy::caseload_limit);
    visit("allocation", "how a waiting family is given to a worker", &Policy::allocation);
    visit("agency", "the use of agency workers", &Policy::agency);
    visit("posts", "posts added to or taken from the establishment", &Policy::posts);
    visit("recruitment", "how posts are filled", &Policy::recruitment);
    visit("retention", "what is done to keep workers", &Policy::retention);
    visit("practice", "what is done at the front door and at the way out", &Policy::practice);
}

// Calls visit(std::type_identity<Rule>) for every kind of caseload limit.
template <class Visit>
void for_each_limit_rule(Visit&& visit) {
    [&]<std::size_t... place>(std::index_sequence<place...>) {
        (visit(std::type_identity<std::variant_alternative_t<place, LimitRule>>{}), ...);
    }
    (std::make_index_sequence<std::variant_size_v<LimitRule>>{});
}

}  // namespace headroom
