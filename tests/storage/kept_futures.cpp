// Where on disk the finished futures of a study lie.
#include "sim/storage/kept_futures.hpp"

#include <cmath>
#include <fstream>

#include "sim/storage/durable_file.hpp"
#include "tests/catch.hpp"
#include "tests/study/tiny_model.hpp"
#include "tests/study/tiny_worlds.hpp"

using namespace headroom;

namespace {

constexpr std::uint64_t inputs = 7;

Replication future(std::uint32_t world, std::uint32_t number) {
    return *TinyWorlds{}.live(world, number, [] { return false; });
}

KeptPart kept_in(const PartStore& store, const std::vector<Replication>& futures) {
    std::vector<const Replication*> batch;
    for (const Replication& one : futures) batch.push_back(&one);
    return store.keep(batch).front();
}

}  // namespace

TEST_CASE("what was kept is read back to the last bit, by world and number, from however many parts") {
    const TemporaryFolder folder;
    const PartStore store(folder / "a.h5", inputs);
    KeptFutures kept(3, 2);
    Replication odd = future(1, 1);
    odd.series[0].values()[0] = -0.0;
    odd.series[0].values()[1] = std::nan("");
    odd.series[1].values()[2] = -std::numeric_limits<double>::infinity();
    kept.add(kept_in(store, {future(2, 1), odd}));
    kept.add(kept_in(store, {future(0, 1), future(1, 0)}));
    kept.add(kept_in(store, {future(2, 0)}));
    CHECK(kept.count() == 5);
    CHECK_FALSE(kept.has(0, 0));
    CHECK(bits_of(kept.read(0, 3)) ==
          bits_of(std::vector<Replication>{future(0, 1), future(1, 0), odd, future(2, 0), future(2, 1)}));
    CHECK(bits_of(kept.read(1, 1)) == bits_of(std::vector<Replication>{future(1, 0), odd}));
    CHECK(kept.all() == std::vector<bool>{false, true, true, true, true, true});
}

TEST_CASE("a part that is found again gives the same futures as when it was kept") {
    const TemporaryFolder folder;
    const PartStore store(folder / "a.h5", inputs);
    const KeptPart at_once = kept_in(store, {future(0, 2), future(3, 1), future(1, 0)});
    const FoundParts found = store.find();
    REQUIRE(found.parts.size() == 1);
    CHECK(found.parts[0].file == at_once.file);
    REQUIRE(found.parts[0].entries.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(found.parts[0].entries[i].world == at_once.entries[i].world);
        CHECK(found.parts[0].entries[i].number == at_once.entries[i].number);
        CHECK(found.parts[0].entries[i].offset == at_once.entries[i].offset);
        CHECK(found.parts[0].entries[i].length == at_once.entries[i].length);
    }
    KeptFutures one(4, 3), two(4, 3);
    one.add(at_once);
    two.add(found.parts[0]);
    CHECK(bits_of(one.read(0, 4)) == bits_of(two.read(0, 4)));
}

TEST_CASE("of two of the same future the first stays") {
    const TemporaryFolder folder;
    const PartStore store(folder / "a.h5", inputs), other(folder / "b.h5", inputs);
    Replication changed = future(0, 0);
    changed.series[0].values()[0] += 1;
    KeptFutures kept(1, 1);
    kept.add(kept_in(store, {future(0, 0)}));
    kept.add(kept_in(other, {changed}));
    CHECK(kept.count() == 1);
    CHECK(bits_of(kept.read(0, 1)) == bits_of(future(0, 0)));
}

TEST_CASE("futures beyond the study's worlds and replications are passed over") {
    const TemporaryFolder folder;
    const PartStore store(folder / "a.h5", inputs);
    KeptFutures kept(2, 2);
    kept.add(kept_in(store, {future(0, 5), future(7, 0), future(1, 1), future(1, 2), future(2, 0)}));
    CHECK(kept.count() == 1);
    CHECK(kept.has(1, 1));
    CHECK(bits_of(kept.read(0, 2)) == bits_of(future(1, 1)));
}

TEST_CASE("futures of which a policy broke down are listed in order, with their reasons") {
    const TemporaryFolder folder;
    const PartStore store(folder / "a.h5", inputs);
    std::vector<Replication> futures = {future(1, 1), future(0, 1), future(0, 0), future(1, 0)};
    futures[0].faults[1] = "a diary held a task of no family";
    futures[1].faults[0] = "posts were not filled, covered or vacant";
    KeptFutures kept(2, 2);
    kept.add(kept_in(store, futures));
    const std::vector<PartEntry> broken = kept.with_faults();
    REQUIRE(broken.size() == 2);
    CHECK((broken[0].world == 0 && broken[0].number == 1));
    CHECK((broken[1].world == 1 && broken[1].number == 1));
    CHECK(kept.read(1, 1)[1].faults[1] == "a diary held a task of no family");
    CHECK(kept.read(1, 1)[1].faults[0].empty());
}

TEST_CASE("a part that goes or changes after it was found is told, never taken for numbers") {
    const TemporaryFolder folder;
    const PartStore store(folder / "a.h5", inputs);
    KeptFutures kept(2, 1);
    const KeptPart first = kept_in(store, {future(0, 0)}), second = kept_in(store, {future(1, 0)});
    kept.add(first);
    kept.add(second);
    std::filesystem::resize_file(second.file, std::filesystem::file_size(second.file) - 1);
    CHECK_NOTHROW(kept.read(0, 1));
    CHECK_THROWS_AS(kept.read(1, 1), std::filesystem::filesystem_error);
    std::filesystem::remove(first.file);
    CHECK_THROWS_AS(kept.read(0, 1), std::filesystem::filesystem_error);
}

TEST_CASE("an entry that is cut or followed by more is none") {
    const TemporaryFolder folder;
    const PartStore store(folder / "a.h5", inputs);
    const KeptPart part = kept_in(store, {future(0, 0), future(0, 1)});
    const std::string bytes = read_whole(part.file);
    const PartEntry& entry = part.entries[1];
    const std::string own = bytes.substr(entry.offset, entry.length);
    const auto read = read_entry(own);
    REQUIRE(read);
    CHECK(bits_of(*read) == bits_of(future(0, 1)));
    CHECK_FALSE(read_entry(own.substr(0, own.size() - 1)));
    CHECK_FALSE(read_entry(own + "x"));
    CHECK_FALSE(read_entry(own.substr(1)));
    CHECK_FALSE(read_entry(""));
}

TEST_CASE("an index names the futures of a good part only") {
    const Replication one = future(3, 4);
    const Replication* batch[] = {&one};
    const std::string bytes = part_bytes(inputs, batch);
    const PartIndex good = index_part(inputs, bytes);
    CHECK(good.state == PartState::good);
    REQUIRE(good.entries.size() == 1);
    CHECK(good.entries[0].offset + good.entries[0].length == bytes.size());
    CHECK(index_part(inputs + 1, bytes).state == PartState::of_other_inputs);
    CHECK(index_part(inputs + 1, bytes).entries.empty());
    for (std::size_t place = 0; place < bytes.size(); place += 7) {
        std::string changed = bytes;
        changed[place] = static_cast<char>(changed[place] ^ 0x40);
        CHECK(index_part(inputs, changed).entries.empty());
    }
    for (std::size_t length = 0; length < bytes.size(); length += 7)
        CHECK(index_part(inputs, bytes.substr(0, length)).state == PartState::damaged);
}
