#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/discovery/discovery.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/study_words.hpp"
#include "analysis/words/text_table.hpp"

namespace headroom {

namespace {

constexpr std::size_t most_steps = 10;  // of the trade-off

std::string worlds_words(int number) {
    return number == 1 ? "1 world" : number_words(number, 0) + " worlds";
}

// "84 % (75 to 91)".
std::string share_words(const Counted& counted) {
    if (counted.cases == 0) return "none inside";
    const Interval within = counted.density_within();
    return percent_words(counted.density()) + " (" + number_words(100 * within.low, 0) + " to " +
           number_words(100 * within.high, 0) + ")";
}

std::string quasi_p_words(double p) {
    return p < 0.001 ? "below 0.001" : number_words(p, 3);
}

std::string how_a_world_fails(const Discovery& discovery, int futures) {
    const std::optional<double>& share = discovery.question.share_of_futures;
    if (futures == 1) return "";
    if (!share) return " A world fails when the mean of its " + std::to_string(futures) + " futures does.";
    return " A world fails when at least " + percent_words(*share) + " of its " + std::to_string(futures) +
           " futures do.";
}

std::string opening(const StudyTable& table, const Discovery& discovery, std::size_t width) {
    const Cases& cases = discovery.cases;
    const int futures = table.origin.replications;
    const std::vector<bool> all(cases.size(), true);
    std::string text =
        paragraph("Where " + looked_at_words(table.origin.design, discovery.question.looked_at) +
                      " fails: " + words_of(discovery.question.test) + " (" + table.unit + ")",
                  width) +
        paragraph("(" + table.definition + ")", width) + "\n";
    const Counted counted = counted_inside(cases, all);
    if (counted.cases == 0) return text;
    std::string sentence = "It fails in " + share_words(counted) + " of " + worlds_words(counted.cases) +
                           "." + how_a_world_fails(discovery, futures);
    if (futures == 1)
        sentence += " Each world was lived in one future only: whether it fails may be chance.";
    else if (cases.near > 0)
        sentence += " In " + worlds_words(cases.near) +
                    " chance may have decided"
                    " (within one standard error of the limit).";
    if (cases.without_value > 0)
        sentence += " " + worlds_words(cases.without_value) + (cases.without_value == 1 ? " has" : " have") +
                    " no value, as there was nothing to measure, and " +
                    (cases.without_value == 1 ? "is" : "are") + " left out.";
    return text + paragraph(sentence, width) + "\n";
}

std::string range_words(const WorldFactor& factor) {
    std::string words;
    for (const std::string& word : factor.words) words += (words.empty() ? "" : ", ") + word;
    return factor.is_choice() ? words : plain_words(factor.low) + " to " + plain_words(factor.high);
}

std::string limits_table(const Discovery& discovery, const FoundBox& found, std::size_t width) {
    TextTable table({"", "condition", "range", "quasi-p", "in refits"}, 20);
    for (std::size_t factor = 0; factor < found.box.limits.size(); ++factor) {
        if (!found.box.limits[factor].restricts()) continue;
        const WorldFactor& of = discovery.cases.factors[factor];
        table.add_row({"  " + shortened(of.name, 44), words_of(found.box.limits[factor], of),
                       shortened(range_words(of), 24), quasi_p_words(found.quasi_p[factor]),
                       std::to_string(found.refits[factor]) + " of " + std::to_string(refits)});
    }
    return table.text(width);
}

// Conditions that no refit found again, which the table might let one overlook.
std::string never_again(const Discovery& discovery, const FoundBox& found) {
    std::string names;
    for (std::size_t factor = 0; factor < found.box.limits.size(); ++factor) {
        if (!found.box.limits[factor].restricts() || found.refits[factor] > 0) continue;
        const WorldFactor& of = discovery.cases.factors[factor];
        names += (names.empty() ? "" : "; ") + of.name + " " + words_of(found.box.limits[factor], of);
    }
    return names.empty() ? ""
                         : "Found again in none of " + std::to_string(refits) +
                               " refits, so may be luck: " + names + ".";
}

// Where a density was asked for that no lasting box has.
std::string not_so_dense(const Discovery& discovery, const FoundBox& found) {
    const std::optional<double>& asked = discovery.question.prim.density;
    if (!asked || found.counted.density() >= *asked) return "";
    return "No box with at least " + percent_words(*asked) +
           " was found on conditions that are not likely luck; this is the densest.";
}

std::string unseen_words(const FoundBox& found) {
    if (found.unseen.cases == 0)
        return "Found again without a part of the worlds, it held none of that part.";
    return "In worlds that it was not found from " + share_words(found.unseen) +
           " of those inside fail (density), and " + percent_words(found.unseen_coverage) +
           " of all that fail are inside (coverage).";
}

std::string box_text(const Discovery& discovery, const FoundBox& found, std::size_t width) {
    std::string text = limits_table(discovery, found, width);
    for (const std::string& warning : {never_again(discovery, found), not_so_dense(discovery, found)}) {
        if (!warning.empty()) text += paragraph("  " + warning, width, 2);
    }
    return text +
           paragraph("  " + unseen_words(found) + " In the worlds it was found from, which flatter it: " +
                         percent_words(found.counted.density()) + " of " + worlds_words(found.counted.cases) +
                         ", and " + percent_words(found.coverage) + ".",
                     width, 2);
}

// Where no box is sure.
std::string nothing_sure(const Discovery& discovery, std::size_t width) {
    const int worlds = static_cast<int>(discovery.cases.size()), groups = discovery.cases.group_count();
    std::string text =
        "No conditions were found under which it surely fails more often than it does anywhere.";
    if (groups < worlds)
        text += " Its " + worlds_words(worlds) + " are variations of " + number_words(groups, 0) +
                ": as many of a Latin hypercube would tell more.";
    if (!discovery.doubtful || !discovery.doubtful->box.restricts_any()) return paragraph(text, width) + "\n";
    text += " What follows holds in the worlds it was found from, and not surely in others:";
    return paragraph(text, width) + box_text(discovery, *discovery.doubtful, width) + "\n";
}

std::string boxes_text(const Discovery& discovery, std::size_t width) {
    if (discovery.boxes.empty()) return nothing_sure(discovery, width);
    std::string text;
    for (std::size_t i = 0; i < discovery.boxes.size(); ++i) {
        const FoundBox& found = discovery.boxes[i];
        text += paragraph(i == 0 ? "It fails more often where all of this holds (in all worlds: " +
                                       percent_words(found.share_elsewhere) + "):"
                                 : "Of the worlds outside, where " + percent_words(found.share_elsewhere) +
                                       " fail, it fails more often where:",
                          width) +
                box_text(discovery, found, width) + "\n";
    }
    return text;
}

// At most so many steps, evenly over the way, with the one that was taken.
std::vector<std::size_t> shown_steps(const BoxSearch& search) {
    std::vector<std::size_t> shown;
    const std::size_t all = search.steps.size();
    for (std::size_t i = 0; i < std::min(all, most_steps); ++i)
        shown.push_back(all <= most_steps ? i : i * (all - 1) / (most_steps - 1));
    if (std::find(shown.begin(), shown.end(), search.taken) == shown.end()) shown.push_back(search.taken);
    std::sort(shown.begin(), shown.end());
    return shown;
}

// What the limits of a step ask, in a few words.
std::string step_words(const Discovery& discovery, const Box& box) {
    std::string words;
    for (std::size_t factor = 0; factor < box.limits.size(); ++factor) {
        if (!box.limits[factor].restricts()) continue;
        words += (words.empty() ? "" : "; ") + discovery.cases.factors[factor].name + " " +
                 words_of(box.limits[factor], discovery.cases.factors[factor]);
    }
    return words.empty() ? "everywhere" : words;
}

std::string trade_off(const Discovery& discovery, std::size_t width) {
    if (discovery.boxes.empty()) return "";
    const BoxSearch& search = discovery.boxes.front().search;
    TextTable table({"Smaller boxes are denser, larger ones cover more (in the worlds they were found from)",
                     "density", "coverage", "worlds"},
                    width - 34);
    for (const std::size_t place : shown_steps(search)) {
        const Step& step = search.steps[place];
        const std::string mark = place == search.taken ? "> " : "  ";
        table.add_row({mark + shortened(step_words(discovery, step.box), width - 36),
                       percent_words(step.counted.density()), percent_words(step.coverage),
                       number_words(step.counted.cases, 0)});
    }
    return table.text(width) +
           paragraph(
               "> taken, as the furthest above luck (or by --density); the box above is this one, widened "
               "where "
               "that left it at least as dense.",
               width) +
           "\n";
}

using Worlds = std::vector<std::size_t>;

// A tree as lines of a table, one for each leaf below the questions that lead to it.
class TreeLines {
public:
    TreeLines(const Discovery& discovery, TextTable& table) : discovery_(discovery), table_(table) {}

