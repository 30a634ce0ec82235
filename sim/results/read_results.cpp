#include <algorithm>
#include <limits>

#include "sim/engine/first_month.hpp"
#include "sim/futures/study_table.hpp"
#include "sim/results/fit_figures.hpp"
#include "sim/results/hdf5.hpp"
#include "sim/results/layout.hpp"
#include "sim/results/members.hpp"
#include "sim/results/opened_results.hpp"
#include "sim/results/packed_measures.hpp"
#include "sim/results/results_file.hpp"
#include "sim/results/study_coordinates.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;
using hdf5::Hdf5Error;

int length_of_axis(hid_t file, const char* name) {
    if (H5Lexists(file, name, H5P_DEFAULT) <= 0) return 0;
    const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open an axis");
    const std::vector<hsize_t> lengths = hdf5::lengths_of(dataset);
    constexpr hsize_t longest = 100'000'000;
    if (lengths.size() != 1 || lengths[0] > longest) throw Hdf5Error("read an axis");
    return static_cast<int>(lengths[0]);
}

Date start_of(hid_t file) {
    const std::string start = hdf5::read_text(file, "start");
    if (!start.empty()) return Date::from_iso(start);
    const Handle month(H5Dopen2(file, "month", H5P_DEFAULT), H5Dclose, "open the months");
    const std::string unit = hdf5::read_text(month, "units");
    constexpr std::string_view since = "days since ";
    if (!unit.starts_with(since)) throw Hdf5Error("read the start date");
    return Date::from_iso(std::string_view(unit).substr(since.size()));
}

