#include <hdf5_hl.h>

#include <algorithm>
#include <limits>

#include "sim/results/hdf5.hpp"
#include "sim/results/layout.hpp"
#include "sim/results/log_writer.hpp"
#include "sim/results/memory_file.hpp"
#include "sim/results/moved_assumptions.hpp"
#include "sim/results/packed_measures.hpp"
#include "sim/results/results_file.hpp"
#include "sim/results/safe_file.hpp"

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// The open file with its axes by name.
struct OpenFile {
    hdf5::MemoryFile file;
    std::vector<std::pair<std::string, Handle>> axes;

    hid_t axis(const std::string& name) const {
        for (const auto& [known, handle] : axes) {
            if (known == name) return handle;
        }
        throw hdf5::Hdf5Error("find an axis");
    }
};

void attach(const OpenFile& open, hid_t dataset, unsigned place, const std::string& axis) {
    check(H5DSattach_scale(dataset, open.axis(axis), place), "name the axis of a variable");
}

void write_axis(OpenFile& open, const Dimension& dimension) {
    const hsize_t length = dimension.coordinates.size();
    const hid_t type = dimension.whole_numbers ? H5T_STD_I32LE : H5T_IEEE_F64LE;
    Handle dataset(H5Dcreate2(open.file, dimension.name.c_str(), type, hdf5::dataspace({&length, 1}),
                              H5P_DEFAULT, hdf5::dataset_settings(), H5P_DEFAULT),
                   H5Dclose, "make an axis");
    check(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, dimension.coordinates.data()),
          "write an axis");
    check(H5DSset_scale(dataset, dimension.name.c_str()), "make an axis");
    hdf5::write_text(dataset, "units", dimension.unit);
    hdf5::write_text(dataset, "long_name", spoken(dimension.name));
    hdf5::write_text(dataset, "definition", dimension.definition);
    if (dimension.name == "month") hdf5::write_text(dataset, "calendar", "standard");
    open.axes.emplace_back(dimension.name, std::move(dataset));
}

void write_point_names(const OpenFile& open, const StudyResults& results) {
    const Handle names = hdf5::write_texts(open.file, "point_name", results.point_names);
    hdf5::write_text(names, "long_name", "name of the alternative or design point");
    attach(open, names, 0, "point");
}

template <class Number, class Value>
void write_failure_numbers(const OpenFile& open, const StudyResults& results, const char* name, hid_t type,
                           Value value) {
    std::vector<Number> numbers;
    for (const Failure& failure : results.failures) numbers.push_back(value(failure));
    const hsize_t count = numbers.size();
    const Handle dataset(H5Dcreate2(open.file, name, type, hdf5::dataspace({&count, 1}), H5P_DEFAULT,
                                    hdf5::dataset_settings(), H5P_DEFAULT),
                         H5Dclose, "make the list of failures");
    check(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()), "write failures");
    hdf5::write_text(dataset, "long_name", spoken(name));
    attach(open, dataset, 0, "failure");
}

