#include <hdf5_hl.h>

#include <algorithm>
#include <optional>

#include "sim/results/fit_figures.hpp"
#include "sim/results/log_writer.hpp"
#include "sim/results/measure_writer.hpp"
#include "sim/results/members.hpp"
#include "sim/results/new_file.hpp"
#include "sim/results/results_file.hpp"
#include "sim/results/study_coordinates.hpp"
#include "sim/storage/safe_file.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;

void write_point_names(const NewFile& file, const StudyResults& results) {
    const Handle names = hdf5::write_texts(file, "point_name", results.point_names);
    hdf5::write_text(names, "long_name", "name of the alternative or design point");
    file.attach(names, 0, "point");
}

template <class Number>
void write_failure_numbers(const NewFile& file, const StudyResults& results, const char* name,
                           Number Failure::*member) {
    std::vector<Number> numbers;
    for (const Failure& failure : results.failures) numbers.push_back(failure.*member);
    const hid_t type = hdf5::native_type<Number>();
    const hsize_t count = numbers.size();
    const Handle dataset(H5Dcreate2(file, name, type, hdf5::dataspace({&count, 1}), H5P_DEFAULT,
                                    hdf5::dataset_settings(), H5P_DEFAULT),
                         H5Dclose, "make the list of failures");
    check(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()), "write failures");
    hdf5::write_text(dataset, "long_name", spoken(name));
    file.attach(dataset, 0, "failure");
}

// A file without failures has no such axis: an empty one would read as unlimited in netCDF.
void write_failures(NewFile& file, const StudyResults& results) {
    if (results.failures.empty()) return;
    Dimension dimension{"failure", "1", "number of the failed future", {}, true};
    std::vector<std::string> reasons;
    for (const Failure& failure : results.failures) {
        dimension.coordinates.push_back(static_cast<double>(reasons.size()));
        reasons.push_back(failure.reason);
    }
    file.write_axis(dimension);
    write_failure_numbers(file, results, "failure_point", &Failure::point);
    write_failure_numbers(file, results, "failure_replication", &Failure::replication);
    write_failure_numbers(file, results, "failure_seed", &Failure::seed);
    const Handle dataset = hdf5::write_texts(file, "failures", reasons);
    hdf5::write_text(dataset, "long_name", "reason why the future could not be computed");
    file.attach(dataset, 0, "failure");
}

void write_origin(hid_t file, const StudyResults& results) {
    hdf5::write_text(file, "Conventions", "CF-1.8");
    hdf5::write_number(file, "format_version", results_format_version);
    hdf5::write_text(file, "title", results.question);
    hdf5::write_text(file, "headroom_version", results.headroom_version);
    hdf5::write_text(file, "git_commit", results.git_commit);
    hdf5::write_number(file, "seed", results.seed);
    hdf5::write_text(file, "authority", results.authority);
    hdf5::write_number(file, "fitted_sets", results.fitted_sets);
    hdf5::write_text(file, "fit_figures", text_of_figures(results.fit_figures));
    hdf5::write_text(file, "created_by", results.created_by);
    hdf5::write_text(file, "question", results.question_text);
    hdf5::write_text(file, "scenario", results.scenario_text);
    hdf5::write_text(file, "notes", joined(results.notes, "\n"));
    if (!results.contradictions.empty())
        hdf5::write_text(file, "contradictions", joined(results.contradictions, "\n"));
    hdf5::write_text(file, "alternatives_are", results.events_only ? "events" : "choices");
    hdf5::write_number(file, "failed_futures", static_cast<int>(results.failures.size()));
    hdf5::write_text(file, "start", results.start.to_iso());
    hdf5::write_number(file, "months", results.months);
    hdf5::write_text(
        file, "coordinates",
        "point_name" + study_coordinate_names(results.design) + member_coordinate_names(results.members));
}

}  // namespace

// The parts of an open results file, in the order in which they come to an end.
struct ResultsWriter::Parts {
    const StudyResults& origin;
    int threads;
    hdf5::Silence silence;
    UnfinishedFile place;
    NewFile file;
    std::optional<MeasureWriter> measures;

    Parts(const StudyResults& results, const std::filesystem::path& target, int with_threads)
        : origin(results), threads(with_threads), place(target, "results"), file(place.path()) {}

    void begin() {
        write_origin(file, origin);
        const Extent extent = extent_of(origin);
        for (const Dimension& dimension : dimensions_of(extent)) file.write_axis(dimension);
        write_point_names(file, origin);
        write_study_coordinates(file, origin.design);
        write_failures(file, origin);
        write_members(file, origin.members);
        measures.emplace(file, origin, extent);
    }

    void end() {
        measures.reset();
        if (origin.log) write_log(file, file.axis("team"), origin);
        file.close();
        place.finish();
    }
};

namespace {

// What went wrong with the disk or within HDF5 as a sentence about the target.
template <class Work>
void with_sentences(const std::filesystem::path& target, const UnfinishedFile* place, Work work) {
    try {
        work();
    } catch (const hdf5::Hdf5Error& error) {
        throw SurroundingsFault("Could not put together the results for " + target.string() +
                                ": HDF5 failed to " + error.what() + ". Nothing was written.");
    } catch (const std::filesystem::filesystem_error& fault) {
        if (place == nullptr) throw;
        place->give_up(fault);
    }
}

}  // namespace

ResultsWriter::ResultsWriter(const StudyResults& origin, const std::filesystem::path& target, int threads)
    : target_(target) {
    with_sentences(target_, nullptr, [&] {
        try {
            parts_ = std::make_unique<Parts>(origin, target, threads);
        } catch (const std::filesystem::filesystem_error& fault) {
            UnfinishedFile(target, "results").give_up(fault);
        }
    });
    with_sentences(target_, &parts_->place, [&] { parts_->begin(); });
}

ResultsWriter::~ResultsWriter() = default;

int ResultsWriter::points_in_a_block() const {
    return parts_->measures->points_in_a_block();
}

void ResultsWriter::write(int first_point, std::span<const Series> series) {
    with_sentences(target_, &parts_->place, [&] {
        parts_->measures->write(first_point, series, parts_->threads);
        parts_->file.file().ensure_written();
    });
}

void ResultsWriter::finish() {
    with_sentences(target_, &parts_->place, [&] { parts_->end(); });
}

void write_results(const StudyResults& results, const std::filesystem::path& target, int threads) {
    ResultsWriter writer(results, target, threads);
    const int most = writer.points_in_a_block();
    for (int first = 0; first < results.points(); first += most) {
        const int points = std::min(most, results.points() - first);
        const std::size_t from = results.index_of(first, 0), to = results.index_of(first + points, 0);
        writer.write(first, std::span(results.series).subspan(from, to - from));
    }
    writer.finish();
}

}  // namespace headroom
