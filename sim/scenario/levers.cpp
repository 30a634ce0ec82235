#include "sim/scenario/levers.hpp"

namespace headroom {

namespace {

constexpr WordField<CaseloadLimit> limit_words[] = {
    {"unit", counted_unit_words, [](const CaseloadLimit& limit) { return static_cast<int>(limit.unit); },
     [](CaseloadLimit& limit, int place) { limit.unit = static_cast<CountedUnit>(place); },
     "whether the limit counts children or families"},
    {"overflow", overflow_words, [](const CaseloadLimit& limit) { return static_cast<int>(limit.overflow); },
     [](CaseloadLimit& limit, int place) { limit.overflow = static_cast<Overflow>(place); },
     "where the families go that no worker has room for, all of them counted as without a worker: onto a "
     "waiting_list "
     "(duty does only what is urgent, and a visit every four weeks); to duty (the day's duty worker does the "
     "whole "
     "plan, as far as there is time); manager_held (the team manager does); raised_threshold (a list, and "
     "while there "
     "is one families of low severity with need are turned away at the front door); agency (a list, which "
     "brings in "
     "agency workers)"},
};

constexpr WordField<AllocationPolicy> allocation_words[] = {
    {"choice", allocation_choice_words,
     [](const AllocationPolicy& policy) { return static_cast<int>(policy.choice); },
     [](AllocationPolicy& policy, int place) { policy.choice = static_cast<AllocationChoice>(place); },
     "which worker with room gets the next family"},
};

}  // namespace

template <>
std::span<const WordField<CaseloadLimit>> word_fields() {
    return limit_words;
}

template <>
std::span<const WordField<AllocationPolicy>> word_fields() {
    return allocation_words;
}

}  // namespace headroom
