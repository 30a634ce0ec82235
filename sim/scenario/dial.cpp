#include "sim/scenario/dial.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/places/position.hpp"
#include "sim/scenario/levers.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/scenario/read_policy.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

using nlohmann::json;

constexpr std::string_view limit_lever = "caseload_limit";

bool can_be_turned(const Shape& shape) {
    return shape.sort == Shape::Sort::number || shape.sort == Shape::Sort::whole ||
           shape.sort == Shape::Sort::yes_no || shape.sort == Shape::Sort::word;
}

void append(std::vector<Dial>& dials, const std::string& lever, const std::string& kind,
            const Member& member) {
    const std::string key = lever + "." + (kind.empty() ? "" : kind + ".") + member.key;
    const bool is_known =
        std::any_of(dials.begin(), dials.end(), [&](const Dial& d) { return d.key == key; });
    if (is_known || !can_be_turned(member.shape)) return;
    dials.push_back({key, member.shape, member.meaning, lever, kind, member.key});
}

void append_kinds(std::vector<Dial>& dials, const Member& lever) {
    if (lever.shape.kinds.empty()) return;
    std::vector<std::string> words;
    for (const Kind& kind : lever.shape.kinds) words.push_back(kind.word);
    append(dials, lever.key, "", {"kind", word_shape(words), "the kind of limit"});
    for (const Kind& kind : lever.shape.kinds) {
        for (const Member& member : kind.members) {
            append(dials, lever.key, "", member);
            append(dials, lever.key, kind.word, member);
        }
    }
}

std::vector<Dial> all_dials() {
    std::vector<Dial> dials;
    for (const Member& lever : policy_shape().members) {
        for (const Member& member : lever.shape.members) append(dials, lever.key, "", member);
        append_kinds(dials, lever);
    }
    const ShockRow& surge = shock_rows()[static_cast<std::size_t>(ShockKind::referral_surge)];
    dials.push_back({"referrals", number_shape(surge.least, surge.most, "percent more"),
                     "referrals over the whole run, in percent more than as now; below 0: fewer"});
    for (const Member& setting : settings_shape().members) {
        if (is_stock(*find_setting(setting.key)) || !can_be_turned(setting.shape)) continue;
        dials.push_back({setting.key, setting.shape, setting.meaning, "", "", setting.key});
    }
    return dials;
}

template <class Rule>
bool has_number(std::string_view key) {
    const auto fields = Rule::fields();
    return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.key == key; });
}

// The kind of limit that a number without a kind goes to.
std::string_view kind_for(const LimitRule& rule, std::string_view member) {
    const auto holds = [&](const auto& one) { return has_number<std::decay_t<decltype(one)>>(member); };
    if (std::visit(holds, rule)) return std::visit([](const auto& one) { return one.name; }, rule);
    if (has_number<HardLimit>(member)) return HardLimit::name;
    std::string_view kind;
    for_each_limit_rule([&]<class Rule>(std::type_identity<Rule>) {
        if (kind.empty() && has_number<Rule>(member)) kind = Rule::name;
    });
    return kind;
}

json as_group(const Dial& dial, const json& value, const Policy& policy) {
    json group = {{dial.member, value}};
    if (dial.lever != limit_lever) return group;
    const std::string_view kind =
        dial.kind.empty() ? kind_for(policy.caseload_limit.rule, dial.member) : std::string_view(dial.kind);
    if (!kind.empty()) group["kind"] = kind;
    return group;
}

std::string spaced(std::string words) {
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string shown(const json& value) {
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    return value.is_string() ? spaced(value.get<std::string>()) : number_text(value.get<double>());
}

std::string more_or_fewer(double number, const std::string& one, const std::string& many) {
    const std::string count = number_text(std::abs(number));
    return count + (number > 0 ? " more " : " fewer ") + (count == "1" ? one : many);
}

std::string limit_of_kind(const std::string& kind) {
    return kind.starts_with("by ") ? "limit " + kind : kind + " limit";
}

std::string share_of_referrals(double percent) {
    return number_text(std::abs(percent)) + " %" + (percent > 0 ? " more" : " fewer") + " referrals";
}

}  // namespace

const std::vector<Dial>& dials() {
    static const std::vector<Dial> all = all_dials();
    return all;
}

const Dial* find_dial(std::string_view key) {
    for (const Dial& dial : dials()) {
        if (dial.key == key) return &dial;
    }
    return nullptr;
}

void turn(Alternative& alternative, const Dial& dial, const json& value) {
    constexpr double beyond_any_run = 600;
    if (dial.key == "referrals") {
        if (value != 0)
            alternative.shocks.push_back({ShockKind::referral_surge, 0, beyond_any_run, value.get<double>()});
        return;
    }
    if (dial.lever.empty()) {
        alternative.settings = read_settings({{dial.member, value}}, alternative.settings);
        return;
    }
    for (DatedPolicy& dated : alternative.policies) {
        dated.policy = read_policy({{dial.lever, as_group(dial, value, dated.policy)}}, dated.policy);
    }
}

void turn(Alternative& alternative, const Dial& dial, double value) {
    turn(alternative, dial, json(value));
}

std::string words_of(const Dial& dial, const json& value) {
    const double number = value.is_number() ? value.get<double>() : 0;
    if (dial.key == "referrals") return number == 0 ? "referrals as now" : share_of_referrals(number);
    if (dial.key == "posts.add")
        return number == 0 ? "no more posts" : more_or_fewer(number, "post", "posts");
    if (dial.key == "recruitment.newly_qualified_more")
        return shown(value) + " more newly qualified " + (number == 1 ? "worker" : "workers") + " a year";
    if (dial.key == "caseload_limit.kind") return limit_of_kind(value == "none" ? "no" : shown(value));
    if (dial.key == "posts.support_workers") return shown(value) + " support workers";
    if (dial.member == "children" && dial.lever == limit_lever)
        return (dial.kind.empty() || dial.kind == "hard" ? "" : spaced(dial.kind) + " ") + "limit " +
               shown(value);
    std::string name = dial.lever.empty() || dial.lever == limit_lever ? "" : dial.lever + " ";
    name += dial.kind.empty() ? dial.member : dial.kind + " " + dial.member;
    const bool is_percent = name.ends_with("_percent");
    if (is_percent) name.resize(name.size() - 8);
    return spaced(name) + (value.is_boolean() || value.is_string() ? ": " : " ") + shown(value) +
           (is_percent ? " %" : "");
}

std::string words_of(const Dial& dial, double value) {
    return words_of(dial, json(value));
}

}  // namespace headroom