// How long the run is, and which part of it a value stands for.
void read_periods(hid_t file, StudyResults& results) {
    const int by_month = length_of_axis(file, "month");
    const bool is_told = H5Aexists(file, "months") > 0;
    results.months = is_told
                         ? static_cast<int>(std::min<std::uint64_t>(hdf5::read_number(file, "months"), 1'200))
                         : by_month;
    results.period_months = by_month > 0                          ? 1
                            : length_of_axis(file, "quarter") > 0 ? 3
                            : length_of_axis(file, "year") > 0    ? 12
                                                                  : 0;
}

StudyResults read_origin(hid_t file) {
    StudyResults results;
    results.point_names = hdf5::read_texts(file, "point_name");
    results.replications = length_of_axis(file, "replication");
    read_periods(file, results);
    results.teams = length_of_axis(file, "team");
    results.start = start_of(file);
    results.seed = hdf5::read_number(file, "seed");
    results.question_text = hdf5::read_text(file, "question");
    results.question = hdf5::read_text(file, "title");
    results.scenario_text = hdf5::read_text(file, "scenario");
    results.authority = hdf5::read_text(file, "authority");
    if (H5Aexists(file, "fitted_sets") > 0)
        results.fitted_sets = static_cast<int>(hdf5::read_number(file, "fitted_sets"));
    results.fit_figures = figures_in(hdf5::read_text(file, "fit_figures"));
    results.created_by = hdf5::read_text(file, "created_by");
    results.headroom_version = hdf5::read_text(file, "headroom_version");
    results.git_commit = hdf5::read_text(file, "git_commit");
    results.notes = parts_of(hdf5::read_text(file, "notes"), '\n');
    results.contradictions = parts_of(hdf5::read_text(file, "contradictions"), '\n');
    results.events_only = hdf5::read_text(file, "alternatives_are") == "events";
    results.design = read_study_coordinates(file, results.points());
    return results;
}

template <class Number>
std::vector<Number> read_failure_numbers(hid_t file, const char* name, std::size_t count) {
    std::vector<Number> numbers(count);
    const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open the list of failures");
    if (hdf5::lengths_of(dataset) != std::vector<hsize_t>{count})
        throw Hdf5Error("read the list of failures");
    check(H5Dread(dataset, hdf5::native_type<Number>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()),
          "read the list of failures");
    return numbers;
}

std::vector<Failure> read_failures(hid_t file) {
    const std::vector<std::string> reasons = hdf5::read_texts(file, "failures");
    if (reasons.empty()) return {};
    const std::size_t count = reasons.size();
    const auto points = read_failure_numbers<int>(file, "failure_point", count);
    const auto replications = read_failure_numbers<int>(file, "failure_replication", count);
    const auto seeds = read_failure_numbers<std::uint64_t>(file, "failure_seed", count);
    std::vector<Failure> failures;
    for (std::size_t i = 0; i < count; ++i)
        failures.push_back({points[i], replications[i], seeds[i], reasons[i]});
    return failures;
}

constexpr hsize_t most_numbers = 1'000'000'000'000;

// A measure in the file, ready to be read. Every file holds every measure, so one without is damaged, as is
// one in which its shape does not match the axes: both throw.
struct KeptMeasure {
    Handle dataset, space;
    std::vector<hsize_t> lengths;  // of its axes: points and futures of a point first
};

KeptMeasure find_measure_in(hid_t file, const Variable& variable, const StudyResults& results) {
    if (H5Lexists(file, variable.name.c_str(), H5P_DEFAULT) <= 0)
        throw Hdf5Error("find " + variable.name + " in it");
    KeptMeasure kept;
    kept.dataset = Handle(H5Dopen2(file, variable.name.c_str(), H5P_DEFAULT), H5Dclose, "open a measure");
    kept.space = Handle(H5Dget_space(kept.dataset), H5Sclose, "read the shape of a measure");
    kept.lengths = hdf5::lengths_of(kept.dataset);
    const auto points = static_cast<hsize_t>(results.points());
    const auto replications = static_cast<hsize_t>(results.replications);
    const hsize_t of_a_point = replications * variable.length;
    hsize_t all = points;
    bool is_modest = true;  // so that the product cannot run over
    for (std::size_t i = 1; i < kept.lengths.size(); ++i) {
        is_modest = is_modest && kept.lengths[i] <= of_a_point && all <= most_numbers;
        all *= kept.lengths[i];
    }
    if (!is_modest || kept.lengths.size() < 2 || kept.lengths[0] != points ||
        kept.lengths[1] != replications || all != points * of_a_point)
        throw Hdf5Error("match the shape of a measure with its axes");
    return kept;
}

// Some points of it, into room for all their numbers.
void read_points(const KeptMeasure& kept, int first, int points, std::span<double> values) {
    std::vector<hsize_t> corner(kept.lengths.size(), 0), count = kept.lengths;
    corner[0] = static_cast<hsize_t>(first);
    count[0] = static_cast<hsize_t>(points);
    check(H5Sselect_hyperslab(kept.space, H5S_SELECT_SET, corner.data(), nullptr, count.data(), nullptr),
          "choose some points");
    check(H5Dread(kept.dataset, H5T_NATIVE_DOUBLE, hdf5::dataspace(count), kept.space, H5P_DEFAULT,
                  values.data()),
          "read a measure");
}

// One measure of some points into their series, all futures of each.
void read_measure(const KeptMeasure& kept, const Variable& variable, int first, std::span<Series> series) {
    std::vector<double> values(series.size() * variable.length, std::numeric_limits<double>::quiet_NaN());
    const int points = static_cast<int>(series.size() / kept.lengths[1]);
    read_points(kept, first, points, values);
    for (std::size_t future = 0; future < series.size(); ++future) {
        const auto from = values.begin() + static_cast<std::ptrdiff_t>(future * variable.length);
        std::copy_n(from, variable.length,
                    series[future].values().begin() + static_cast<std::ptrdiff_t>(variable.offset));
    }
}

// As many points at a time as whole chunks hold, so that each is unpacked once.
void read_measure(hid_t file, const Variable& variable, int points_in_a_block, StudyResults& results) {
    const KeptMeasure kept = find_measure_in(file, variable, results);
    const int at_a_time = chunk_shape(variable, extent_of(results), points_in_a_block).points;
    for (int first = 0; first < results.points(); first += at_a_time) {
        const int points = std::min(at_a_time, results.points() - first);
        const std::size_t from = results.index_of(first, 0), to = results.index_of(first + points, 0);
        read_measure(kept, variable, first, std::span(results.series).subspan(from, to - from));
    }
}

void ensure_is_possible(const StudyResults& results) {
    constexpr int most_points = 10'000'000, most_replications = 10'000'000, most_months = 1'200,
                  most_teams = 10'000;
    const bool is_possible = results.points() >= 1 && results.points() <= most_points &&
                             results.replications >= 1 && results.replications <= most_replications &&
                             results.months >= 1 && results.months <= most_months && results.teams >= 0 &&
                             results.teams <= most_teams &&
                             double(results.points()) * results.replications < 2e9;
    if (!is_possible) throw Hdf5Error("find at least one alternative, future and month, and not too many");
}

// What the axes claim must be possible in a file of this size, before memory is asked for it.
void ensure_holds(hid_t file, const StudyResults& results, double numbers_in_a_future) {
    hsize_t bytes = 0;
    check(H5Fget_filesize(file, &bytes), "read the size of the file");
    // Deflate packs no more than 1,032 bytes into one (RFC 1951); small files hold little anyway.
    const double most = 1'100.0 * static_cast<double>(bytes) + 256e6;
    if (8 * numbers_in_a_future * results.points() * results.replications > most)
        throw Hdf5Error("find as many numbers in it as its axes claim");
}

// What is left out together or not at all: where the first is there and the second is not, a name was lost.
struct Companions {
    const char* name;
    const char* needs;
};
constexpr Companions companions[] = {
    {"team_children_held", "team"},   {"failure_point", "failures"}, {"entry", "log_kind"},
    {"world", "policy_name"},         {"policy_name", "world"},      {"setting_value", "setting_key"},
    {"setting_key", "setting_value"}, {"setting_key", "member"}};

void ensure_is_whole(hid_t file) {
    const auto is_there = [&](const char* name) { return H5Lexists(file, name, H5P_DEFAULT) > 0; };
    for (const Companions& pair : companions) {
        if (is_there(pair.name) && !is_there(pair.needs))
            throw Hdf5Error(std::string("find ") + pair.needs + " in it");
    }
    if (is_there("policy_name") && H5Aexists(file, "design") <= 0) throw Hdf5Error("find its design");
}

StudyResults read_all_but_series(hid_t file) {
    ensure_is_whole(file);
    StudyResults results = read_origin(file);
    results.failures = read_failures(file);
    for (const Failure& failure : results.failures) {
        if (failure.point < 0 || failure.point >= results.points() || failure.replication < 0 ||
            failure.replication >= results.replications)
            throw Hdf5Error("match a failure with its future");
    }
    ensure_is_possible(results);
    results.members = read_members(file, results.replications);
    return results;
}

// Without values, for a file's futures.
Series empty_series(const StudyResults& origin) {
    Series series(origin.periods(), origin.teams);
    series.set_first_part(first_month_of(origin.start).part());
    return series;
}

StudyResults read_all(hid_t file) {
    StudyResults results = read_all_but_series(file);
    ensure_holds(file, results,
                 static_cast<double>(Series(results.periods(), results.teams).values().size()));
    const std::size_t futures = results.index_of(results.points(), 0);
    results.series.assign(futures, empty_series(results));
    const Extent extent = extent_of(results);
    const std::vector<Variable> variables = variables_of(extent);
    const int at_a_time = points_in_a_block(variables, extent);
    for (const Variable& variable : variables) read_measure(file, variable, at_a_time, results);
    return results;
}

// The variable that a name stands for in this file; throws where it is none of ours.
Variable variable_named(std::string_view name, const StudyResults& origin,
                        const std::filesystem::path& file) {
    for (Variable& variable : variables_of(extent_of(origin))) {
        if (variable.name == name) return std::move(variable);
    }
    refuse(file, std::string(name) + " is not a measure. \"headroom explain\" lists them.");
}

// The series of some points, all their futures.
std::vector<Series> read_block(hid_t file, const StudyResults& origin, int first, int points) {
    const std::size_t count = origin.index_of(points, 0);
    std::vector<Series> series(count, empty_series(origin));
    for (const Variable& variable : variables_of(extent_of(origin)))
        read_measure(find_measure_in(file, variable, origin), variable, first, series);
    return series;
}

StudyTable read_table(hid_t opened, std::string_view measure, const std::filesystem::path& file) {
    StudyTable table;
    table.origin = read_all_but_series(opened);
    const Variable variable = variable_named(measure, table.origin, file);
    const KeptMeasure kept = find_measure_in(opened, variable, table.origin);
    ensure_holds(opened, table.origin, static_cast<double>(variable.length));
    table.measure = variable.name;
    table.unit = variable.unit;
    table.definition = variable.definition;
    table.periods = static_cast<int>(variable.length);
    table.values.resize(table.origin.index_of(table.origin.points(), 0) * variable.length);
    read_points(kept, 0, table.origin.points(), table.values);
    return table;
}

}  // namespace

struct ResultsReader::Opened {
    hdf5::Silence silence;
    std::filesystem::path path;
    Handle file;
};

ResultsReader::ResultsReader(const std::filesystem::path& file) : origin_(read_origin_of_results(file)) {
    opened_ = std::make_unique<Opened>();
    opened_->path = file;
    opened_->file = open_results(file);
}

ResultsReader::~ResultsReader() = default;

std::vector<Series> ResultsReader::read(int first_point, int points) const {
    try {
        return read_block(opened_->file, origin_, first_point, points);
    } catch (const Hdf5Error& error) {
        refuse(opened_->path, std::string("it is damaged: HDF5 could not ") + error.what() + ".");
    }
}

StudyResults read_origin_of_results(const std::filesystem::path& file) {
    return with_results(file, [](hid_t opened) { return read_all_but_series(opened); });
}

StudyTable read_study_table(const std::filesystem::path& file, std::string_view measure, Trust trust) {
    const auto read = [&](hid_t opened) { return read_table(opened, measure, file); };
    if (trust == Trust::none) return with_results(file, read);
    const hdf5::Silence silence;
    return read(open_results(file));
}

StudyResults read_comparison(const std::filesystem::path& file) {
    const StudyResults origin = read_origin_of_results(file);
    if (origin.design.kind.empty()) return read_results(file);
    refuse(file, "it is a study of " + std::to_string(origin.points()) +
                     " points and no comparison. \"headroom sensitivity\", \"headroom discover\" and "
                     "\"headroom frontier\" read it.");
}

StudyResults read_results(const std::filesystem::path& file) {
    return with_results(file, [](hid_t opened) { return read_all(opened); });
}

}  // namespace headroom
