#include <hdf5.h>

#include <fstream>

#include "sim/results/results_file.hpp"
#include "tests/catch.hpp"
#include "tests/nearly_full_disk.hpp"
#include "tests/results/example.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

std::string sentence_of_writing(const std::filesystem::path& target) {
    try {
        write_results(example_study(), target);
    } catch (const SurroundingsFault& fault) {
        return fault.what();
    }
    return "";
}

std::string sentence_of_reading(const std::filesystem::path& file) {
    try {
        read_results(file);
    } catch (const SurroundingsFault& fault) {
        return fault.what();
    }
    return "";
}

std::size_t files_in(const ScratchFolder& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++count;
    return count;
}

}  // namespace

TEST_CASE("a disk that fills up leaves nothing behind and says so") {
    const ScratchFolder folder;
    std::string sentence;
    {
        const NearlyFullDisk disk(8192);
        sentence = sentence_of_writing(folder / "results.h5");
    }
    CHECK_THAT(sentence, Contains("Could not write results to") && Contains("results.h5: File too large") &&
                             Contains("-o"));
    CHECK(files_in(folder) == 0);
}

TEST_CASE("a disk that fills up leaves the older file as it was") {
    const ScratchFolder folder;
    write_results(example_study(1, 1, 1, 1), folder / "results.h5");
    {
        const NearlyFullDisk disk(8192);
        CHECK(sentence_of_writing(folder / "results.h5") != "");
    }
    CHECK(read_results(folder / "results.h5").months == 1);
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a folder that does not exist is named") {
    const ScratchFolder folder;
    CHECK_THAT(sentence_of_writing(folder / "missing/results.h5"), Contains("missing does not exist"));
}

TEST_CASE("a folder, a device or a path through a file is never written over") {
    const ScratchFolder folder;
    std::ofstream(folder / "file") << "x";
    CHECK_THAT(sentence_of_writing(folder.path()), Contains("is a folder"));
    CHECK_THAT(sentence_of_writing("/dev/full"), Contains("not an ordinary file"));
    CHECK(std::filesystem::is_character_file("/dev/full"));
    CHECK(sentence_of_writing(folder / "file/results.h5") != "");
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a link to a results file stays a link and its target is replaced") {
    const ScratchFolder folder;
    write_results(example_study(1, 1, 1, 1), folder / "real.h5");
    std::filesystem::create_symlink(folder / "real.h5", folder / "link.h5");
    write_results(example_study(1, 1, 2, 1), folder / "link.h5");
    CHECK(std::filesystem::is_symlink(folder / "link.h5"));
    CHECK(read_results(folder / "real.h5").months == 2);
}

TEST_CASE("a bare name is written into the current folder") {
    const ScratchFolder folder;
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    write_results(example_study(1, 1, 1, 1), "results.h5");
    std::filesystem::current_path(before);
    CHECK(std::filesystem::exists(folder / "results.h5"));
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a file that is missing, empty or not HDF5 is refused with a sentence") {
    const ScratchFolder folder;
    std::ofstream(folder / "empty.h5");
    std::ofstream(folder / "page.h5") << "<html>not found</html>";
    CHECK_THAT(sentence_of_reading(folder / "absent.h5"), Contains("there is no such file"));
    CHECK_THAT(sentence_of_reading(folder / "empty.h5"), Contains("it is empty"));
    CHECK_THAT(sentence_of_reading(folder / "page.h5"), Contains("not a results file"));
    CHECK_THAT(sentence_of_reading(folder.path()), Contains("it is a folder"));
}

TEST_CASE("a file cut short anywhere is refused, never read as if it were whole") {
    const ScratchFolder folder;
    write_results(example_study(), folder / "whole.h5");
    const auto size = std::filesystem::file_size(folder / "whole.h5");
    for (const std::uintmax_t kept : {std::uintmax_t{9}, size / 3, size / 2, size - 1}) {
        std::filesystem::copy_file(folder / "whole.h5", folder / "cut.h5",
                                   std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(folder / "cut.h5", kept);
        CHECK_THAT(sentence_of_reading(folder / "cut.h5"), Contains("truncated or damaged"));
    }
}

TEST_CASE("a byte flipped among the stored numbers is noticed") {
    const ScratchFolder folder;
    write_results(example_study(1, 2, 2, 1), folder / "results.h5");
    const hid_t file = H5Fopen((folder / "results.h5").c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    const hid_t dataset = H5Dopen2(file, "cost", H5P_DEFAULT);
    const hsize_t corner[3] = {0, 0, 0};
    unsigned skipped_filters = 0;
    haddr_t address = 0;
    hsize_t size = 0;
    REQUIRE(H5Dget_chunk_info_by_coord(dataset, corner, &skipped_filters, &address, &size) >= 0);
    H5Dclose(dataset);
    H5Fclose(file);
    std::fstream bytes(folder / "results.h5", std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(static_cast<std::streamoff>(address + size / 2));
    const int kept = bytes.get();
    bytes.seekp(static_cast<std::streamoff>(address + size / 2));
    bytes.put(static_cast<char>(kept ^ 0x55));
    bytes.close();
    CHECK_THAT(sentence_of_reading(folder / "results.h5"), Contains("it is damaged"));
}

TEST_CASE("an HDF5 file of somebody else, or of another format version, is refused with a sentence") {
    const ScratchFolder folder;
    H5Fclose(H5Fcreate((folder / "other.h5").c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
    CHECK_THAT(sentence_of_reading(folder / "other.h5"), Contains("not a results file of Headroom"));

    write_results(example_study(), folder / "newer.h5");
    const hid_t file = H5Fopen((folder / "newer.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    const hid_t attribute = H5Aopen(file, "format_version", H5P_DEFAULT);
    const int newer = 99;
    H5Awrite(attribute, H5T_NATIVE_INT, &newer);
    H5Aclose(attribute);
    H5Fclose(file);
    CHECK_THAT(sentence_of_reading(folder / "newer.h5"),
               Contains("format version is 99") && Contains("reads version 1"));
}

namespace {

std::vector<std::string> names_in(const std::filesystem::path& results) {
    std::vector<std::string> names;
    const hid_t file = H5Fopen(results.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    H5Literate(
        file, H5_INDEX_NAME, H5_ITER_INC, nullptr,
        [](hid_t, const char* name, const H5L_info_t*, void* all) {
            static_cast<std::vector<std::string>*>(all)->emplace_back(name);
            return herr_t{0};
        },
        &names);
    H5Fclose(file);
    return names;
}

// What is never read, since it only labels the numbers for others.
bool is_label(const std::string& name) {
    return name.starts_with("bin_") || name == "point" || name == "team_name" || name == "world" ||
           name == "policy";
}

}  // namespace

TEST_CASE("a file that has lost any measure or other part is damaged, and never read as if there was none") {
    const ScratchFolder folder;
    write_results(example_study(), folder / "whole.h5");
    int lost = 0;
    for (const std::string& name : names_in(folder / "whole.h5")) {
        if (is_label(name)) continue;
        CAPTURE(name);
        std::filesystem::copy_file(folder / "whole.h5", folder / "lost.h5",
                                   std::filesystem::copy_options::overwrite_existing);
        const hid_t file = H5Fopen((folder / "lost.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
        H5Ldelete(file, name.c_str(), H5P_DEFAULT);
        H5Fclose(file);
        CHECK_THAT(sentence_of_reading(folder / "lost.h5"), Contains("it is damaged"));
        ++lost;
    }
    CHECK(lost > 100);
}
