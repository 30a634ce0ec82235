#include "sim/storage/durable_file.hpp"

#include <system_error>

#include "tests/catch.hpp"
#include "tests/nearly_full_disk.hpp"
#include "tests/study/tiny_model.hpp"

using namespace headroom;

namespace {

// What the system says when the content is written there; no error when it was.
std::error_code error_of_writing(const std::filesystem::path& file, const std::string& content) {
    try {
        write_durably(file, content);
    } catch (const std::filesystem::filesystem_error& fault) {
        return fault.code();
    }
    return {};
}

}  // namespace

TEST_CASE("what is written durably stands whole under its name, with nothing beside it") {
    const TemporaryFolder folder;
    write_durably(folder / "a.part", std::string(5000, 'x'));
    write_durably(folder / "a.part", std::string("b\0c", 3));
    CHECK(read_whole(folder / "a.part") == std::string("b\0c", 3));
    CHECK_FALSE(std::filesystem::exists(folder / "a.part.tmp"));
}

TEST_CASE("a full disk leaves the older file and nothing half written") {
    const TemporaryFolder folder;
    write_durably(folder / "a.part", "older");
    {
        const NearlyFullDisk disk(1024);
        CHECK(error_of_writing(folder / "a.part", std::string(5000, 'x')) == std::errc::file_too_large);
    }
    CHECK(read_whole(folder / "a.part") == "older");
    CHECK_FALSE(std::filesystem::exists(folder / "a.part.tmp"));
}

TEST_CASE("a folder that is not there, or in the way, is told in the system's words") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "folder");
    CHECK(error_of_writing(folder / "missing" / "a.part", "x") == std::errc::no_such_file_or_directory);
    CHECK(error_of_writing(folder / "folder", "x") == std::errc::is_a_directory);
    CHECK_FALSE(std::filesystem::exists(folder / "folder.tmp"));
}
