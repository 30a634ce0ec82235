#include <algorithm>

#include "analysis/statistics/headlines.hpp"
#include "analysis/words/json.hpp"
#include "apps/page/simulator/told.hpp"
#include "sim/futures/digest.hpp"

namespace headroom {

namespace {

constexpr int months_in_a_quarter = 3;

std::string word_of(Better better) {
    return better == Better::lower ? "lower" : better == Better::higher ? "higher" : "neither";
}

std::string measures_told() {
    Joined all('[');
    for (const Headline& row : headlines()) {
        const MeasureRow& measure = row_of(row.measure);
        all.add(Joined('{')
                    .add("key", json_quoted(measure.name))
                    .add("label", json_quoted(row.label()))
                    .add("unit", json_quoted(measure.unit))
                    .add("definition", json_quoted(measure.definition))
                    .add("group", json_quoted(heading_of(row.group)))
                    .add("better", json_quoted(word_of(measure.better)))
                    .add("decimals", row.decimals)
                    .add("scale", row.scale)
                    .closed());
    }
    return all.closed();
}

// Every headline measure over months [from, to). One that is known of the whole run alone, such as a long
// wait, has no value over a part of it.
std::string values_told(const Series& series, int from, int to) {
    const bool is_whole_run = from == 0 && to == series.months();
    Joined values('[');
    for (const Headline& row : headlines()) {
        const bool is_known = is_whole_run || row_of(row.measure).kind != MeasureKind::whole;
        values.add(is_known ? json_number(series.over(row.measure, from, to)) : "null");
    }
    return values.closed();
}

// What the values at the end of a quarter are about.
enum class Reach { quarter, from_the_start };

std::string series_told(const Series& series, Reach reach) {
    Joined quarters('[');
    for (int from = 0; from < series.months(); from += months_in_a_quarter) {
        const int to = std::min(from + months_in_a_quarter, series.months());
        quarters.add(values_told(series, reach == Reach::quarter ? from : 0, to));
    }
    return quarters.closed();
}

}  // namespace

std::string quarters_told(const Workshop& workshop, std::uint32_t number) {
    const StudyResults results = workshop.results();
    const auto future = static_cast<int>(number);
    Joined alternatives('[');
    for (int point = 0; point < results.points(); ++point) {
        std::string fault;
        for (const Failure& failure : results.failures) {
            if (failure.point == point && failure.replication == future) fault = failure.reason;
        }
        const Series& series = results.at(point, future);
        alternatives.add(Joined('{')
                             .add("name", json_quoted(results.point_names[static_cast<std::size_t>(point)]))
                             .add("fault", json_quoted(fault))
                             .add("quarters", series_told(series, Reach::quarter))
                             .add("so_far", series_told(series, Reach::from_the_start))
                             .closed());
    }
    return Joined('{').add("measures", measures_told()).add("alternatives", alternatives.closed()).closed();
}

std::string digest_told(const LivedBranch& branch) {
    Digest digest;
    for (const double value : branch.series.values()) digest.add(value);
    digest.add(branch.fault);
    return in_hexadecimal(digest.value());
}

}  // namespace headroom
