#include "sim/scenario/read_policy.hpp"

#include "sim/engine/whole_part.hpp"
#include "sim/scenario/levers.hpp"

namespace headroom {

namespace {

using nlohmann::json;

// A group's levers, taking force at a month.
struct Move {
    int month;
    json levers;
};

template <class Owner>
void read_numbers(const json& group, Owner& owner) {
    for (const Field<Owner>& field : Owner::fields()) {
        owner.*field.value = number_or(member_of(group, field.key), owner.*field.value);
    }
}

template <class Owner>
void read_words(const json& group, Owner& owner) {
    for (const WordField<Owner>& field : word_fields<Owner>()) {
        const int place = place_of_word(member_of(group, field.key), field.words);
        if (place >= 0) field.choose(owner, place);
    }
}

template <class Lever>
void read_lever(const json& group, Lever& lever) {
    read_words(group, lever);
    read_numbers(group, lever);
}

void read_exempt_stages(const json& stages, CaseloadLimit& limit) {
    if (!stages.is_array()) return;
    limit.exempt_stages = 0;
    for (const json& word : stages) {
        const int stage = place_of_word(word, stage_words);
        if (stage >= 0) limit.exempt_stages |= 1u << stage;
    }
}

// A rule of the same kind as before starts from its numbers, one of another kind from that kind's defaults.
void read_rule(const json& group, LimitRule& rule) {
    for_each_limit_rule([&]<class Rule>(std::type_identity<Rule>) {
        if (member_of(group, "kind") != json(Rule::name)) return;
        if (!std::holds_alternative<Rule>(rule)) rule = Rule{};
        read_numbers(group, std::get<Rule>(rule));
    });
}

void read_lever(const json& group, CaseloadLimit& limit) {
    read_words(group, limit);
    read_numbers(group, limit);
    read_exempt_stages(member_of(group, "exempt"), limit);
    read_rule(group, limit.rule);
}

void check_month(int month, int months, const ValuePath& path, Findings& findings) {
    if (month < months || month > 600) return;
    findings.add(
        step_into(path, "from_month"), std::to_string(month),
        "below " + std::to_string(months) + ", or it would change nothing in a run of so many months");
}

// A group's moves: the whole at its own month, and a lever with a later month of its own at that.
std::vector<Move> moves_of(const PlacedValue& group, int months, Findings& findings) {
    if (!group.value.is_object()) return {};
    const int month = whole_or(member_of(group.value, "from_month"), 0);
    check_month(month, months, group.path, findings);
    Move whole{month, json::object()};
    std::vector<Move> later;
    for (const auto& [key, lever] : group.value.items()) {
        const int own_month = whole_or(member_of(lever, "from_month"), month);
        const ValuePath path = step_into(group.path, key);
        if (own_month != month) check_month(own_month, months, path, findings);
        if (own_month < month) {
            findings.add(step_into(path, "from_month"), std::to_string(own_month),
                         "at least " + std::to_string(month) +
                             ", the month from which the policy around it is in force");
        }
        if (own_month > month) {
            later.push_back({own_month, {{key, lever}}});
        } else {
            whole.levers[key] = lever;
        }
    }
    std::vector<Move> moves{std::move(whole)};
    moves.insert(moves.end(), later.begin(), later.end());
    return moves;
}

std::vector<Move> moves_in(const PlacedValue& written, int months, Findings& findings) {
    if (!written.value.is_array()) return moves_of(written, months, findings);
    std::vector<Move> moves;
    int last_month = -1;
    for (std::size_t place = 0; place < written.entries(); ++place) {
        const PlacedValue entry = written.entry(place);
        const int month = whole_or(member_of(entry.value, "from_month"), 0);
        if (month <= last_month) {
            findings.add(step_into(entry.path, "from_month"), std::to_string(month),
                         "above " + std::to_string(last_month) + ", the month of the policy before it");
        }
        last_month = month;
        for (Move& move : moves_of(entry, months, findings)) moves.push_back(std::move(move));
    }
    return moves;
}

}  // namespace

Policy read_policy(const json& group, const Policy& before) {
    Policy policy = before;
    for_each_lever([&](std::string_view key, std::string_view, auto lever) {
        read_lever(member_of(group, key), policy.*lever);
    });
    return policy;
}

std::vector<DatedPolicy> read_dated_policies(const PlacedValue& written, const Policy& today, int months,
                                             Findings& findings) {
    std::vector<Move> moves = moves_in(written, months, findings);
    std::stable_sort(moves.begin(), moves.end(),
                     [](const Move& a, const Move& b) { return a.month < b.month; });
    std::vector<DatedPolicy> policies = {{0, today}};
    for (const Move& move : moves) {
        if (move.month > policies.back().from_month) policies.push_back({move.month, policies.back().policy});
        policies.back().policy = read_policy(move.levers, policies.back().policy);
    }
    return policies;
}

std::vector<Shock> read_shocks(const PlacedValue& list, int months, Findings& findings) {
    std::vector<Shock> shocks;
    for (std::size_t place = 0; place < list.entries(); ++place) {
        const auto [written, path] = list.entry(place);
        const int kind = place_of_word(member_of(written, "kind"), shock_words);
        if (kind < 0) continue;
        const auto row = std::find_if(shock_rows().begin(), shock_rows().end(), [&](const ShockRow& one) {
            return one.kind == static_cast<ShockKind>(kind);
        });
        Shock shock{.kind = row->kind};
        shock.from_month = number_or(member_of(written, "from_month"), 0);
        shock.months = number_or(member_of(written, "months"), row->months);
        shock.size = number_or(member_of(written, "size"), row->size);
        shock.as_severe = number_or(member_of(written, "as_severe"), shock.as_severe);
        check_month(whole_part<int>(std::clamp(shock.from_month, 0.0, 601.0)), months, path, findings);
        if (shock.size != 0) shocks.push_back(shock);
    }
    return shocks;
}

Settings read_settings(const json& group, const Settings& before) {
    Settings settings = before;
    for (const SettingRow& row : setting_rows()) {
        settings.*row.value = number_or(member_of(group, row.key), settings.*row.value);
    }
    return settings;
}

}  // namespace headroom
