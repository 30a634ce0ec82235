#include <algorithm>
#include <limits>

#include "sim/results/hdf5.hpp"
#include "sim/results/layout.hpp"
#include "sim/results/moved_assumptions.hpp"
#include "sim/results/opened_results.hpp"
#include "sim/results/results_file.hpp"

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;
using hdf5::Hdf5Error;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return lines;
}

int length_of_axis(hid_t file, const char* name) {
    if (H5Lexists(file, name, H5P_DEFAULT) <= 0) return 0;
    const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open an axis");
    const std::vector<hsize_t> lengths = hdf5::lengths_of(dataset);
    constexpr hsize_t longest = 100'000'000;
    if (lengths.size() != 1 || lengths[0] > longest) throw Hdf5Error("read an axis");
    return static_cast<int>(lengths[0]);
}

Date start_of(hid_t file) {
    const Handle month(H5Dopen2(file, "month", H5P_DEFAULT), H5Dclose, "open the months");
    const std::string unit = hdf5::read_text(month, "units");
    constexpr std::string_view since = "days since ";
    if (!unit.starts_with(since)) throw Hdf5Error("read the start date");
    return Date::from_iso(std::string_view(unit).substr(since.size()));
}

StudyResults read_origin(hid_t file) {
    StudyResults results;
    results.point_names = hdf5::read_texts(file, "point_name");
    results.replications = length_of_axis(file, "replication");
    results.months = length_of_axis(file, "month");
    results.teams = length_of_axis(file, "team");
    results.start = start_of(file);
    results.seed = hdf5::read_number(file, "seed");
    results.question_text = hdf5::read_text(file, "question");
    results.question = hdf5::read_text(file, "title");
    results.scenario_text = hdf5::read_text(file, "scenario");
    results.authority = hdf5::read_text(file, "authority");
    results.created_by = hdf5::read_text(file, "created_by");
    results.headroom_version = hdf5::read_text(file, "headroom_version");
    results.git_commit = hdf5::read_text(file, "git_commit");
    results.notes = lines_of(hdf5::read_text(file, "notes"));
    results.events_only = hdf5::read_text(file, "alternatives_are") == "events";
    return results;
}

template <class Number>
std::vector<Number> read_failure_numbers(hid_t file, const char* name, hid_t type, std::size_t count) {
    std::vector<Number> numbers(count);
    const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open the list of failures");
    if (hdf5::lengths_of(dataset) != std::vector<hsize_t>{count})
        throw Hdf5Error("read the list of failures");
    check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()), "read the list of failures");
    return numbers;
}

std::vector<Failure> read_failures(hid_t file) {
    const std::vector<std::string> reasons = hdf5::read_texts(file, "failures");
    if (reasons.empty()) return {};
    const std::size_t count = reasons.size();
    const auto points = read_failure_numbers<int>(file, "failure_point", H5T_NATIVE_INT, count);
    const auto replications = read_failure_numbers<int>(file, "failure_replication", H5T_NATIVE_INT, count);
    const auto seeds = read_failure_numbers<std::uint64_t>(file, "failure_seed", H5T_NATIVE_UINT64, count);
    std::vector<Failure> failures;
    for (std::size_t i = 0; i < count; ++i)
        failures.push_back({points[i], replications[i], seeds[i], reasons[i]});
    return failures;
}

constexpr hsize_t most_numbers = 1'000'000'000'000;

// Reads one measure of one point at a time, so that memory holds little beyond the series themselves.
void read_measure(hid_t file, const Variable& variable, StudyResults& results) {
    const auto replications = static_cast<hsize_t>(results.replications);
    std::vector<double> values(replications * variable.length, std::numeric_limits<double>::quiet_NaN());
    Handle dataset, space;
    const bool is_kept = H5Lexists(file, variable.name.c_str(), H5P_DEFAULT) > 0;
    std::vector<hsize_t> count;
    if (is_kept) {
        dataset = Handle(H5Dopen2(file, variable.name.c_str(), H5P_DEFAULT), H5Dclose, "open a measure");
        space = Handle(H5Dget_space(dataset), H5Sclose, "read the shape of a measure");
        count = hdf5::lengths_of(dataset);
        hsize_t all = static_cast<hsize_t>(results.points());
        bool is_modest = true;  // so that the product cannot run over
        for (std::size_t i = 1; i < count.size(); ++i) {
            is_modest = is_modest && count[i] <= values.size() && all <= most_numbers;
            all *= count[i];
        }
        if (!is_modest || count.size() < 2 || count[0] != static_cast<hsize_t>(results.points()) ||
            count[1] != replications || all != static_cast<hsize_t>(results.points()) * values.size())
            throw Hdf5Error("match the shape of a measure with its axes");
        count[0] = 1;
    }
    for (int point = 0; point < results.points(); ++point) {
        if (is_kept) {
            std::vector<hsize_t> corner(count.size(), 0);
            corner[0] = static_cast<hsize_t>(point);
            check(H5Sselect_hyperslab(space, H5S_SELECT_SET, corner.data(), nullptr, count.data(), nullptr),
                  "choose a point");
            const Handle shape = hdf5::dataspace(count);
            check(H5Dread(dataset, H5T_NATIVE_DOUBLE, shape, space, H5P_DEFAULT, values.data()),
                  "read a measure");
        }
        for (int replication = 0; replication < results.replications; ++replication) {
            const auto from = values.begin() + static_cast<std::ptrdiff_t>(replication * variable.length);
            const std::span<double> to = results.series[results.index_of(point, replication)].values();
            std::copy_n(from, variable.length, to.begin() + static_cast<std::ptrdiff_t>(variable.offset));
        }
    }
}

// What the axes claim must be possible, and possible in a file of this size, before memory is asked for it.
void ensure_holds(hid_t file, const StudyResults& results) {
    constexpr int most_points = 100'000, most_replications = 10'000'000, most_months = 1'200,
                  most_teams = 10'000;
    const bool is_possible = results.points() >= 1 && results.points() <= most_points &&
                             results.replications >= 1 && results.replications <= most_replications &&
                             results.months >= 1 && results.months <= most_months && results.teams >= 0 &&
                             results.teams <= most_teams;
    if (!is_possible) throw Hdf5Error("find at least one alternative, future and month, and not too many");
    hsize_t bytes = 0;
    check(H5Fget_filesize(file, &bytes), "read the size of the file");
    // Deflate packs no more than 1,032 bytes into one (RFC 1951); small files hold little anyway.
    const double most = 1'100.0 * static_cast<double>(bytes) + 256e6;
    const double numbers = static_cast<double>(Series(results.months, results.teams).values().size());
    if (8 * numbers * results.points() * results.replications > most)
        throw Hdf5Error("find as many numbers in it as its axes claim");
}

StudyResults read_all(hid_t file) {
    StudyResults results = read_origin(file);
    results.failures = read_failures(file);
    for (const Failure& failure : results.failures) {
        if (failure.point < 0 || failure.point >= results.points() || failure.replication < 0 ||
            failure.replication >= results.replications)
            throw Hdf5Error("match a failure with its future");
    }
    ensure_holds(file, results);
    const std::size_t futures = results.index_of(results.points(), 0);
    results.series.assign(futures, Series(results.months, results.teams));
    results.moved = read_moved_assumptions(file, results.points());
    const Extent extent{results.points(), results.replications, results.months, results.teams, results.start};
    for (const Variable& variable : variables_of(extent)) read_measure(file, variable, results);
    return results;
}

}  // namespace

StudyResults read_results(const std::filesystem::path& file) {
    return with_results(file, [](hid_t opened) { return read_all(opened); });
}

}  // namespace headroom
