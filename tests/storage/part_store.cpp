#include "sim/storage/part_store.hpp"

#include <fstream>
#include <limits>

#include "sim/storage/durable_file.hpp"
#include "sim/storage/part_file.hpp"
#include "tests/catch.hpp"
#include "tests/study/tiny_model.hpp"

using namespace headroom;

namespace {

Replication replication(std::uint32_t number) {
    return *TinyModel{}.live(number, std::atomic<bool>(false));
}

std::string part_of(std::uint64_t inputs, const Replication& one) {
    const Replication* batch[] = {&one};
    return part_bytes(inputs, batch);
}

}  // namespace

TEST_CASE("a part gives back every bit, NaN and reasons too") {
    Replication one = replication(3);
    one.faults[2] = "posts were not filled, covered or vacant";
    one.series[2].values()[0] = -std::numeric_limits<double>::quiet_NaN();
    const std::string bytes = part_of(9, one);
    const Part part = read_part(9, bytes);
    REQUIRE(part.state == PartState::good);
    REQUIRE(part.replications.size() == 1);
    CHECK(part_of(9, part.replications[0]) == bytes);
    CHECK(part.replications[0].faults[2] == one.faults[2]);
}

TEST_CASE("a part of other inputs is never taken for this run's") {
    const Part part = read_part(10, part_of(9, replication(3)));
    CHECK(part.state == PartState::of_other_inputs);
    CHECK(part.replications.empty());
}

TEST_CASE("a part cut off anywhere, or with any byte changed, counts as damaged") {
    const std::string bytes = part_of(9, replication(3));
    for (std::size_t length = 0; length < bytes.size(); length += 1 + length / 8) {
        CHECK(read_part(9, std::string_view(bytes).substr(0, length)).state == PartState::damaged);
    }
    for (std::size_t place = 0; place < bytes.size(); place += 1 + place / 8) {
        std::string changed = bytes;
        changed[place] = static_cast<char>(changed[place] ^ 0x10);
        CHECK(read_part(9, changed).replications.empty());
    }
}

TEST_CASE("the store forgets damaged and foreign parts, and leaves what it does not know") {
    const TemporaryFolder folder;
    const PartStore parts(folder / "a.h5", 9);
    const Replication first = replication(0), second = replication(1);
    const Replication* batch[] = {&second, &first};
    parts.keep(batch);
    write_durably(parts.folder() / "7.part", "headroom part 1\nnonsense");
    write_durably(parts.folder() / "8.part", part_of(1, replication(8)));
    std::ofstream(parts.folder() / "9.part.tmp") << "half";
    std::ofstream(parts.folder() / "notes.txt") << "mine";
    const Inheritance found = parts.take_up();
    CHECK(found.replications.size() == 2);
    CHECK(found.damaged == 1);
    CHECK(found.of_other_inputs == 1);
    CHECK_FALSE(std::filesystem::exists(parts.folder() / "7.part"));
    CHECK_FALSE(std::filesystem::exists(parts.folder() / "9.part.tmp"));
    parts.remove_parts();
    CHECK(parts.take_up().replications.empty());
    CHECK(std::filesystem::exists(parts.folder() / "notes.txt"));
}

TEST_CASE("two runs never work on one output, and a finished one leaves nothing behind") {
    const TemporaryFolder folder;
    {
        const PartStore first(folder / "a.h5", 9);
        CHECK_THROWS_AS(PartStore(folder / "a.h5", 9), OutputBusy);
        CHECK_NOTHROW(PartStore(folder / "b.h5", 9));
    }
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK_NOTHROW(PartStore(folder / "a.h5", 9));
}

TEST_CASE("a folder that cannot be made is told before the run, with what the system says") {
    const TemporaryFolder folder;
    std::ofstream(folder / "file") << "not a folder";
    CHECK_THROWS_AS(PartStore(folder / "file/a.h5", 9), std::filesystem::filesystem_error);
}
