#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>

#include "sim/engine/whole_part.hpp"
#include "sim/scenario/points_file.hpp"
#include "sim/scenario/read_factors.hpp"
#include "sim/scenario/read_policy.hpp"
#include "sim/scenario/read_text.hpp"
#include "sim/scenario/study_plan.hpp"
#include "sim/scenario/study_shape.hpp"
#include "sim/text/json_text.hpp"

namespace headroom {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, static_cast<std::size_t>(DesignKind::count)> design_words{
    "", "full_factorial", "one_at_a_time", "latin_hypercube", "sobol", "saltelli", "morris", "file"};

int default_levels(DesignKind kind) {
    if (kind == DesignKind::one_at_a_time) return 2;
    return kind == DesignKind::morris ? 4 : 3;
}

DesignChoice read_design(const json& value) {
    DesignChoice design;
    const int kind = place_of_word(member_of(value, "kind"), design_words);
    design.kind = kind > 0 ? static_cast<DesignKind>(kind) : DesignKind::none;
    design.points = whole_or(member_of(value, "points"), design.points);
    design.levels = whole_or(member_of(value, "levels"), default_levels(design.kind));
    design.base = whole_or(member_of(value, "base"), design.base);
    design.second_order = number_or(member_of(value, "second_order"), 0) != 0;
    design.trajectories = whole_or(member_of(value, "trajectories"), design.trajectories);
    const double seed = number_or(member_of(value, "seed"), static_cast<double>(design.seed));
    if (seed >= 0 && seed <= most_seed) design.seed = whole_part<std::uint64_t>(seed);
    return design;
}

// One of the two spaces of a study while it is read.
struct Space {
    const char* factors_key;
    const char* design_key;
    Columns columns;
    std::vector<Factor>* factors;
    DesignChoice* design;
};

// Fixed factors may stand beside a file of points; what has a column takes its values from there.
void add_fixed_factors(const Space& space, PointsFile& points, Findings& findings) {
    for (const Factor& factor : *space.factors) {
        const bool has_column = std::any_of(points.factors.begin(), points.factors.end(),
                                            [&](const Factor& column) { return column.key == factor.key; });
        if (has_column || !factor.is_fixed()) {
            findings.add(step_into(step_into("", space.factors_key), factor.key),
                         has_column ? "in the file of points too" : "not in the file of points",
                         has_column ? "in one of the two" : "a single value, or a column in that file");
            continue;
        }
        points.factors.push_back(factor);
        for (auto& row : points.rows) row.push_back(factor.listed.front());
    }
}

void read_points_of(const json& study, const Space& space, const Settings& settings, Findings& findings) {
    constexpr std::size_t most = std::size_t{512} << 20;
    const std::string own = text_or(member_of(member_of(study, space.design_key), "file"), "");
    if (own.empty()) return;
    const std::string path = (std::filesystem::path(findings.file()).parent_path() / own).string();
    space.design->file = path;
    std::vector<Fault> faults;
    const std::string text = read_whole_file(path, "a CSV file of points", faults, most);
    if (faults.empty()) {
        PointsFile points = read_points(path, text, settings, space.columns);
        faults = std::move(points.faults);
        add_fixed_factors(space, points, findings);
        *space.factors = std::move(points.factors);
        space.design->rows = std::move(points.rows);
        space.design->lines = std::move(points.lines);
    }
    for (Fault& fault : faults) findings.add(std::move(fault));
}

void find_design_faults(const json& study, const Space& space, Findings& findings) {
    const ValuePath path = step_into("", space.design_key);
    const bool has_factors = !member_of(study, space.factors_key).is_null();
    const bool has_design = !member_of(study, space.design_key).is_null();
    DesignChoice& design = *space.design;
    if (has_design && !has_factors && design.kind != DesignKind::file && design.kind != DesignKind::none)
        findings.add(path, "there",
                     "beside \"" + std::string(space.factors_key) + "\", which it spreads out");
    const bool varies = std::any_of(space.factors->begin(), space.factors->end(),
                                    [](const Factor& factor) { return !factor.is_fixed(); });
    if (has_factors && !has_design && varies) design.kind = DesignKind::full_factorial;
    if (design.kind == DesignKind::morris && design.levels % 2 != 0)
        findings.add(step_into(path, "levels"), number_text(design.levels), "an even number");
}

void read_space(const json& study, const Space& space, const Settings& settings, Findings& findings) {
    const ValuePath path = step_into("", space.factors_key);
    const json& factors = member_of(study, space.factors_key);
    const bool may_be_words = space.columns == Columns::settings_and_decisions;
    if (may_be_words || factors.is_object()) *space.factors = read_factors(factors, path, settings, findings);
    *space.design = read_design(member_of(study, space.design_key));
    if (space.design->kind == DesignKind::file) read_points_of(study, space, settings, findings);
    find_design_faults(study, space, findings);
}

double varying(const std::vector<Factor>& factors) {
    return static_cast<double>(std::count_if(factors.begin(), factors.end(),
                                             [](const Factor& factor) { return !factor.is_fixed(); }));
}

double levels_of(const Factor& factor, const DesignChoice& design) {
    const double steps = static_cast<double>(factor.steps());
    if (factor.is_fixed()) return 1;
    if (factor.spread == Spread::listed) return steps;
    return steps > 0 ? std::min<double>(steps, design.levels) : design.levels;
}

double sum_of_levels(const std::vector<Factor>& factors, const DesignChoice& design) {
    double sum = 0;
    for (const Factor& factor : factors) sum += factor.is_fixed() ? 0 : levels_of(factor, design);
    return sum;
}

double product_of_levels(const std::vector<Factor>& factors, const DesignChoice& design) {
    double product = 1;
    for (const Factor& factor : factors) product *= levels_of(factor, design);
    return product;
}

// Whether a policy as written, or one of a list of them, decides what the dial turns.
bool decides(const json& policy, const Dial& dial) {
    if (policy.is_array())
        return std::any_of(policy.begin(), policy.end(), [&](const json& one) { return decides(one, dial); });
    const json& lever = member_of(policy, dial.lever);
    return !member_of(lever, dial.member).is_null() || !member_of(lever, "kind").is_null();
}

// The name of the first alternative that decides or sets the factor itself; "" for none.
std::string alternative_with(const json& study, const Factor& factor) {
    const json& alternatives = member_of(study, "alternatives");
    for (const json& one : alternatives.is_array() ? alternatives : json::array()) {
        const bool is_own = factor.setting ? !member_of(member_of(one, "settings"), factor.key).is_null()
                                           : decides(member_of(one, "policy"), *factor.dial);
        if (is_own) return text_or(member_of(one, "name"), "?");
    }
    return "";
}

// What stands in two places would be decided by one of them without a word.
void find_clashes(const json& study, const StudyPlan& plan, Findings& findings) {
    for (const Factor& factor : plan.factors) {
        const ValuePath path = step_into("/factors", factor.key);
        const bool is_lever = std::any_of(plan.levers.begin(), plan.levers.end(),
                                          [&](const Factor& lever) { return lever.key == factor.key; });
        const std::string name = alternative_with(study, factor);
        if (is_lever)
            findings.add(path, "a lever too", "one of the two");
        else if (!name.empty())
            findings.add(path, "decided by the alternative " + in_quotes(name) + " too", "in one of the two",
                         factor.setting ? "" : "As one of the \"levers\" it makes policies of its own.");
    }
}

void find_too_many(const StudyPlan& plan, Findings& findings) {
    constexpr double most_points = 10'000'000, most_runs = 100'000'000;
    const double worlds = std::max(1.0, points_in(plan.factors, plan.design));
    const double policies =
        points_in(plan.levers, plan.lever_design) +
        static_cast<double>(plan.has_written_policies ? plan.question.alternatives.size() : 0);
    const double points = worlds * std::max(1.0, policies);
    constexpr double most_policies = 10'000;  // each thread holds all of them
    if (policies > most_policies) {
        findings.add("/levers", number_text(policies) + " policies", "at most " + number_text(most_policies));
        return;
    }
    if (points > most_points)
        findings.add(
            "/design", number_text(points) + " points", "at most " + number_text(most_points),
            "Where there are many factors, latin_hypercube and sobol have as many points as you say.");
    else if (points * plan.question.replications > most_runs)
        findings.add("/replications", number_text(points * plan.question.replications) + " futures in all",
                     "at most " + number_text(most_runs));
}

void read_rest(const json& study, StudyPlan& plan, Scenario& question, Findings& findings) {
    if (!member_of(study, "replications").is_number()) question.replications = 10;
    const std::string by = text_or(member_of(study, "by"), "run");
    plan.period_months = by == "month" ? 1 : by == "quarter" ? 3 : by == "year" ? 12 : 0;
    read_space(study, {"factors", "design", Columns::settings_and_decisions, &plan.factors, &plan.design},
               question.settings, findings);
    read_space(study, {"levers", "lever_design", Columns::decisions_only, &plan.levers, &plan.lever_design},
               question.settings, findings);
    const Outline nothing;
    Findings told_already(findings.file(), nothing);
    const PlacedValue shocks = PlacedValue{study, ""}.member("shocks");
    plan.as_now = {"As now",
                   {{0, question.today}},
                   read_shocks(shocks, question.months, told_already),
                   question.settings};
    plan.has_written_policies = !member_of(study, "alternatives").is_null() || plan.levers.empty();
}

}  // namespace

