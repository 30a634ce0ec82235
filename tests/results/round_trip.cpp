#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include "sim/futures/study_table.hpp"
#include "sim/results/layout.hpp"
#include "sim/results/results_file.hpp"
#include "tests/catch.hpp"
#include "tests/results/example.hpp"

using namespace headroom;

namespace {

bool same_bits(std::span<const double> a, std::span<const double> b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

int python(const std::string& arguments) {
    const std::string command =
        "/usr/bin/python3 " HEADROOM_SOURCE_DIR "/tests/results/check_results.py " + arguments;
    return WEXITSTATUS(std::system(command.c_str()));
}

}  // namespace

TEST_CASE("the file's variables cover everything a series holds, without a gap") {
    const Extent extent{2, 3, 36, 1, 4, Date{2025, 4, 1}};
    std::size_t next = 0;
    for (const Variable& variable : variables_of(extent)) {
        CHECK(variable.offset == next);
        next += variable.length;
    }
    CHECK(next == Series(36, 4).values().size());
}

TEST_CASE("a cell method names an axis that its measure has") {
    for (const Variable& variable : variables_of(Extent{2, 3, 36, 1, 4, Date{2025, 4, 1}})) {
        CAPTURE(variable.name, variable.cell_methods);
        std::vector<std::string> axes = {"point", "replication"};
        axes.insert(axes.end(), variable.axes.begin(), variable.axes.end());
        const std::string named = variable.cell_methods.substr(0, variable.cell_methods.find(':'));
        CHECK(std::count(axes.begin(), axes.end(), named) == 1);
    }
}

TEST_CASE("what was written is read back to the last bit") {
    const ScratchFolder folder;
    const StudyResults written = example_study();
    write_results(written, folder / "results.h5");
    const StudyResults read = read_results(folder / "results.h5");
    CHECK(read.point_names == written.point_names);
    CHECK(read.replications == written.replications);
    CHECK(read.months == written.months);
    CHECK(read.teams == written.teams);
    CHECK(read.start == written.start);
    CHECK(read.seed == written.seed);
    CHECK(read.question_text == written.question_text);
    CHECK(read.question == written.question);
    CHECK(read.scenario_text == written.scenario_text);
    CHECK(read.authority == written.authority);
    CHECK(read.created_by == written.created_by);
    CHECK(read.headroom_version == written.headroom_version);
    CHECK(read.git_commit == written.git_commit);
    CHECK(read.notes == written.notes);
    CHECK(read.failures.empty());
    REQUIRE(read.series.size() == written.series.size());
    for (std::size_t i = 0; i < read.series.size(); ++i)
        CHECK(same_bits(read.series[i].values(), written.series[i].values()));
}

TEST_CASE("a study without teams, notes or question comes back as it was") {
    const ScratchFolder folder;
    StudyResults written = example_study(1, 1, 1, 0);
    written.notes.clear();
    written.question.clear();
    write_results(written, folder / "results.h5");
    const StudyResults read = read_results(folder / "results.h5");
    CHECK(read.notes.empty());
    CHECK(read.question.empty());
    CHECK(read.teams == 0);
    CHECK(same_bits(read.series[0].values(), written.series[0].values()));
}

TEST_CASE("more futures than a chunk holds come back to the last bit") {
    const ScratchFolder folder;
    const StudyResults written = example_study(2, 259, 2, 1);
    write_results(written, folder / "results.h5");
    const StudyResults read = read_results(folder / "results.h5");
    bool all_same = true;
    for (std::size_t i = 0; i < read.series.size(); ++i)
        all_same = all_same && same_bits(read.series[i].values(), written.series[i].values());
    CHECK(all_same);
}

TEST_CASE("a failed future is NaN throughout and listed with its seed and reason") {
    const ScratchFolder folder;
    StudyResults written = example_study();
    written.failures = {{1, 3, 42, "a diary held a task of no family"}};
    written.series[written.index_of(1, 3)] = Series();
    write_results(written, folder / "results.h5");
    const StudyResults read = read_results(folder / "results.h5");
    CHECK(read.failures == written.failures);
    CHECK(read.has_failed(1, 3));
    for (const double value : read.at(1, 3).values()) CHECK(std::isnan(value));
    CHECK(same_bits(read.at(1, 2).values(), written.at(1, 2).values()));
    CHECK(python("failed " + (folder / "results.h5").string()) == 0);
}

TEST_CASE("a question of a megabyte stands in the file as it was given") {
    const ScratchFolder folder;
    StudyResults written = example_study(1, 1, 2, 0);
    written.question_text.assign(1 << 20, 'q');
    write_results(written, folder / "results.h5");
    CHECK(read_results(folder / "results.h5").question_text == written.question_text);
}

TEST_CASE("the same results make the same bytes, on any number of threads") {
    const ScratchFolder folder;
    write_results(example_study(), folder / "first.h5");
    write_results(example_study(2, 2, 2, 1), folder / "between.h5");
    write_results(example_study(), folder / "second.h5");
    write_results(example_study(), folder / "on_three_threads.h5", 3);
    CHECK(bytes_of(folder / "first.h5") == bytes_of(folder / "second.h5"));
    CHECK(bytes_of(folder / "first.h5") == bytes_of(folder / "on_three_threads.h5"));
    CHECK(bytes_of(folder / "first.h5").size() > 10'000);
}

TEST_CASE("h5py finds named axes, units and the origin, and xarray labelled numbers, with no further code") {
    const ScratchFolder folder;
    write_results(example_study(), folder / "results.h5");
    CHECK(python("h5py " + (folder / "results.h5").string()) == 0);
    CHECK(python("xarray " + (folder / "results.h5").string()) == 0);
}

TEST_CASE("storing 400 futures of 36 months takes well under half a second") {
    const ScratchFolder folder;
    const StudyResults study = example_study(4, 100, 36, 4);
    const auto begin = std::chrono::steady_clock::now();
    write_results(study, folder / "results.h5");
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    std::printf("    400 futures stored in %.3f s, %ju kB\n", taken.count(),
                static_cast<std::uintmax_t>(std::filesystem::file_size(folder / "results.h5") / 1000));
    CHECK(taken.count() < 2);  // generous: sanitizers and busy machines
}

TEST_CASE("the settings that each future used are read back to the last bit, alone and with the origin") {
    const ScratchFolder folder;
    const StudyResults written = example_with_members();
    write_results(written, folder / "results.h5");
    CHECK(read_results(folder / "results.h5").members == written.members);
    CHECK(read_origin_of_results(folder / "results.h5").members == written.members);
    CHECK(python("members " + (folder / "results.h5").string()) == 0);
    write_results(example_study(), folder / "without.h5");
    CHECK(read_results(folder / "without.h5").members == MembersUsed{});
}

TEST_CASE(
    "a file that also holds assumptions moved one at a time, as files once did, is read as without them") {
    const ScratchFolder folder;
    write_results(example_study(), folder / "results.h5");
    REQUIRE(python("add_moved " + (folder / "results.h5").string()) == 0);
    const StudyResults read = read_results(folder / "results.h5");
    CHECK(read.series.size() == example_study().series.size());
    CHECK(read.members == MembersUsed{});
}

TEST_CASE("whether the alternatives are choices or events is kept") {
    const ScratchFolder folder;
    StudyResults written = example_study();
    for (const bool events : {false, true}) {
        written.events_only = events;
        write_results(written, folder / "results.h5");
        CHECK(read_results(folder / "results.h5").events_only == events);
    }
}