// A file without failures has no such axis: an empty one would read as unlimited in netCDF.
void write_failures(OpenFile& open, const StudyResults& results) {
    if (results.failures.empty()) return;
    Dimension dimension{"failure", "1", "number of the failed future", {}, true};
    std::vector<std::string> reasons;
    for (const Failure& failure : results.failures) {
        dimension.coordinates.push_back(static_cast<double>(reasons.size()));
        reasons.push_back(failure.reason);
    }
    write_axis(open, dimension);
    write_failure_numbers<int>(open, results, "failure_point", H5T_NATIVE_INT,
                               [](const Failure& failure) { return failure.point; });
    write_failure_numbers<int>(open, results, "failure_replication", H5T_NATIVE_INT,
                               [](const Failure& failure) { return failure.replication; });
    write_failure_numbers<std::uint64_t>(open, results, "failure_seed", H5T_NATIVE_UINT64,
                                         [](const Failure& failure) { return failure.seed; });
    const Handle dataset = hdf5::write_texts(open.file, "failures", reasons);
    hdf5::write_text(dataset, "long_name", "reason why the future could not be computed");
    attach(open, dataset, 0, "failure");
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

void write_origin(hid_t file, const StudyResults& results) {
    hdf5::write_text(file, "Conventions", "CF-1.8");
    hdf5::write_number(file, "format_version", results_format_version);
    hdf5::write_text(file, "title", results.question);
    hdf5::write_text(file, "headroom_version", results.headroom_version);
    hdf5::write_text(file, "git_commit", results.git_commit);
    hdf5::write_number(file, "seed", results.seed);
    hdf5::write_text(file, "authority", results.authority);
    hdf5::write_text(file, "created_by", results.created_by);
    hdf5::write_text(file, "question", results.question_text);
    hdf5::write_text(file, "scenario", results.scenario_text);
    hdf5::write_text(file, "notes", joined(results.notes));
    hdf5::write_text(file, "alternatives_are", results.events_only ? "events" : "choices");
    hdf5::write_number(file, "failed_futures", static_cast<int>(results.failures.size()));
    hdf5::write_text(file, "coordinates", "point_name");
}

// Stores measures, each chunk as it comes packed.
class MeasureWriter {
public:
    MeasureWriter(const OpenFile& open, const StudyResults& results) : open_(open), results_(results) {}

    // Packs some measures at a time, so that memory holds few of them twice.
    void write_all(std::span<const Variable> variables, int threads) const {
        constexpr std::size_t at_a_time = 40;
        while (!variables.empty()) {
            const auto some = variables.first(std::min(variables.size(), at_a_time));
            const std::vector<PackedMeasure> packed = packed_measures(results_, some, threads);
            for (std::size_t i = 0; i < some.size(); ++i) write(some[i], packed[i]);
            variables = variables.subspan(some.size());
        }
    }

private:
    void write(const Variable& variable, const PackedMeasure& chunks) const {
        const Handle dataset = make(variable);
        auto chunk = chunks.begin();
        for (int point = 0; point < results_.points(); ++point) {
            for (int first = 0; first < results_.replications; first += futures_in_a_chunk(results_)) {
                const hsize_t corner[4] = {static_cast<hsize_t>(point), static_cast<hsize_t>(first), 0, 0};
                check(H5Dwrite_chunk(dataset, H5P_DEFAULT, 0, corner, chunk->size(), chunk->data()),
                      "write a measure");
                ++chunk;
            }
        }
    }

    Handle make(const Variable& variable) const {
        std::vector<hsize_t> lengths{static_cast<hsize_t>(results_.points()),
                                     static_cast<hsize_t>(results_.replications)};
        for (const std::string& axis : variable.axes)
            lengths.push_back(hdf5::lengths_of(open_.axis(axis))[0]);
        std::vector<hsize_t> chunk = lengths;
        chunk[0] = 1;
        chunk[1] = static_cast<hsize_t>(futures_in_a_chunk(results_));
        const Handle settings = hdf5::dataset_settings();
        check(H5Pset_chunk(settings, static_cast<int>(chunk.size()), chunk.data()), "shape a chunk");
        check(H5Pset_shuffle(settings), "choose shuffling");
        check(H5Pset_deflate(settings, 1), "choose compression");
        check(H5Pset_fill_value(settings, H5T_NATIVE_DOUBLE, &not_a_number), "choose the missing value");
        Handle dataset(H5Dcreate2(open_.file, variable.name.c_str(), H5T_IEEE_F64LE, hdf5::dataspace(lengths),
                                  H5P_DEFAULT, settings, H5P_DEFAULT),
                       H5Dclose, "make a measure");
        describe(dataset, variable);
        return dataset;
    }

    void describe(hid_t dataset, const Variable& variable) const {
        const hsize_t one = 1;
        const Handle fill(H5Acreate2(dataset, "_FillValue", H5T_IEEE_F64LE, hdf5::dataspace({&one, 1}),
                                     H5P_DEFAULT, H5P_DEFAULT),
                          H5Aclose, "state the missing value");
        check(H5Awrite(fill, H5T_NATIVE_DOUBLE, &not_a_number), "state the missing value");
        hdf5::write_text(dataset, "units", variable.unit);
        hdf5::write_text(dataset, "long_name", spoken(variable.name));
        hdf5::write_text(dataset, "cell_methods", variable.cell_methods);
        hdf5::write_text(dataset, "definition", variable.definition);
        attach(open_, dataset, 0, "point");
        attach(open_, dataset, 1, "replication");
        for (unsigned i = 0; i < variable.axes.size(); ++i) attach(open_, dataset, 2 + i, variable.axes[i]);
    }

    const OpenFile& open_;
    const StudyResults& results_;
};

// The bytes last as long as the file.
std::span<const char> fill(OpenFile& open, const StudyResults& results, int threads) {
    const Extent extent{results.points(), results.replications, results.months, results.teams, results.start};
    write_origin(open.file, results);
    for (const Dimension& dimension : dimensions_of(extent)) write_axis(open, dimension);
    write_point_names(open, results);
    write_failures(open, results);
    MeasureWriter(open, results).write_all(variables_of(extent), threads);
    write_moved_assumptions(open.file, open.axis("point"), results);
    if (results.log) write_log(open.file, open.axis("team"), results);
    open.axes.clear();
    return open.file.close();
}

}  // namespace

void write_results(const StudyResults& results, const std::filesystem::path& target, int threads) {
    const hdf5::Silence silence;
    try {
        OpenFile open;
        write_safely(target, fill(open, results, threads), "results");
    } catch (const hdf5::Hdf5Error& error) {
        throw SurroundingsFault("Could not put together the results for " + target.string() +
                                ": HDF5 failed to " + error.what() + ". Nothing was written.");
    }
}

}  // namespace headroom
