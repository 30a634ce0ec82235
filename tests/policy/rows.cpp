// The rows that the reader, the schema and the documentation of policies are written from.
#include "sim/policy/policy.hpp"

#include <cmath>
#include <set>
#include <string>

#include "tests/catch.hpp"
#include "tests/policy/limit_rules.hpp"

using namespace headroom;

namespace {

template <class Owner>
void check_rows(std::string_view owner) {
    const Owner as_it_comes{};
    std::set<std::string_view> keys;
    std::set<const double*> values;
    for (const Field<Owner>& row : Owner::fields()) {
        CAPTURE(owner, row.key);
        CHECK(keys.insert(row.key).second);
        CHECK(values.insert(&(as_it_comes.*row.value)).second);
        CHECK(std::isfinite(row.low));
        CHECK(std::isfinite(row.high));
        CHECK(row.low < row.high);
        CHECK(row.low <= as_it_comes.*row.value);
        CHECK(as_it_comes.*row.value <= row.high);
        CHECK_FALSE(row.unit.empty());
        CHECK(row.meaning.size() >= 10);
        CHECK(row.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string_view::npos);
        if (row.unit == "percent") CHECK(row.key.ends_with("_percent"));
        if (row.key.ends_with("_percent")) CHECK(row.unit == "percent");
        if (row.unit == "yes or no") CHECK(row.high == 1);
        // -1 stands for "as the setting says" and the like; only the row can tell the reader of it.
        if (row.low == -1.0) CHECK(row.meaning.find("-1") != std::string_view::npos);
    }
}

template <std::size_t... Kinds>
void check_limit_rows(std::index_sequence<Kinds...>) {
    (check_rows<std::variant_alternative_t<Kinds, LimitRule>>(
         std::variant_alternative_t<Kinds, LimitRule>::name),
     ...);
}

template <std::size_t N>
void check_words(const std::array<std::string_view, N>& words) {
    CHECK(std::set<std::string_view>(words.begin(), words.end()).size() == N);
    for (const std::string_view word : words) {
        CAPTURE(word);
        CHECK_FALSE(word.empty());
        CHECK(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string_view::npos);
    }
}

}  // namespace

TEST_CASE("every number of a policy has one key, a unit, a meaning, and a default within its range") {
    check_limit_rows(std::make_index_sequence<std::variant_size_v<LimitRule>>{});
    check_rows<CaseloadLimit>("caseload_limit");
    check_rows<AllocationPolicy>("allocation");
    check_rows<AgencyPolicy>("agency");
    check_rows<PostsPolicy>("posts");
    check_rows<RecruitmentPolicy>("recruitment");
    check_rows<RetentionPolicy>("retention");
    check_rows<PracticePolicy>("practice");
}

TEST_CASE("every number of a policy is a row, so that a scenario can set it") {
    CHECK(HardLimit::fields().size() * sizeof(double) == sizeof(HardLimit));
    CHECK(AdvisoryLimit::fields().size() * sizeof(double) == sizeof(AdvisoryLimit));
    CHECK(PointsLimit::fields().size() * sizeof(double) == sizeof(PointsLimit));
    CHECK(ByTypeLimit::fields().size() * sizeof(double) == sizeof(ByTypeLimit));
    CHECK(IntakeLimit::fields().size() * sizeof(double) == sizeof(IntakeLimit));
    CHECK(AverageLimit::fields().size() * sizeof(double) == sizeof(AverageLimit));
    CHECK(AgencyPolicy::fields().size() * sizeof(double) == sizeof(AgencyPolicy));
    CHECK(PostsPolicy::fields().size() * sizeof(double) == sizeof(PostsPolicy));
    CHECK(RecruitmentPolicy::fields().size() * sizeof(double) == sizeof(RecruitmentPolicy));
    CHECK(RetentionPolicy::fields().size() * sizeof(double) == sizeof(RetentionPolicy));
    CHECK(PracticePolicy::fields().size() * sizeof(double) == sizeof(PracticePolicy));
}

TEST_CASE("every kind of limit has a name of its own and says what it means") {
    std::set<std::string> names;
    for (const NamedLimit& kind : limits_as_they_come()) CHECK(names.insert(kind.name).second);
    CHECK(names ==
          std::set<std::string>{"none", "advisory", "hard", "points", "by_type", "intake", "average"});
    for (const NamedLimit& kind : limits_as_they_come()) {
        CAPTURE(kind.name);
        std::visit([](const auto& rule) { CHECK(rule.meaning.size() > 10); }, kind.limit.rule);
    }
}

TEST_CASE("no two words of one list are the same") {
    check_words(overflow_words);
    check_words(counted_unit_words);
    check_words(allocation_choice_words);
    check_words(shock_words);
    check_words(stage_words);
}

TEST_CASE("every shock has one row, in the order of the words, with a size within its range") {
    REQUIRE(shock_rows().size() == shock_words.size());
    for (std::size_t kind = 0; kind < shock_words.size(); ++kind) {
        const ShockRow& row = shock_rows()[kind];
        CAPTURE(shock_words[kind]);
        CHECK(row.kind == static_cast<ShockKind>(kind));
        CHECK(row.least <= row.size);
        CHECK(row.size <= row.most);
        CHECK(row.months >= 0);
        CHECK(row.meaning.size() >= 10);
        if (row.least < row.most) CHECK_FALSE(row.size_unit.empty());
        CHECK(row.size != 0);  // 0 is how a scenario leaves the size to the row
    }
}

TEST_CASE("a policy as it comes decides nothing: it limits, adds, closes and turns away nothing") {
    const Policy policy;
    CHECK(std::holds_alternative<NoLimit>(policy.caseload_limit.rule));
    CHECK(policy.posts.add == 0);
    CHECK(policy.posts.support_workers == 0);
    CHECK(policy.recruitment.attractiveness_percent == 100);
    CHECK(policy.recruitment.freeze == 0);
    CHECK(policy.retention.pay_supplement_percent == 0);
    CHECK(policy.practice.raised_threshold_percent == 0);
    CHECK(policy.practice.early_closure == 0);
    CHECK(policy.agency.phase_out_months == 0);
    CHECK(policy.agency.most_percent == 100);
    CHECK(policy.agency.budget_per_year == -1);
}