std::string_view word_of(DesignKind kind) {
    return design_words[static_cast<std::size_t>(kind)];
}

double points_in(const std::vector<Factor>& factors, const DesignChoice& design) {
    const double count = varying(factors);
    if (count == 0 && design.kind != DesignKind::file) return factors.empty() ? 0 : 1;
    switch (design.kind) {
        case DesignKind::full_factorial: return product_of_levels(factors, design);
        case DesignKind::one_at_a_time: return 1 + sum_of_levels(factors, design);
        case DesignKind::latin_hypercube:
        case DesignKind::sobol: return design.points;
        case DesignKind::saltelli: return design.base * (count * (design.second_order ? 2 : 1) + 2);
        case DesignKind::morris: return design.trajectories * (count + 1);
        case DesignKind::file: return static_cast<double>(design.rows.size());
        case DesignKind::none:
        case DesignKind::count: break;
    }
    return factors.empty() ? 0 : 1;
}

std::vector<std::size_t> levels_in(const std::vector<Factor>& factors, const DesignChoice& design) {
    std::vector<std::size_t> levels;
    for (const Factor& factor : factors) {
        if (!factor.is_fixed()) levels.push_back(whole_part<std::size_t>(levels_of(factor, design)));
    }
    return levels;
}

namespace {

// What the command line sets and the design varies would be set without effect.
void find_set_factors(const StudyPlan& plan, const Choices& choices, Findings& findings) {
    for (const std::string& setting : choices.settings) {
        const std::string key = setting.substr(0, setting.find('='));
        for (const Factor& factor : plan.factors) {
            if (factor.key == key)
                findings.add_to_option("--set", in_quotes(setting),
                                       "of a setting that is no factor of the study",
                                       "Its value in each world is the design's: change \"factors\".");
        }
    }
}

}  // namespace

StudyReading read_study(const std::string& path, const Choices& choices) {
    StudyReading reading;
    const std::string text = read_whole_file(path, "a study file", reading.faults);
    return reading.is_good() ? read_study_text(path, text, choices) : reading;
}

StudyReading read_study_text(const std::string& file, const std::string& text, const Choices& choices) {
    StudyReading reading;
    StudyPlan& plan = reading.plan;
    const KindOfText kind{study_shape(), [&](const json& study, Scenario& question, Findings& findings) {
                              read_rest(study, plan, question, findings);
                              if (choices.replications)
                                  question.replications = static_cast<int>(*choices.replications);
                              plan.question = question;
                              find_too_many(plan, findings);
                              find_clashes(study, plan, findings);
                              find_set_factors(plan, choices, findings);
                          }};
    Reading question = read_text_of(file, text, choices, kind);
    reading.faults = std::move(question.faults);
    plan.question = std::move(question.scenario);
    return reading;
}

bool is_study_text(const std::string& text) {
    const json value = json::parse(text, nullptr, false, true);
    if (!value.is_object()) return false;
    for (const char* key : {"factors", "design", "levers", "lever_design", "by"}) {
        if (value.contains(key)) return true;
    }
    return false;
}

}  // namespace headroom
