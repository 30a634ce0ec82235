#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"

using namespace headroom;
namespace files = std::filesystem;

TEST_CASE(
    "every question that comes with the program can be asked, and opens with its background and its "
    "question") {
    int count = 0;
    for (const auto& entry :
         files::recursive_directory_iterator(HEADROOM_SOURCE_DIR "/scenarios/questions")) {
        if (entry.path().extension() != ".json") continue;
        ++count;
        INFO(entry.path().filename());
        const Reading reading = read_question(entry.path().string());
        CHECK(sentences_of(reading.faults).empty());
        CHECK(reading.scenario.text.starts_with("// "));
        CHECK(reading.scenario.question.ends_with("?"));
        CHECK(reading.scenario.alternatives.size() >= 2);
    }
    CHECK(count >= 1);
}

TEST_CASE("the first question compares as now, limits of 18 and 15, and a limit of 18 with ten more posts") {
    const Reading reading = read_question(HEADROOM_SOURCE_DIR "/scenarios/questions/caseload-limit.json");
    const Scenario& scenario = reading.scenario;
    CHECK(scenario.authority == "typical");
    CHECK(scenario.months == 36);
    CHECK(scenario.replications == 100);
    REQUIRE(scenario.alternatives.size() == 4);
    CHECK(std::holds_alternative<NoLimit>(scenario.alternatives[0].policies[0].policy.caseload_limit.rule));
    CHECK(std::get<HardLimit>(scenario.alternatives[1].policies[0].policy.caseload_limit.rule)
              .newly_qualified == 12);
    CHECK(std::get<HardLimit>(scenario.alternatives[2].policies[0].policy.caseload_limit.rule).children ==
          15);
    CHECK(scenario.alternatives[3].policies.back().policy.posts.add == 10);
}
