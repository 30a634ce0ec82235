#include <cmath>

#include "analysis/discovery/discovery.hpp"
#include "analysis/words/json.hpp"
#include "analysis/words/study_words.hpp"

namespace headroom {

namespace {

std::string json_of(const Limit& limit, const WorldFactor& factor) {
    Joined object('{');
    object.add("factor", json_quoted(factor.key)).add("name", json_quoted(factor.name));
    if (!factor.is_choice()) return object.add("low", limit.low).add("high", limit.high).closed();
    std::vector<std::string> allowed;
    for (std::size_t word = 0; word < limit.words.size(); ++word) {
        if (limit.words[word]) allowed.push_back(factor.words[word]);
    }
    return object.add("words", json_of_texts(allowed)).closed();
}

// The limits that ask something.
std::string json_of(const Box& box, const std::vector<WorldFactor>& factors) {
    Joined list('[');
    for (std::size_t factor = 0; factor < factors.size(); ++factor) {
        if (box.limits[factor].restricts()) list.add(json_of(box.limits[factor], factors[factor]));
    }
    return list.closed();
}

std::string json_of(const Counted& counted, double coverage) {
    return Joined('{')
        .add("worlds", counted.cases)
        .add("failing", counted.failing)
        .add("density", counted.density())
        .add("density_interval_95", json_of(counted.density_within()))
        .add("coverage", coverage)
        .closed();
}

std::string json_of_steps(const BoxSearch& search, const std::vector<WorldFactor>& factors) {
    Joined list('[');
    for (std::size_t i = 0; i < search.steps.size(); ++i) {
        const Step& step = search.steps[i];
        list.add("\n" + Joined('{')
                            .add("limits", json_of(step.box, factors))
                            .add("in_sample", json_of(step.counted, step.coverage))
                            .add("taken", i == search.taken ? "true" : "false")
                            .closed());
    }
    return list.closed();
}

std::string json_of(const FoundBox& found, const std::vector<WorldFactor>& factors) {
    Joined tests('[');
    for (std::size_t factor = 0; factor < factors.size(); ++factor) {
        if (!found.box.limits[factor].restricts()) continue;
        tests.add(Joined('{')
                      .add("factor", json_quoted(factors[factor].key))
                      .add("quasi_p", found.quasi_p[factor])
                      .add("refits_with_a_limit", found.refits[factor])
                      .closed());
    }
    return Joined('{')
        .add("limits", json_of(found.box, factors))
        .add("tests", tests.closed())
        .add("in_sample", json_of(found.counted, found.coverage))
        .add("unseen", json_of(found.unseen, found.unseen_coverage))
        .add("share_failing_in_all", found.share_elsewhere)
        .add("sure", found.is_sure() ? "true" : "false")
        .add("steps", json_of_steps(found.search, factors))
        .closed();
}

std::string json_of(const Fork& branch, const std::vector<WorldFactor>& factors) {
    Joined object('{');
    object.add("worlds", branch.counted.cases).add("share_failing", branch.counted.density());
    if (branch.is_leaf()) return object.closed();
    return object.add("left_if", json_of(branch.left_limit, factors[branch.factor]))
        .add("left", json_of(*branch.left, factors))
        .add("right", json_of(*branch.right, factors))
        .closed();
}

std::string json_of_tree(const Discovery& discovery) {
    if (!discovery.tree.tree) return "null";
    return Joined('{')
        .add("explained_in_unseen_worlds", discovery.tree.skill)
        .add("root", json_of(*discovery.tree.tree, discovery.cases.factors))
        .closed();
}

}  // namespace

std::string discovery_json(const StudyTable& table, const Discovery& discovery) {
    const DiscoveryQuestion& question = discovery.question;
    const std::vector<std::string>& policies = table.origin.design.policy_names;
    const auto name = [&](int policy) { return json_quoted(policies[static_cast<std::size_t>(policy)]); };
    const std::vector<WorldFactor>& factors = discovery.cases.factors;
    Joined boxes('[');
    for (const FoundBox& found : discovery.boxes) boxes.add("\n" + json_of(found, factors));
    return Joined('{')
               .add("fails", json_quoted(words_of(question.test)))
               .add("measure", json_quoted(table.measure))
               .add("unit", json_quoted(table.unit))
               .add("policy", name(question.looked_at.policy))
               .add("against", question.looked_at.against ? name(*question.looked_at.against) : "null")
               .add("share_of_futures",
                    question.share_of_futures ? json_number(*question.share_of_futures) : "null")
               .add("worlds", static_cast<double>(discovery.cases.size()))
               .add("worlds_without_value", discovery.cases.without_value)
               .add("worlds_near_the_limit", discovery.cases.near)
               .add("share_failing", discovery.cases.failing_share())
               .add("why_nothing",
                    discovery.why_nothing().empty() ? "null" : json_quoted(discovery.why_nothing()))
               .add("boxes", boxes.closed())
               .add("doubtful_box", discovery.doubtful ? json_of(*discovery.doubtful, factors) : "null")
               .add("tree", json_of_tree(discovery))
               .add("seed", std::to_string(table.origin.seed))
               .add("headroom_version", json_quoted(table.origin.headroom_version))
               .closed() +
           "\n";
}

std::string discovery_csv(const StudyTable& table, const Discovery& discovery) {
    Csv csv({"policy", "fails", "box", "factor", "name", "low", "high", "words", "quasi_p", "refits",
             "density_unseen", "density_unseen_low_95", "density_unseen_high_95", "coverage_unseen",
             "density_in_sample", "coverage_in_sample"});
    const auto policy = static_cast<std::size_t>(discovery.question.looked_at.policy);
    for (std::size_t box = 0; box < discovery.boxes.size(); ++box) {
        const FoundBox& found = discovery.boxes[box];
        for (std::size_t i = 0; i < found.box.limits.size(); ++i) {
            const Limit& limit = found.box.limits[i];
            const WorldFactor& factor = discovery.cases.factors[i];
            if (!limit.restricts()) continue;
            csv.cell(table.origin.design.policy_names[policy]).cell(words_of(discovery.question.test));
            csv.cell(static_cast<double>(box + 1)).cell(factor.key).cell(factor.name);
            csv.cell(limit.low).cell(limit.high).cell(factor.is_choice() ? words_of(limit, factor) : "");
            csv.cell(found.quasi_p[i]).cell(found.refits[i]).cell(found.unseen.density());
            csv.cell(found.unseen.density_within().low).cell(found.unseen.density_within().high);
            csv.cell(found.unseen_coverage).cell(found.counted.density()).cell(found.coverage).end_line();
        }
    }
    return csv.text();
}

}  // namespace headroom