    void add(const Fork& branch, const Worlds& worlds, const std::string& before) {
        if (branch.is_leaf()) return add_leaf(branch, worlds, before);
        if (!before.empty()) table_.add_heading(before);
        add_side(*branch.left, branch.left_limit, branch.factor, {worlds, before});
        add_side(*branch.right, branch.right_limit, branch.factor, {worlds, before});
    }

private:
    // Where a question is asked: of which worlds, below which line.
    struct Above {
        const Worlds& worlds;
        const std::string& line;
    };

    void add_side(const Fork& side, const Limit& limit, std::size_t number, Above above) {
        const WorldFactor& factor = discovery_.cases.factors[number];
        Worlds here;
        for (const std::size_t world : above.worlds) {
            if (limit.holds(factor.values[world])) here.push_back(world);
        }
        const std::string indent =
            above.line.empty() ? "" : std::string(above.line.find_first_not_of(' ') + 2, ' ');
        add(side, here, indent + shortened(factor.name, 44) + " " + words_of(limit, factor));
    }

    void add_leaf(const Fork& leaf, const Worlds& worlds, const std::string& line) {
        double unseen = 0;
        for (const std::size_t world : worlds) unseen += discovery_.tree.unseen[world];
        table_.add_row({line, percent_words(leaf.counted.density()),
                        percent_words(unseen / static_cast<double>(worlds.size())),
                        number_words(leaf.counted.cases, 0)});
    }

