// A study's file when things go wrong: a disk that fills up, and files made to do harm.
#include <hdf5.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <functional>
#include <random>

#include "sim/futures/study_table.hpp"
#include "sim/results/results_file.hpp"
#include "tests/catch.hpp"
#include "tests/nearly_full_disk.hpp"
#include "tests/results/edited_file.hpp"
#include "tests/results/study_example.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

template <class Work>
std::string sentence_of(Work work) {
    try {
        work();
    } catch (const SurroundingsFault& fault) {
        return fault.what();
    }
    return "";
}

std::vector<std::string> names_in(const ScratchFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.push_back(entry.path().filename());
    return names;
}

// The sentence that a good study file earns once something in it has been replaced.
std::string after(const std::function<void(hid_t)>& replace) {
    const ScratchFolder folder;
    write_results(example_worlds(2, 2), folder / "study.h5");
    const hid_t file = H5Fopen((folder / "study.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    replace(file);
    H5Fclose(file);
    const std::string origin = sentence_of([&] { read_origin_of_results(folder / "study.h5"); });
    const std::string all = sentence_of([&] { read_results(folder / "study.h5"); });
    CHECK(origin.empty() <= all.empty());
    return all;
}

void put_number(hid_t file, const char* name, std::uint64_t value) {
    H5Adelete(file, name);
    const hid_t space = H5Screate(H5S_SCALAR);
    const hid_t attribute = H5Acreate2(file, name, H5T_STD_U64LE, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(attribute, H5T_NATIVE_UINT64, &value);
    H5Aclose(attribute);
    H5Sclose(space);
}

void put_text(hid_t file, const char* name, const std::string& value) {
    H5Adelete(file, name);
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, std::max<std::size_t>(1, value.size()));
    const hid_t space = H5Screate(H5S_SCALAR);
    const hid_t attribute = H5Acreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(attribute, type, value.data());
    H5Aclose(attribute);
    H5Sclose(space);
    H5Tclose(type);
}

void put_variable(hid_t file, const char* name, hsize_t length) {
    H5Ldelete(file, name, H5P_DEFAULT);
    const hid_t space = H5Screate_simple(1, &length, nullptr);
    const hid_t settings = H5Pcreate(H5P_DATASET_CREATE);
    const hsize_t chunk = 1;
    H5Pset_chunk(settings, 1, &chunk);
    H5Dclose(H5Dcreate2(file, name, H5T_NATIVE_DOUBLE, space, H5P_DEFAULT, settings, H5P_DEFAULT));
    H5Pclose(settings);
    H5Sclose(space);
}

}  // namespace

TEST_CASE("a disk that fills up anywhere in a file of several blocks leaves nothing, and says so") {
    const ScratchFolder folder;
    const StudyResults study = large_example();
    write_results(study, folder / "whole.h5");
    const auto size = std::filesystem::file_size(folder / "whole.h5");
    std::filesystem::remove(folder / "whole.h5");
    for (const double share : {0.0, 0.01, 0.5, 0.99}) {
        std::string sentence;
        {
            const NearlyFullDisk disk(static_cast<rlim_t>(share * static_cast<double>(size)));
            sentence = sentence_of([&] { write_results(study, folder / "study.h5", 2); });
        }
        CAPTURE(share);
        CHECK_THAT(sentence, Contains("Could not write results to") && Contains("study.h5: File too large") &&
                                 Contains("-o"));
        CHECK(names_in(folder).empty());
    }
}

TEST_CASE("a disk that is short of the last bytes alone leaves the older file as it was") {
    const ScratchFolder folder;
    write_results(example_worlds(2, 2), folder / "study.h5");
    const auto size = std::filesystem::file_size(folder / "study.h5");
    std::string sentence;
    {
        const NearlyFullDisk disk(size - 1);
        sentence = sentence_of([&] { write_results(example_worlds(2, 2, 0, 9), folder / "study.h5"); });
    }
    CHECK_THAT(sentence, Contains("Could not write results to"));
    CHECK(read_results(folder / "study.h5").months == 8);
    CHECK(names_in(folder) == std::vector<std::string>{"study.h5"});
}

TEST_CASE("a writer that is given up before it is finished leaves nothing under either name") {
    const ScratchFolder folder;
    const StudyResults study = example_worlds();
    {
        ResultsWriter writer(study, folder / "study.h5", 1);
        writer.write(0, study.series);
    }
    CHECK(names_in(folder).empty());
}

TEST_CASE("worlds and policies that do not make up the points are refused") {
    for (const std::uint64_t worlds : {0ull, 1ull, 3ull, 7ull, 1ull << 32, ~0ull})
        CHECK_THAT(after([&](hid_t file) { put_number(file, "worlds", worlds); }), Contains("it is damaged"));
    for (const std::uint64_t policies : {0ull, 1ull, 4ull, 1ull << 63, ~0ull})
        CHECK_THAT(after([&](hid_t file) { put_number(file, "policies", policies); }),
                   Contains("it is damaged"));
    CHECK_THAT(after([](hid_t file) { H5Adelete(file, "worlds"); }), Contains("it is damaged"));
}

TEST_CASE("coordinates of another length than the points are refused") {
    for (const hsize_t length : {1ull, 5ull, 7ull, 1'000'000'000'000ull}) {
        CHECK_THAT(after([&](hid_t file) { put_variable(file, "factor_work_scale", length); }),
                   Contains("it is damaged"));
        CHECK_THAT(after([&](hid_t file) { put_variable(file, "policy_name", length); }),
                   Contains("it is damaged"));
        CHECK_THAT(after([&](hid_t file) { put_variable(file, "factor_caseload_limit.kind", length); }),
                   Contains("it is damaged"));
    }
}

TEST_CASE("factors that are named but not there are refused") {
    CHECK_THAT(after([](hid_t file) { put_text(file, "factors", "work_scale,no_such"); }),
               Contains("it is damaged"));
    CHECK_THAT(after([](hid_t file) { H5Ldelete(file, "factor_work_scale", H5P_DEFAULT); }),
               Contains("it is damaged"));
    CHECK_THAT(after([](hid_t file) { put_text(file, "factors", "../../work_scale"); }),
               Contains("it is damaged"));
}

TEST_CASE("a length of run that is none, or does not fit the values, is refused") {
    CHECK_THAT(after([](hid_t file) { put_number(file, "months", 0); }),
               Contains("at least one alternative"));
    CHECK_THAT(after([](hid_t file) { put_text(file, "start", "the other day"); }),
               Contains("it is damaged") || Contains("start"));
    CHECK(after([](hid_t file) { put_number(file, "months", 9); }).empty());
    const ScratchFolder folder;
    write_results(example_worlds(2, 2, 3, 8), folder / "quarters.h5");
    const hid_t file = H5Fopen((folder / "quarters.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    put_number(file, "months", 1'200);
    H5Fclose(file);
    CHECK_THAT(sentence_of([&] { read_results(folder / "quarters.h5"); }), Contains("it is damaged"));
}

TEST_CASE("a design of more base points than there are worlds is read as no more than these") {
    const ScratchFolder folder;
    write_results(example_worlds(2, 2), folder / "study.h5");
    const hid_t file = H5Fopen((folder / "study.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    put_number(file, "design_base", ~0ull);
    H5Fclose(file);
    CHECK(read_origin_of_results(folder / "study.h5").design.base <= 6);
}

TEST_CASE("the names of factors and policies are read without commands to a terminal") {
    const ScratchFolder folder;
    StudyResults study = example_worlds(2, 2);
    study.design.policy_names[1] = "Limit \x1b[2J15";
    study.design.factors[0].meaning = "hours\x07";
    write_results(study, folder / "study.h5");
    const StudyDesign design = read_origin_of_results(folder / "study.h5").design;
    CHECK(design.policy_names[1] == "Limit ?[2J15");
    CHECK(design.factors[0].meaning == "hours?");
}

TEST_CASE("whatever bytes of a study's file are changed, reading it ends in results or in a sentence") {
    const ScratchFolder folder;
    write_results(example_worlds(2, 2), folder / "good.h5");
    std::ifstream stream(folder / "good.h5", std::ios::binary);
    const std::string good{std::istreambuf_iterator<char>(stream), {}};
    std::mt19937 chance(2027);
    int read = 0, refused = 0;
    for (int trial = 0; trial < 30; ++trial) {
        std::vector<std::uint8_t> edits(6 * (1 + chance() % 12));
        for (std::uint8_t& byte : edits) byte = static_cast<std::uint8_t>(chance());
        const BytesOnDisk file(edited(good, edits));
        const std::string sentence = sentence_of([&] { read_study_table(file.path(), "cost"); });
        ++(sentence.empty() ? read : refused);
        CHECK((sentence.empty() || sentence.ends_with(".")));
    }
    CHECK(read > 0);
    CHECK(refused > 0);
}
