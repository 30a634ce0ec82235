#include "sim/results/log_writer.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <numeric>

#include "sim/engine/calendar.hpp"
#include "sim/results/layout.hpp"
#include "sim/results/log_columns.hpp"

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;

// What a variable of the log is called, how it is stored and what it means.
struct Meaning {
    std::string name;
    StoredAs stored_as;
    std::string unit;
    std::string definition;
    std::span<const std::string_view> words = {};
};

hid_t type_of(StoredAs stored_as) {
    switch (stored_as) {
        case StoredAs::byte: return H5T_STD_I8LE;
        case StoredAs::short_number: return H5T_STD_I16LE;
        case StoredAs::number: return H5T_STD_I32LE;
        case StoredAs::real: return H5T_IEEE_F64LE;
    }
    return H5T_IEEE_F64LE;
}

// Which number stands for which word, as CF has it; a code of -1 stands for none.
void write_words(hid_t dataset, std::span<const std::string_view> words) {
    std::vector<int> codes(words.size());
    std::iota(codes.begin(), codes.end(), 0);
    const hsize_t count = codes.size();
    const Handle values(H5Acreate2(dataset, "flag_values", H5T_STD_I8LE, hdf5::dataspace({&count, 1}),
                                   H5P_DEFAULT, H5P_DEFAULT),
                        H5Aclose, "list the codes");
    check(H5Awrite(values, H5T_NATIVE_INT, codes.data()), "list the codes");
    hdf5::write_text(dataset, "flag_meanings", in_one_line(words));
}

Handle write_column(hid_t file, const Meaning& meaning, std::span<const double> numbers) {
    const hsize_t count = numbers.size();
    const hsize_t chunk = std::clamp<hsize_t>(count, 1, 65536);
    const Handle settings = hdf5::dataset_settings();
    if (count > 0) {
        check(H5Pset_chunk(settings, 1, &chunk), "shape a chunk");
        check(H5Pset_shuffle(settings), "choose shuffling");
        check(H5Pset_deflate(settings, 1), "choose compression");
    }
    Handle dataset(H5Dcreate2(file, meaning.name.c_str(), type_of(meaning.stored_as),
                              hdf5::dataspace({&count, 1}), H5P_DEFAULT, settings, H5P_DEFAULT),
                   H5Dclose, "make a column of the log");
    check(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()),
          "write a column of the log");
    hdf5::write_text(dataset, "units", meaning.unit);
    hdf5::write_text(dataset, "long_name", spoken(meaning.name));
    hdf5::write_text(dataset, "definition", meaning.definition);
    if (!meaning.words.empty()) write_words(dataset, meaning.words);
    return dataset;
}

Handle write_axis(hid_t file, const Meaning& meaning, std::span<const double> numbers) {
    Handle axis = write_column(file, meaning, numbers);
    check(H5DSset_scale(axis, meaning.name.c_str()), "make an axis");
    return axis;
}

void attach(hid_t dataset, hid_t axis) {
    check(H5DSattach_scale(dataset, axis, 0), "name the axis of a column");
}

template <class Rows, class Value>
std::vector<double> gathered(const Rows& rows, Value value) {
    std::vector<double> numbers;
    numbers.reserve(rows.size());
    for (const auto& row : rows) numbers.push_back(value(row));
    return numbers;
}

void write_families(hid_t file, const EventLog& log) {
    const Handle axis =
        write_axis(file,
                   {"family", StoredAs::number, "1",
                    "number of the family, the same under every policy; from 1000000 on one that was closed "
                    "before the run "
                    "began and came back"},
                   gathered(log.families, [](const LoggedFamily& family) { return family.number; }));
    const Handle children =
        write_column(file, {"family_children", StoredAs::byte, "children", "brothers and sisters"},
                     gathered(log.families, [](const LoggedFamily& family) { return family.children; }));
    attach(children, axis);
    const Handle severity = write_column(
        file, {"family_severity", StoredAs::byte, "1", "how much help the family needs", severity_words},
        gathered(log.families,
                 [](const LoggedFamily& family) { return static_cast<double>(family.severity); }));
    attach(severity, axis);
}

void write_workers(hid_t file, const EventLog& log) {
    std::vector<double> numbers(log.workers.size());
    std::iota(numbers.begin(), numbers.end(), 1.0);
    const Handle axis = write_axis(
        file, {"worker", StoredAs::number, "1", "number of the worker, in order of coming"}, numbers);
    const Handle role =
        write_column(file, {"worker_role", StoredAs::byte, "1", "the worker's part on coming", role_words},
                     gathered(log.workers, [](const LoggedWorker& worker) { return worker.role; }));
    attach(role, axis);
    const Handle fte =
        write_column(file, {"worker_fte", StoredAs::real, "1", "full-time equivalent"},
                     gathered(log.workers, [](const LoggedWorker& worker) { return worker.fte; }));
    attach(fte, axis);
    const Handle team =
        write_column(file, {"worker_team", StoredAs::short_number, "1", "the worker's team on coming"},
                     gathered(log.workers, [](const LoggedWorker& worker) { return worker.team; }));
    attach(team, axis);
}

std::vector<double> dates_of(const StudyResults& results) {
    const Calendar calendar(results.start, 0, results.months + 1);
    const int start = results.start.days_since_1970();
    return gathered(results.log->entries, [&](const LogEntry& entry) {
        return calendar.date_of(working_day_at(entry.time)).days_since_1970() - start;
    });
}

}  // namespace

void write_log(hid_t file, hid_t team, const StudyResults& results) {
    const EventLog& log = *results.log;
    hdf5::write_number(file, "log_future", static_cast<int>(log.future));
    const Handle names = hdf5::write_texts(file, "team_name", log.teams);
    hdf5::write_text(names, "long_name", "name of the team");
    attach(names, team);
    write_families(file, log);
    write_workers(file, log);
    std::vector<double> numbers(log.entries.size());
    std::iota(numbers.begin(), numbers.end(), 0.0);
    const Handle axis = write_axis(
        file, {"entry", StoredAs::number, "1", "number of the entry of the event log, in order of time"},
        numbers);
    const Handle date =
        write_column(file,
                     {"log_date", StoredAs::number, std::string("days since ").append(results.start.to_iso()),
                      "the day of the entry"},
                     dates_of(results));
    hdf5::write_text(date, "calendar", "standard");
    attach(date, axis);
    for (const LogColumn& column : log_columns()) {
        const Handle dataset =
            write_column(file, {column.name, column.stored_as, column.unit, column.definition, column.words},
                         gathered(log.entries, column.get));
        attach(dataset, axis);
    }
}

}  // namespace headroom
