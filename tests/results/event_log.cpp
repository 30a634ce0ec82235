// The event log in a results file: whole, the same bytes, and a sentence for every way of being damaged.
#include <hdf5.h>

#include <fstream>
#include <iterator>

#include "analysis/explanation/causes.hpp"
#include "analysis/explanation/explanation.hpp"
#include "sim/results/log_columns.hpp"
#include "sim/results/results_file.hpp"
#include "tests/catch.hpp"
#include "tests/explanation/made_up_log.hpp"
#include "tests/nearly_full_disk.hpp"
#include "tests/results/example.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string sentence_of_reading(const std::filesystem::path& file) {
    try {
        read_log(file);
    } catch (const SurroundingsFault& fault) {
        return fault.what();
    }
    return "";
}

// Puts another number into one place of a column, as a hostile or careless program might.
void overwrite(const std::filesystem::path& file, const char* column, hsize_t place, double number) {
    const hid_t opened = H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    const hid_t dataset = H5Dopen2(opened, column, H5P_DEFAULT);
    const hid_t space = H5Dget_space(dataset);
    const hsize_t one = 1;
    const hid_t single = H5Screate_simple(1, &one, nullptr);
    H5Sselect_hyperslab(space, H5S_SELECT_SET, &place, nullptr, &one, nullptr);
    REQUIRE(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, single, space, H5P_DEFAULT, &number) >= 0);
    H5Sclose(single);
    H5Sclose(space);
    H5Dclose(dataset);
    H5Fclose(opened);
}

// In the place of the file that was changed.
void fresh_copy(const ScratchFolder& folder) {
    std::filesystem::copy_file(folder / "whole.h5", folder / "log.h5",
                               std::filesystem::copy_options::overwrite_existing);
}

void remove_column(const std::filesystem::path& file, const char* column) {
    const hid_t opened = H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    REQUIRE(H5Ldelete(opened, column, H5P_DEFAULT) >= 0);
    H5Fclose(opened);
}

}  // namespace

TEST_CASE("a log is read back as it was written, and the numbers beside it") {
    const ScratchFolder folder;
    const StudyResults future = made_up_future();
    write_results(future, folder / "log.h5");
    const std::optional<EventLog> log = read_log(folder / "log.h5");
    REQUIRE(log);
    CHECK(log->entries == future.log->entries);
    CHECK(log->families == future.log->families);
    CHECK(log->workers == future.log->workers);
    CHECK(log->teams == future.log->teams);
    CHECK(log->future == 3);
    const StudyResults read = read_results(folder / "log.h5");
    CHECK(read.at(0, 0).at(Measure::children_unallocated, 1) == 3);
    CHECK_FALSE(read.log);
}

TEST_CASE("a results file without a log has none, and is not damaged") {
    const ScratchFolder folder;
    write_results(example_study(), folder / "results.h5");
    CHECK_FALSE(read_log(folder / "results.h5"));
}

TEST_CASE("the same log is the same bytes") {
    const ScratchFolder folder;
    write_results(made_up_future(), folder / "one.h5");
    write_results(made_up_future(), folder / "two.h5", 2);
    CHECK(bytes_of(folder / "one.h5") == bytes_of(folder / "two.h5"));
}

TEST_CASE("an empty log is a log") {
    const ScratchFolder folder;
    StudyResults future = made_up_future();
    future.log->entries.clear();
    future.log->families.clear();
    write_results(future, folder / "log.h5");
    const std::optional<EventLog> log = read_log(folder / "log.h5");
    REQUIRE(log);
    CHECK(log->entries.empty());
}

TEST_CASE("a number of the log that means nothing is told in a sentence") {
    const ScratchFolder folder;
    const struct {
        const char* column;
        double number;
    } wrongs[] = {
        {"log_kind", 100},  {"log_kind", -2},    {"log_reason", 77},      {"log_place", 9},
        {"log_stage", 50},  {"log_work", 12},    {"log_team", 2},         {"log_family", 3},
        {"log_worker", 3},  {"log_worker", -5},  {"log_unmet_hours", -1}, {"family_children", 0},
        {"worker_role", 9}, {"worker_team", 40}, {"family_severity", 4},  {"log_planned_minutes", -4}};
    write_results(made_up_future(), folder / "whole.h5");
    for (const auto& wrong : wrongs) {
        fresh_copy(folder);
        overwrite(folder / "log.h5", wrong.column, 1, wrong.number);
        CAPTURE(wrong.column, wrong.number);
        CHECK_THAT(sentence_of_reading(folder / "log.h5"),
                   Contains("log.h5: it is damaged: HDF5 could not find the meaning of a number in the log"));
    }
}

