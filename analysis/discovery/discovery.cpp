#include "analysis/discovery/discovery.hpp"

#include <algorithm>
#include <utility>

namespace headroom {

namespace {

std::vector<bool> all_but(const std::vector<int>& fold_of, int fold) {
    std::vector<bool> wanted;
    for (const int each : fold_of) wanted.push_back(each != fold);
    return wanted;
}

int failing_in(const Cases& cases) {
    return static_cast<int>(std::count(cases.fails.begin(), cases.fails.end(), true));
}

// The box of all cases, and how boxes found without a fifth of them do in that fifth.
FoundBox tested_box(const Cases& cases, const PrimChoice& choice, int all_failing) {
    FoundBox found;
    found.search = searched(cases, choice);
    found.box = found.search.box;
    found.counted = counted_inside(cases, found.box.inside(cases));
    found.coverage = found.counted.failing / static_cast<double>(all_failing);
    found.share_elsewhere = cases.failing_share();
    for (std::size_t factor = 0; factor < cases.factors.size(); ++factor)
        found.quasi_p.push_back(found.box.limits[factor].restricts() ? quasi_p(cases, found.box, factor) : 1);
    found.refits.assign(cases.factors.size(), 0);
    const std::vector<int> fold_of = folds_of(cases, refits);
    std::vector<bool> inside_unseen(cases.size(), false);
    for (int fold = 0; fold < refits; ++fold) {
        const Box again = searched(selected(cases, all_but(fold_of, fold)), choice).box;
        const std::vector<bool> inside = again.inside(cases);
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (fold_of[i] == fold) inside_unseen[i] = again.restricts_any() && inside[i];
        }
        for (std::size_t factor = 0; factor < cases.factors.size(); ++factor)
            found.refits[factor] += again.limits[factor].restricts() ? 1 : 0;
    }
    found.unseen = counted_inside(cases, inside_unseen);
    found.unseen_coverage = found.unseen.failing / static_cast<double>(all_failing);
    return found;
}

bool is_enough(const Cases& cases) {
    const int failing = failing_in(cases), others = static_cast<int>(cases.size()) - failing;
    return cases.group_count() >= fewest_groups && failing >= fewest_failing && others >= fewest_failing;
}

void find_boxes(Discovery& discovery) {
    Cases rest = discovery.cases;
    const int all_failing = failing_in(rest);
    while (is_enough(rest) && static_cast<int>(discovery.boxes.size()) < discovery.question.most_boxes) {
        FoundBox found = tested_box(rest, discovery.question.prim, all_failing);
        if (!found.box.restricts_any() || !found.is_sure()) {
            if (discovery.boxes.empty()) discovery.doubtful = std::move(found);
            return;
        }
        std::vector<bool> outside = found.box.inside(rest);
        outside.flip();
        rest = selected(rest, outside);
        discovery.boxes.push_back(std::move(found));
    }
}

}  // namespace

std::string Discovery::why_nothing() const {
    const int failing = failing_in(cases), others = static_cast<int>(cases.size()) - failing;
    if (cases.size() == 0)
        return "It has a value in none of the " + std::to_string(cases.without_value) +
               " worlds, as there was nothing to measure: a longer run, or another measure, may have one.";
    if (failing == 0) return "It fails in none of these worlds, so that there is nothing to look for.";
    if (others == 0) return "It fails in all of these worlds, so that nothing tells them apart.";
    if (failing < fewest_failing || others < fewest_failing)
        return "At least " + std::to_string(fewest_failing) +
               " worlds must fail, and as many not, before conditions can be told from luck.";
    if (cases.group_count() < fewest_groups)
        return "At least " + std::to_string(fewest_groups) +
               " worlds (base rows of a Saltelli design, or trajectories) are needed before conditions can "
               "be told from luck; here are " +
               std::to_string(cases.group_count()) + ".";
    return "";
}

Discovery discover(const StudyTable& table, const DiscoveryQuestion& question) {
    return discover(cases_of(table, question.looked_at, question.test, question.share_of_futures), question);
}

Discovery discover(Cases cases, const DiscoveryQuestion& question) {
    Discovery discovery;
    discovery.question = question;
    discovery.cases = std::move(cases);
    if (!is_enough(discovery.cases)) return discovery;
    find_boxes(discovery);
    discovery.tree = tested_tree(discovery.cases, refits);
    return discovery;
}

}  // namespace headroom
