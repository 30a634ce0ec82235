#include "analysis/explanation/explanation.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

#include "analysis/explanation/causes.hpp"
#include "analysis/explanation/people.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"

namespace headroom {

namespace {

int decimals_for(double value) {
    return std::abs(value) >= 100 || value == std::floor(value) ? 0 : 1;
}

// Whole percents, and no 0 or 100 where there is something else.
std::string share_words(double share) {
    if (share > 0 && share < 0.005) return "<1 %";
    return share < 1 && share >= 0.995 ? ">99 %" : percent_words(share);
}

// One group of a table: what the number is made of, told apart in one way.
struct Group {
    std::string heading;
    std::function<std::string(const Cause&)> word;
};

void add_group(TextTable& table, const Causes& causes, const Group& group) {
    constexpr std::size_t most_rows = 8;
    std::map<std::string, double> amounts;
    for (const Cause& cause : causes.parts) amounts[group.word(cause)] += cause.amount;
    if (amounts.empty() || (amounts.size() == 1 && group.heading != "Why")) return;
    std::vector<std::pair<double, std::string>> rows;
    for (const auto& [word, amount] : amounts) rows.emplace_back(amount, word);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    table.add_heading(group.heading);
    double rest = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& [amount, word] = rows[i];
        if (i + 1 > most_rows && rows.size() > most_rows + 1) {
            rest += amount;
            continue;
        }
        table.add_row(
            {"  " + word, share_words(amount / causes.total), number_words(amount, decimals_for(amount))});
    }
    if (rest > 0)
        table.add_row({"  others", share_words(rest / causes.total), number_words(rest, decimals_for(rest))});
}

std::string shares(const Story& story, const Causes& causes, std::size_t width) {
    TextTable table({"", "share", causes.unit}, 14);
    add_group(table, causes, {"Why", [](const Cause& cause) { return reason_name(cause.reason); }});
    add_group(table, causes, {"Which team", [&](const Cause& cause) { return story.team(cause.team); }});
    add_group(table, causes, {"Which stage", [](const Cause& cause) { return stage_name(cause.stage); }});
    add_group(table, causes, {"How much help the family needs", [&](const Cause& cause) {
                                  return story.severity(cause.family);
                              }});
    add_group(table, causes,
              {"Which work", [](const Cause& cause) { return work_name(cause.work, cause.stage); }});
    return table.text(width);
}

std::string title(const StudyResults& results, const EventLog& log, const WhyQuestion& question) {
    return "Month " + std::to_string(question.month + 1) + " (" + month_words(results.start, question.month) +
           ") of \u201c" + results.point_names.front() + "\u201d, future " + std::to_string(log.future) +
           " of seed " + std::to_string(results.seed) + "\n";
}

std::string sum_sentence(const Causes& causes, double measured) {
    const bool agrees = std::abs(causes.value - measured) <= 1e-6 * std::max(1.0, std::abs(measured));
    if (agrees) return "The log's entries add up to this number.";
    return "The log's entries add up to " + number_words(causes.value, 3) + " instead: please report it.";
}

// One for each future, NaN where it failed.
std::vector<double> values_of(const StudyResults& results, int point, Measure measure,
                              std::optional<int> month) {
    std::vector<double> values;
    for (int future = 0; future < results.replications; ++future) {
        const Series& series = results.at(point, future);
        values.push_back(month ? series.at(measure, *month) : series.over_run(measure));
    }
    return values;
}

double mean_of(const std::vector<double>& values) {
    double sum = 0, count = 0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        sum += value;
        count += 1;
    }
    return sum / count;
}

}  // namespace

std::string explanation_text(const StudyResults& results, const EventLog& log, const WhyQuestion& question) {
    const Story story(results, log);
    const Causes causes = *causes_of(story, question.measure, question.month);
    const MeasureRow& row = row_of(question.measure);
    const double measured = results.at(0, 0).at(question.measure, question.month);
    std::string text = title(results, log, question);
    text += paragraph(std::string(row.name) + ": " + number_words(measured, decimals_for(measured)) + " " +
                          std::string(row.unit) + " (" + std::string(row.definition) + ")",
                      question.width, 2);
    if (causes.parts.empty()) return text + "There was nothing of it in that month.\n";
    std::map<std::int32_t, double> families;
    for (const Cause& cause : causes.parts) families[cause.family] += cause.amount;
    text +=
        paragraph("Behind it: " + number_words(causes.total, decimals_for(causes.total)) + " " +
                      causes.made_of + ", of " + std::to_string(families.size()) +
                      (families.size() == 1 ? " family. " : " families. ") + sum_sentence(causes, measured),
                  question.width) +
        "\n";
    text += shares(story, causes, question.width);
    text += families_behind(story, causes, question);
    return text + workers_behind(story, causes, question);
}

int worst_month(const StudyResults& results, Measure measure) {
    const std::span<const double> values = results.at(0, 0).of(measure);
    const bool more_is_better = row_of(measure).better == Better::higher;
    const auto less = [](double a, double b) { return std::isnan(a) || a < b; };
    const auto found = more_is_better ? std::min_element(values.begin(), values.end())
                                      : std::max_element(values.begin(), values.end(), less);
    return static_cast<int>(found - values.begin());
}

int worst_alternative(const StudyResults& results, Measure measure, std::optional<int> month) {
    const double sign = row_of(measure).better == Better::higher ? -1 : 1;
    int worst = 0;
    double most = -std::numeric_limits<double>::infinity();
    for (int point = 0; point < results.points(); ++point) {
        const double mean = sign * mean_of(values_of(results, point, measure, month));
        if (mean > most) {
            most = mean;
            worst = point;
        }
    }
    return worst;
}

std::optional<int> future_nearest_mean(const StudyResults& results, int point, Measure measure,
                                       std::optional<int> month) {
    const std::vector<double> values = values_of(results, point, measure, month);
    const double mean = mean_of(values);
    std::optional<int> nearest;
    double least = std::numeric_limits<double>::infinity();
    for (int future = 0; future < results.replications; ++future) {
        const double distance = std::abs(values[static_cast<std::size_t>(future)] - mean);
        if (distance < least) {
            least = distance;
            nearest = future;
        }
    }
    return nearest;
}

}  // namespace headroom