TEST_CASE("a log that runs back in time, or tells of nobody, is refused") {
    const ScratchFolder folder;
    write_results(made_up_future(), folder / "log.h5");
    overwrite(folder / "log.h5", "log_time", 2, 1e6);
    CHECK_THAT(sentence_of_reading(folder / "log.h5"), Contains("runs back in time"));
    write_results(made_up_future(), folder / "log.h5");
    overwrite(folder / "log.h5", "log_family", 3, -1);
    CHECK_THAT(sentence_of_reading(folder / "log.h5"), Contains("whom an entry of the log is about"));
}

TEST_CASE("a log that lacks a column is refused, whichever it is") {
    const ScratchFolder folder;
    write_results(made_up_future(), folder / "whole.h5");
    for (const LogColumn& column : log_columns()) {
        fresh_copy(folder);
        remove_column(folder / "log.h5", column.name);
        CAPTURE(column.name);
        if (std::string_view(column.name) == "log_kind") {
            CHECK_FALSE(read_log(folder / "log.h5"));
        } else {
            CHECK_THAT(sentence_of_reading(folder / "log.h5"), Contains("it is damaged"));
        }
    }
}

TEST_CASE("a log cut off anywhere is told in a sentence") {
    const ScratchFolder folder;
    write_results(made_up_future(), folder / "log.h5");
    const std::string whole = bytes_of(folder / "log.h5");
    for (const double share : {0.1, 0.5, 0.9, 0.99}) {
        std::ofstream(folder / "cut.h5", std::ios::binary)
            << whole.substr(0, static_cast<std::size_t>(share * static_cast<double>(whole.size())));
        CHECK_THAT(sentence_of_reading(folder / "cut.h5"), Contains("truncated or damaged"));
    }
}

TEST_CASE("a disk that fills up leaves no half of a log") {
    const ScratchFolder folder;
    {
        const NearlyFullDisk disk(8192);
        CHECK_THROWS_AS(write_results(made_up_future(), folder / "log.h5"), SurroundingsFault);
    }
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("whatever numbers a log holds, it is refused or explained") {
    const ScratchFolder folder;
    std::vector<std::string> columns = {"family",      "family_children", "family_severity",
                                        "worker_role", "worker_fte",      "worker_team"};
    for (const LogColumn& column : log_columns()) columns.emplace_back(column.name);
    const double numbers[] = {-1e300, -1e9, -1, 0, 1, 2, 5, 15, 444, 8880, 17760, 5e8, 1e9, 1e18};
    std::uint32_t state = 7;  // a small linear congruential generator: any wrong number will do
    const auto next = [&](std::size_t below) {
        state = state * 1664525u + 1013904223u;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    const StudyResults results = made_up_future();
    write_results(results, folder / "whole.h5");
    int explained = 0, refused = 0;
    for (int trial = 0; trial < 300; ++trial) {
        fresh_copy(folder);
        for (int change = 0; change < 2; ++change) {
            const std::string& column = columns[next(columns.size())];
            const hsize_t rows = column.starts_with("log_") ? 60 : 3;
            overwrite(folder / "log.h5", column.c_str(), next(rows), numbers[next(std::size(numbers))]);
        }
        try {
            const std::optional<EventLog> log = read_log(folder / "log.h5");
            for (const Measure measure : explainable_measures())
                CHECK_FALSE(explanation_text(results, log.value(), {measure, 1, 3, 100}).empty());
            ++explained;
        } catch (const SurroundingsFault&) {
            ++refused;
        }
    }
    CHECK(explained > 20);
    CHECK(refused > 20);
}
