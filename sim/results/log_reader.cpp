#include <algorithm>
#include <cmath>

#include "sim/engine/whole_part.hpp"
#include "sim/results/log_columns.hpp"
#include "sim/results/opened_results.hpp"
#include "sim/results/results_file.hpp"

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;
using hdf5::Hdf5Error;

// Numbers a column may hold.
struct Bounds {
    double low, high;
};

// A column of the length asked for (-1: whatever it is), every number a whole one within bounds if it is a
// code or a place.
std::vector<double> read_column(hid_t file, const char* name, double length) {
    constexpr double longest = 100'000'000;
    const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open a column of the log");
    const std::vector<hsize_t> lengths = hdf5::lengths_of(dataset);
    const bool fits = lengths.size() == 1 && static_cast<double>(lengths[0]) <= longest &&
                      (length < 0 || static_cast<double>(lengths[0]) == length);
    if (!fits) throw Hdf5Error("match a column of the log with its axis");
    std::vector<double> numbers(lengths[0]);
    check(H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()),
          "read a column of the log");
    return numbers;
}

void ensure_within(std::span<const double> numbers, Bounds bounds, StoredAs stored_as) {
    const bool whole = stored_as != StoredAs::real;
    for (const double number : numbers) {
        const bool is_good =
            number >= bounds.low && number <= bounds.high && (!whole || number == std::floor(number));
        if (!is_good) throw Hdf5Error("find the meaning of a number in the log");
    }
}

// Another version may know other words, or the same in another order.
void ensure_same_words(hid_t file, const char* name, std::span<const std::string_view> words) {
    const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open a column of the log");
    if (hdf5::read_text(dataset, "flag_meanings") != in_one_line(words))
        throw Hdf5Error("read the words of its log, which another version of Headroom wrote");
}

void read_families(hid_t file, EventLog& log) {
    const std::vector<double> numbers = read_column(file, "family", -1);
    const auto length = static_cast<double>(numbers.size());
    const std::vector<double> children = read_column(file, "family_children", length);
    const std::vector<double> severities = read_column(file, "family_severity", length);
    ensure_within(numbers, {0, 2e9}, StoredAs::number);
    ensure_within(children, {1, 100}, StoredAs::byte);
    ensure_within(severities, {0, severity_count - 1}, StoredAs::byte);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        log.families.push_back({whole_part<std::int32_t>(numbers[i]), whole_part<std::uint8_t>(children[i]),
                                static_cast<Severity>(whole_part<int>(severities[i]))});
    }
}

void read_workers(hid_t file, EventLog& log) {
    const std::vector<double> roles = read_column(file, "worker_role", -1);
    const auto length = static_cast<double>(roles.size());
    const std::vector<double> ftes = read_column(file, "worker_fte", length);
    const std::vector<double> teams = read_column(file, "worker_team", length);
    ensure_within(roles, {0, static_cast<double>(role_words.size()) - 1}, StoredAs::byte);
    ensure_within(ftes, {0, 10}, StoredAs::real);
    ensure_within(teams, {0, static_cast<double>(log.teams.size()) - 1}, StoredAs::short_number);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        log.workers.push_back({whole_part<std::uint8_t>(roles[i]), static_cast<float>(ftes[i]),
                               whole_part<std::int16_t>(teams[i])});
    }
}

Bounds bounds_of(const LogColumn& column, const EventLog& log) {
    const std::string_view name = column.name;
    const auto up_to = [&](std::size_t count) {
        return Bounds{column.low, std::min(column.high, static_cast<double>(count) - 1)};
    };
    if (name == "log_team") return up_to(log.teams.size());
    if (name == "log_family") return up_to(log.families.size());
    if (name == "log_worker") return up_to(log.workers.size());
    return {column.low, column.high};
}

void read_entries(hid_t file, EventLog& log) {
    log.entries.resize(read_column(file, "entry", -1).size());
    for (const LogColumn& column : log_columns()) {
        if (!column.words.empty()) ensure_same_words(file, column.name, column.words);
        const std::vector<double> numbers =
            read_column(file, column.name, static_cast<double>(log.entries.size()));
        ensure_within(numbers, bounds_of(column, log), column.stored_as);
        for (std::size_t i = 0; i < numbers.size(); ++i) column.set(log.entries[i], numbers[i]);
    }
    const auto earlier = [](const LogEntry& a, const LogEntry& b) { return a.time < b.time; };
    if (!std::is_sorted(log.entries.begin(), log.entries.end(), earlier))
        throw Hdf5Error("follow the log, which runs back in time");
}

// What is told of a family or a worker is told of one that the tables know.
void ensure_told_of_someone(const EventLog& log) {
    for (const LogEntry& entry : log.entries) {
        const bool of_family = entry.kind <= EntryKind::task_open;
        const bool of_worker = !of_family && entry.kind != EntryKind::day_counted;
        const bool is_task = entry.kind >= EntryKind::task_done_before && entry.kind <= EntryKind::task_open;
        const bool of_loss = entry.kind == EntryKind::loses_worker || entry.kind == EntryKind::allocated;
        if ((of_family && (entry.family == no_one || entry.team == no_one)) ||
            ((of_worker || of_loss) && entry.worker == no_one) || (is_task && entry.work == no_one))
            throw Hdf5Error("tell whom an entry of the log is about");
    }
}

}  // namespace

std::optional<EventLog> read_log(const std::filesystem::path& file) {
    return with_results(file, [](hid_t opened) -> std::optional<EventLog> {
        if (H5Lexists(opened, "log_kind", H5P_DEFAULT) <= 0) return std::nullopt;
        EventLog log;
        log.future = static_cast<std::uint32_t>(hdf5::read_number(opened, "log_future"));
        log.teams = hdf5::read_texts(opened, "team_name");
        read_families(opened, log);
        read_workers(opened, log);
        read_entries(opened, log);
        ensure_told_of_someone(log);
        return log;
    });
}

}  // namespace headroom
