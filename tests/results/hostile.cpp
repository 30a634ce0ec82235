// Files that were made to do harm: whatever their bytes, reading them ends in results or in a sentence.
#include <hdf5.h>
#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <random>

#include "sim/results/opened_results.hpp"
#include "sim/results/trial.hpp"
#include "tests/catch.hpp"
#include "tests/results/edited_file.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

std::string sentence_of_reading(const std::filesystem::path& file) {
    try {
        read_results(file);
    } catch (const SurroundingsFault& fault) {
        return fault.what();
    }
    return "";
}

// The sentence that a good file earns once something in it has been replaced.
template <class Replace>
std::string after(Replace replace) {
    const ScratchFolder folder;
    write_results(example_study(2, 3, 2, 1), folder / "results.h5");
    const hid_t file = H5Fopen((folder / "results.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    replace(file);
    H5Fclose(file);
    return sentence_of_reading(folder / "results.h5");
}

void put_attribute(hid_t file, const char* name, hid_t type, hsize_t count) {
    H5Adelete(file, name);
    const hid_t space = H5Screate_simple(1, &count, nullptr);
    const hid_t attribute = H5Acreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    const std::vector<char> values(count * H5Tget_size(type), 'x');
    H5Awrite(attribute, type, values.data());
    H5Aclose(attribute);
    H5Sclose(space);
}

// A variable that claims those lengths and holds next to nothing.
void put_variable(hid_t file, const char* name, const std::vector<hsize_t>& lengths) {
    H5Ldelete(file, name, H5P_DEFAULT);
    const hid_t space = H5Screate_simple(static_cast<int>(lengths.size()), lengths.data(), nullptr);
    const hid_t settings = H5Pcreate(H5P_DATASET_CREATE);
    const std::vector<hsize_t> chunk(lengths.size(), 1);
    H5Pset_chunk(settings, static_cast<int>(lengths.size()), chunk.data());
    H5Dclose(H5Dcreate2(file, name, H5T_NATIVE_DOUBLE, space, H5P_DEFAULT, settings, H5P_DEFAULT));
    H5Pclose(settings);
    H5Sclose(space);
}

constexpr Allowance plenty{30, 2'000'000'000};

}  // namespace

TEST_CASE("an attempt that ends well, with a sentence, in a crash, in a hang or in greed is told apart") {
    using End = Attempt::End;
    CHECK(tried_apart([] {}, plenty).end == End::well);
    const Attempt refused = tried_apart([] { throw SurroundingsFault("It is empty."); }, plenty);
    CHECK(refused.end == End::with_a_sentence);
    CHECK(refused.sentence == "It is empty.");
    CHECK(tried_apart([] { ::raise(SIGSEGV); }, plenty).end == End::in_ruins);
    CHECK(tried_apart([] { std::abort(); }, plenty).end == End::in_ruins);
    CHECK(tried_apart([] { throw 1; }, plenty).end == End::in_ruins);
    const auto hang = [] {
        volatile bool is_going_on = true;
        while (is_going_on) continue;
    };
    CHECK(tried_apart(hang, {1, 2'000'000'000}).end == End::in_ruins);
}

TEST_CASE("an attempt made apart changes nothing here") {
    int changed = 0;
    tried_apart([&changed] { changed = 1; }, plenty);
    CHECK(changed == 0);
}

TEST_CASE("a file that brings its reader down is refused with a sentence, and the program goes on") {
    const ScratchFolder folder;
    write_results(example_study(1, 1, 1, 1), folder / "results.h5");
    const auto crash = [](hid_t) -> int { std::abort(); };
    CHECK_THROWS_WITH(with_results(folder / "results.h5", crash), Contains("reading it breaks down"));
    CHECK(read_results(folder / "results.h5").months == 1);
}

TEST_CASE("an attribute of many values where one is meant is refused") {
    for (const char* name : {"format_version", "seed"})
        CHECK_THAT(after([&](hid_t file) { put_attribute(file, name, H5T_STD_U64LE, 5000); }),
                   Contains("it is damaged"));
    const hid_t text = H5Tcopy(H5T_C_S1);
    H5Tset_size(text, 8);
    for (const char* name : {"title", "authority", "headroom_version"})
        CHECK_THAT(after([&](hid_t file) { put_attribute(file, name, text, 5000); }),
                   Contains("it is damaged"));
    H5Tclose(text);
}

TEST_CASE("axes that claim more than any memory holds are refused at once") {
    const auto began = std::chrono::steady_clock::now();
    CHECK_THAT(after([](hid_t file) { put_variable(file, "replication", {99'999'999}); }),
               Contains("it is damaged"));
    CHECK_THAT(after([](hid_t file) { put_variable(file, "replication", {9'000'000}); }),
               Contains("as many numbers in it as its axes claim"));
    CHECK_THAT(after([](hid_t file) { put_variable(file, "team", {1'000'000}); }), Contains("it is damaged"));
    CHECK_THAT(after([](hid_t file) { put_variable(file, "point_name", {1'000'000'000'000}); }),
               Contains("it is damaged"));
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(60));
}

TEST_CASE("a measure whose lengths run over to the right number of values is refused") {
    // 2 x 3 x 2^32 x 2^32 values are 6 x 0 to a machine that counts with 64 bits.
    CHECK_THAT(after([](hid_t file) {
                   put_variable(file, "cost", {2, 3, 1ull << 32, 1ull << 32});
               }),
               Contains("it is damaged"));
    CHECK_THAT(after([](hid_t file) { put_variable(file, "cost", {2, 3, 3}); }), Contains("it is damaged"));
    CHECK_THAT(after([](hid_t file) { put_variable(file, "cost", {2}); }), Contains("it is damaged"));
}

TEST_CASE("settings of the futures that do not fit the file, or want a part, are refused") {
    const auto after_in_members = [](const std::function<void(hid_t)>& replace) {
        const ScratchFolder folder;
        write_results(example_with_members(), folder / "results.h5");
        const hid_t file = H5Fopen((folder / "results.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
        replace(file);
        H5Fclose(file);
        return sentence_of_reading(folder / "results.h5");
    };
    CHECK(after_in_members([](hid_t) {}).empty());
    for (const char* part : {"setting_key", "setting_value", "member"}) {
        CAPTURE(part);
        CHECK_THAT(after_in_members([&](hid_t file) { H5Ldelete(file, part, H5P_DEFAULT); }),
                   Contains("it is damaged"));
    }
    CHECK_THAT(after_in_members([](hid_t file) {
                   put_variable(file, "setting_value", {5, 3});
               }),
               Contains("it is damaged"));
    CHECK_THAT(after_in_members([](hid_t file) { put_variable(file, "member", {9'000'000}); }),
               Contains("it is damaged"));
    CHECK_THAT(after_in_members([](hid_t file) { put_variable(file, "setting_key", {1'000'000'000'000}); }),
               Contains("it is damaged"));
}

TEST_CASE("a file without an alternative, a future or a month is refused") {
    CHECK_THAT(after([](hid_t file) { H5Ldelete(file, "point_name", H5P_DEFAULT); }),
               Contains("at least one alternative"));
    CHECK_THAT(after([](hid_t file) { H5Ldelete(file, "replication", H5P_DEFAULT); }),
               Contains("at least one alternative"));
    CHECK_THAT(after([](hid_t file) { H5Ldelete(file, "month", H5P_DEFAULT); }), Contains("it is damaged"));
}

TEST_CASE("a text that would command the reader's terminal is read without its commands") {
    const ScratchFolder folder;
    StudyResults study = example_study(1, 1, 1, 1);
    study.question = "What \x1b]0;owned\x07 would\ta limit do?\n";
    study.point_names = {"As \x1b[2Jnow"};
    write_results(study, folder / "results.h5");
    const StudyResults read = read_results(folder / "results.h5");
    CHECK(read.question == "What ?]0;owned? would\ta limit do?\n");
    CHECK(read.point_names[0] == "As ?[2Jnow");
}

TEST_CASE("a pipe is no results file, and is not waited for") {
    const ScratchFolder folder;
    REQUIRE(::mkfifo((folder / "pipe.h5").c_str(), 0600) == 0);
    CHECK_THAT(sentence_of_reading(folder / "pipe.h5"), Contains("not an ordinary file"));
}

TEST_CASE("whatever bytes are changed, reading ends in results or in a sentence") {
    std::mt19937 chance(2026);
    int read = 0, refused = 0;
    for (int trial = 0; trial < 60; ++trial) {
        std::vector<std::uint8_t> edits(6 * (1 + chance() % 12));
        for (std::uint8_t& byte : edits) byte = static_cast<std::uint8_t>(chance());
        const BytesOnDisk file(edited(good_results_bytes(), edits));
        const std::string sentence = sentence_of_reading(file.path());
        ++(sentence.empty() ? read : refused);
        CHECK((sentence.empty() || sentence.ends_with(".")));
    }
    CHECK(read > 0);
    CHECK(refused > 20);
}
