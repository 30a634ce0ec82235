#include "sim/results/study_origin.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

#include "sim/futures/results_of.hpp"
#include "sim/scenario/typed_choices.hpp"

namespace headroom {

namespace {

FactorColumn column_of(const Factor& factor) {
    FactorColumn column;
    column.key = factor.key;
    column.meaning = factor.meaning;
    column.unit = factor.unit;
    column.words = factor.words;
    column.low = factor.is_fixed() ? factor.listed.front() : factor.low;
    column.high = factor.is_fixed() ? factor.listed.front() : factor.high;
    return column;
}

StudyDesign design_of(const Worlds& worlds) {
    const StudyPlan& plan = worlds.plan();
    StudyDesign design;
    design.kind = plan.design.kind == DesignKind::none ? "none" : std::string(word_of(plan.design.kind));
    design.worlds = static_cast<int>(worlds.count());
    if (plan.design.kind == DesignKind::saltelli) design.base = plan.design.base;
    if (plan.design.kind == DesignKind::morris) design.base = plan.design.trajectories;
    design.second_order = plan.design.kind == DesignKind::saltelli && plan.design.second_order;
    for (const Alternative& policy : worlds.policies()) design.policy_names.push_back(policy.name);
    for (std::size_t i = 0; i < plan.factors.size(); ++i) {
        if (!plan.factors[i].is_fixed()) design.moved.push_back(static_cast<int>(i));
        FactorColumn& column = design.factors.emplace_back(column_of(plan.factors[i]));
        for (std::uint32_t world = 0; world < worlds.count(); ++world)
            column.values.insert(column.values.end(), worlds.policies().size(), worlds.factors_of(world)[i]);
    }
    for (std::size_t i = 0; i < plan.levers.size(); ++i) {
        FactorColumn& column = design.factors.emplace_back(column_of(plan.levers[i]));
        column.is_lever = true;
        for (std::uint32_t world = 0; world < worlds.count(); ++world) {
            for (std::size_t policy = 0; policy < worlds.policies().size(); ++policy)
                column.values.push_back(worlds.levers_of(policy)[i]);
        }
    }
    return design;
}

// What a world sets itself is no longer the members'.
void leave_out_factors(MembersUsed& members, const StudyDesign& design) {
    for (const FactorColumn& factor : design.factors) {
        const auto found = std::ranges::find(members.keys, factor.key);
        if (factor.is_lever || found == members.keys.end()) continue;
        const auto place = found - members.keys.begin();
        members.keys.erase(found);
        for (std::vector<double>& values : members.values) values.erase(values.begin() + place);
    }
    if (members.keys.empty()) members = {};
}

bool are_equal(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i] && !(std::isnan(a[i]) && std::isnan(b[i]))) return false;
    }
    return true;
}

bool have_equal_factors(const StudyDesign& a, const StudyDesign& b) {
    if (a.factors.size() != b.factors.size()) return false;
    for (std::size_t i = 0; i < a.factors.size(); ++i) {
        if (a.factors[i].key != b.factors[i].key || !are_equal(a.factors[i].values, b.factors[i].values))
            return false;
    }
    return true;
}

// The command without how many futures were asked for.
std::vector<TypedWord> words_without_number(const std::string& command) {
    std::vector<TypedWord> words = typed_words(command);
    std::erase_if(words, [](const TypedWord& word) { return word.option == "--replications"; });
    return words;
}

// The same of the question as resolved.
std::string text_without_number(std::string text) {
    constexpr std::string_view key = "\"replications\": ";
    const std::size_t from = text.find(key);
    if (from == text.npos) return text;
    const std::size_t to = text.find_first_not_of("0123456789", from + key.size());
    return text.erase(from, (to == text.npos ? text.size() : to) - from);
}

bool are_asked_alike(const StudyResults& a, const StudyResults& b) {
    return words_without_number(a.created_by) == words_without_number(b.created_by) &&
           text_without_number(a.scenario_text) == text_without_number(b.scenario_text);
}

}  // namespace

StudyResults origin_of(const Worlds& worlds, std::string created_by) {
    StudyResults origin = origin_of(worlds.plan().question, std::move(created_by));
    for (std::uint32_t world = 0; world < worlds.count(); ++world) {
        const std::string before = worlds.count() == 1 ? "" : "World " + std::to_string(world) + ": ";
        for (const Alternative& policy : worlds.policies())
            origin.point_names.push_back(before + policy.name);
    }
    origin.period_months = worlds.plan().period_months;
    origin.design = design_of(worlds);
    leave_out_factors(origin.members, origin.design);
    return origin;
}

std::string what_differs(const StudyResults& there, const StudyResults& asked) {
    const auto instead = [](std::string_view what, const auto& found, const auto& wanted) {
        std::ostringstream text;
        text << "its " << what << ' ' << found << ", not " << wanted;
        return text.str();
    };
    if (there.headroom_version != asked.headroom_version || there.git_commit != asked.git_commit)
        return "another Headroom made it (" + there.headroom_version + ", commit " +
               there.git_commit.substr(0, 10) + ")";
    if (there.authority != asked.authority) return instead("authority is", there.authority, asked.authority);
    if (there.seed != asked.seed) return instead("seed is", there.seed, asked.seed);
    if (there.months != asked.months) return instead("months are", there.months, asked.months);
    if (there.start != asked.start) return instead("start is", there.start.to_iso(), asked.start.to_iso());
    if (there.period_months != asked.period_months)
        return instead("futures are kept by periods of so many months:", there.period_months,
                       asked.period_months);
    if (there.design.kind != asked.design.kind) return "its design is of another kind";
    if (!have_equal_factors(there.design, asked.design)) return "its factors, or their values, are others";
    if (there.point_names != asked.point_names) return "its policies are others, or called otherwise";
    return are_asked_alike(there, asked) ? "" : "a setting, a policy or an option of the command is another";
}

}  // namespace headroom
