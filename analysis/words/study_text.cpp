#include "analysis/words/study_text.hpp"

#include <algorithm>
#include <limits>

#include "analysis/statistics/headlines.hpp"
#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/over_futures.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t terminal_width = 110;

// How a measure is shown: as in the answer to a question where it stands there, else as it is.
Headline shown_as(const std::string& measure) {
    for (const Headline& row : headlines()) {
        if (row_of(row.measure).name == measure) return row;
    }
    const MeasureRow* row = find_measure(measure);
    return {row->measure, Group::children, 1, 1, 0, 0};
}

bool adds_up(const std::string& measure) {
    const MeasureRow* row = find_measure(measure);
    return row && row->kind == MeasureKind::monthly && row->within == Within::sum;
}

double of_future(const StudyTable& table, int point, int replication) {
    double sum = 0;
    for (int period = 0; period < table.periods; ++period) sum += table.at(point, replication, period);
    return adds_up(table.measure) ? sum : sum / table.periods;
}

std::string cell_of(const StudyTable& table, int policy) {
    std::vector<double> values = known_of(by_world(table, policy));
    if (values.empty()) return "none";
    const Headline row = shown_as(table.measure);
    const auto words = [&](double value) { return number_words(value * row.scale, row.decimals); };
    const std::string mean = words(mean_of(values));
    if (values.size() < 10) return mean;
    const Range range = middle_80_percent(values);
    return mean + " (" + words(range.low) + "-" + words(range.high) + ")";
}

}  // namespace

std::vector<double> by_world(const StudyTable& table, int policy) {
    const StudyResults& origin = table.origin;
    std::vector<double> values;
    for (int world = 0; world < origin.design.worlds; ++world) {
        std::vector<double> futures;
        for (int replication = 0; replication < origin.replications; ++replication)
            futures.push_back(of_future(table, origin.design.point(world, policy), replication));
        futures = known_of(futures);
        values.push_back(futures.empty() ? not_a_number : mean_of(futures));
    }
    return values;
}

std::string study_text(const std::vector<StudyTable>& tables, std::size_t most) {
    const StudyDesign& design = tables.front().origin.design;
    std::vector<std::string> headers{"Policy"};
    for (const StudyTable& table : tables) {
        const Headline row = shown_as(table.measure);
        headers.push_back((row.group == Group::shortfalls ? "unmet, hours per 100: " : "") +
                          std::string(row.label()));
    }
    TextTable text(std::move(headers), 24);
    const std::size_t shown = std::min(most, design.policy_names.size());
    for (std::size_t policy = 0; policy < shown; ++policy) {
        std::vector<std::string> cells{shortened(design.policy_names[policy], 44)};
        for (const StudyTable& table : tables) cells.push_back(cell_of(table, static_cast<int>(policy)));
        text.add_row(std::move(cells));
    }
    std::string all = text.text(terminal_width);
    if (shown < design.policy_names.size())
        all += "and " + std::to_string(design.policy_names.size() - shown) + " more policies in the file.\n";
    if (design.worlds >= 10)
        all += "Mean over the worlds, with the range that the middle 8 in 10 of them span.\n";
    else if (design.worlds > 1)
        all += "Mean over the worlds.\n";
    constexpr int many_futures = 10;
    const int futures = tables.front().origin.replications;
    if (futures < many_futures)
        all += "Every world has lived the same " + std::string(futures == 1 ? "one future" : "few futures") +
               ": how far their luck moves all these numbers is in no range here.\n";
    return all;
}

}  // namespace headroom