    const Discovery& discovery_;
    TextTable& table_;
};

std::string tree_text(const Discovery& discovery, std::size_t width) {
    const TestedTree& tested = discovery.tree;
    if (tested.tree->is_leaf())
        return paragraph(
                   "A tree of conditions was cut back to nothing: no question tells failing worlds "
                   "apart in worlds that the tree did not see.",
                   width) +
               "\n";
    TextTable table({"", "fail", "foretold unseen", "worlds"}, 10);
    Worlds worlds(discovery.cases.size());
    std::iota(worlds.begin(), worlds.end(), std::size_t{0});
    TreeLines(discovery, table).add(*tested.tree, worlds, "");
    return "The same as a tree\n" + table.text(width) +
           paragraph("It explains " + percent_words(std::max(0.0, tested.skill)) +
                         " of the variance of failing in worlds that it did not see. \"Foretold unseen\" is "
                         "what trees grown without these worlds foretell of them, which is not flattered.",
                     width) +
           "\n";
}

std::string method_text(const StudyTable& table, const Discovery& discovery, std::size_t width) {
    std::string text;
    for (const std::string& note :
         {std::string("Boxes: PRIM (Friedman and Fisher 1999), peeling ") +
              percent_words(discovery.question.prim.peel) +
              " at a time. Quasi-p (Bryant and Lempert 2010): the chance of so dense a box without that "
              "condition; it is flattered, as the condition was sought. Tree: CART (Breiman et al. 1984), "
              "cut "
              "back by its error in unseen worlds.",
          "Unseen: everything was found again " + std::to_string(refits) +
              " times, each time without a fifth of the worlds" +
              (discovery.cases.group_count() < static_cast<int>(discovery.cases.size())
                   ? " (whole base rows or trajectories, which count as one in intervals)"
                   : "") +
              ", and tried on those. Intervals: 95 %, Wilson's.",
          std::string(
              "Conditions tell where it fails in this study, not why; its worlds count alike, so that "
              "shares are no forecast.")})
        text += paragraph("- " + note, width, 2);
    return text + paragraph(study_origin_words(table.origin), width);
}

}  // namespace

std::string discovery_text(const StudyTable& table, const Discovery& discovery, std::size_t width) {
    std::string text = opening(table, discovery, width);
    const std::string why_nothing = discovery.why_nothing();
    if (!why_nothing.empty())
        return text + paragraph(why_nothing, width) + paragraph(study_origin_words(table.origin), width);
    return text + boxes_text(discovery, width) + trade_off(discovery, width) + tree_text(discovery, width) +
           method_text(table, discovery, width);
}

}  // namespace headroom
