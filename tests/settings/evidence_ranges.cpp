// What the evidence leaves open of the least certain numbers.
#include <set>

#include "sim/settings/evidence_range.hpp"
#include "sim/settings/units.hpp"
#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("what the evidence leaves open lies within what a question may set, and holds the default") {
    for (const EvidenceRange& range : evidence_ranges()) {
        CAPTURE(range.key);
        const SettingRow* const row = find_setting(range.key);
        REQUIRE(row != nullptr);
        CHECK(row->value == range.value);
        CHECK(range.low < range.high);
        CHECK(range.low >= row->low);
        CHECK(range.high <= row->high);
        CHECK(row->normal >= range.low);
        CHECK(row->normal <= range.high);
        CHECK_FALSE(counts_whole_things(row->unit));
    }
}

TEST_CASE("an assumption is tried under one name, and its range says where it comes from") {
    std::set<std::string_view> keys, names;
    for (const EvidenceRange& range : evidence_ranges()) {
        CAPTURE(range.key);
        CHECK(keys.insert(range.key).second);
        CHECK(names.insert(range.name).second);
        CHECK(range.name.size() <= 42);  // a line of a table and a chart
        CHECK_FALSE(range.basis.empty());
        CHECK(find_evidence_range(range.key) == &range);
    }
    CHECK(find_evidence_range("referrals_per_year") == nullptr);
}
