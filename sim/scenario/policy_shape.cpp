#include <type_traits>

#include "sim/scenario/levers.hpp"
#include "sim/scenario/question_shape.hpp"

namespace headroom {

namespace {

std::vector<std::string> word_list(std::span<const std::string_view> words) {
    return {words.begin(), words.end()};
}

Shape from_month_shape() {
    return whole_shape(0, 600, "month of the run");
}

Member from_month() {
    return {.key = "from_month",
            .shape = from_month_shape(),
            .meaning =
                "in force from the start of this month of the run, counted from 0: 0 from today, 12 after a "
                "year, which answers and --month call month 13",
            .normal = "0"};
}

template <class Owner>
void append_numbers(std::vector<Member>& members) {
    // A lever of no numbers has nothing to point into; GCC 12 warns of it under the sanitizers.
    if constexpr (std::is_empty_v<Owner>) return;
    const Owner normal;
    for (const Field<Owner>& field : Owner::fields()) {
        const Shape shape = row_shape(field.low, field.high, field.unit);
        members.push_back({.key = std::string(field.key),
                           .shape = shape,
                           .meaning = std::string(field.meaning),
                           .normal = normal_text(shape, normal.*field.value)});
    }
}

template <class Owner>
void append_words(std::vector<Member>& members) {
    const Owner normal;
    for (const WordField<Owner>& field : word_fields<Owner>()) {
        members.push_back(
            {.key = std::string(field.key),
             .shape = word_shape(word_list(field.words)),
             .meaning = std::string(field.meaning),
             .normal = std::string(field.words[static_cast<std::size_t>(field.place(normal))])});
    }
}

std::string stages_in(std::uint32_t stages) {
    std::string text;
    for (int stage = 0; stage < stage_count; ++stage) {
        if ((stages >> stage & 1u) == 0) continue;
        text += (text.empty() ? "" : ", ") + std::string(stage_words[static_cast<std::size_t>(stage)]);
    }
    return text;
}

Member exempt_stages() {
    return {.key = "exempt",
            .shape = list_shape(0, stage_count, word_shape(word_list(stage_words))),
            .meaning = "families in these stages never wait for room",
            .normal = stages_in(CaseloadLimit{}.exempt_stages)};
}

// What comes and goes is milder; a surge of another cause need not be.
Member as_severe() {
    const Shape shape = row_shape(0, 1, "yes or no");
    return {.key = "as_severe",
            .shape = shape,
            .meaning =
                "whether the families of a surge are as severe as any, instead of milder as those are "
                "who come and go from one year to the next",
            .normal = normal_text(shape, Shock{}.as_severe)};
}

template <class Lever>
Shape lever_shape(Lever Policy::*) {
    std::vector<Member> members;
    append_words<Lever>(members);
    append_numbers<Lever>(members);
    return group_shape(std::move(members));
}

template <>
Shape lever_shape(CaseloadLimit Policy::*) {
    std::vector<Member> members;
    append_words<CaseloadLimit>(members);
    members.push_back(exempt_stages());
    append_numbers<CaseloadLimit>(members);
    std::vector<Kind> kinds;
    for_each_limit_rule([&]<class Rule>(std::type_identity<Rule>) {
        Kind kind{.word = std::string(Rule::name), .meaning = std::string(Rule::meaning)};
        append_numbers<Rule>(kind.members);
        kinds.push_back(std::move(kind));
    });
    return by_kind_shape(std::move(members), std::move(kinds));
}

}  // namespace

Shape policy_shape() {
    std::vector<Member> levers;
    for_each_lever([&](std::string_view key, std::string_view meaning, auto lever) {
        levers.push_back(
            {.key = std::string(key), .shape = lever_shape(lever), .meaning = std::string(meaning)});
    });
    return group_shape(std::move(levers));
}

Shape dated_policy_shape() {
    Shape shape = policy_shape();
    for (Member& lever : shape.members) lever.shape.members.push_back(from_month());
    shape.members.push_back(from_month());
    return shape;
}

Shape shock_shape() {
    std::vector<Kind> kinds;
    for (const ShockRow& row : shock_rows()) {
        const Shape months = whole_shape(row.months > 0 ? 1 : 0, 600, "months");
        const Shape size = row_shape(row.least, row.most, row.size_unit);
        const std::string_view word = shock_words[static_cast<std::size_t>(row.kind)];
        kinds.push_back({std::string(word), std::string(row.meaning)});
        kinds.back().members = {{.key = "months",
                                 .shape = months,
                                 .meaning = "how long it lasts",
                                 .normal = normal_text(months, row.months)},
                                {.key = "size",
                                 .shape = size,
                                 .meaning = "how large it is",
                                 .normal = normal_text(size, row.size)}};
        if (row.kind == ShockKind::referral_surge) kinds.back().members.push_back(as_severe());
    }
    return by_kind_shape(
        {{.key = "from_month",
          .shape = from_month_shape(),
          .meaning =
              "at the start of which month of the run it strikes, counted from 0: 0 today, 12 after a year, "
              "which answers and --month call month 13; in a policy it counts the same",
          .normal = "0"}},
        std::move(kinds));
}

}  // namespace headroom
