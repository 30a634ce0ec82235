#include "tests/scenarios/change.hpp"

#include <algorithm>
#include <atomic>
#include <cstring>

#include "sim/scenario/reader.hpp"
#include "sim/study/study.hpp"
#include "tests/catch.hpp"

namespace headroom {

std::string in_marks(std::string_view word) {
    return "\"" + std::string(word) + "\"";
}

namespace {

std::string question_of(const std::vector<Change>& changes, int months) {
    std::string text = "{\"settling_months\": 3, \"replications\": 2, \"months\": " + std::to_string(months) +
                       ", \"alternatives\": [";
    for (const Change& change : changes) {
        text += (text.back() == '[' ? "" : ", ") + std::string("{\"name\": ") + in_marks(change.name) +
                (change.members.empty() ? "" : ", " + change.members) + "}";
    }
    return text + "]}";
}

}  // namespace

std::vector<Replication> lived(const std::vector<Change>& changes, int months) {
    const Reading reading = read_question_text("test", question_of(changes, months));
    CAPTURE(sentences_of(reading.faults));
    REQUIRE(reading.is_good());
    std::atomic<bool> stop = false;
    StudyOptions options;
    options.replications = reading.scenario.replications;
    StudyOutcome outcome = run_study(reading.scenario, options, stop);
    for (const BrokenBranch& broken : outcome.broken()) {
        FAIL_CHECK(changes[static_cast<std::size_t>(broken.alternative)].name << ": " << broken.reason);
    }
    return std::move(outcome.replications);
}

bool differ(const std::vector<Replication>& replications, std::size_t one, std::size_t other) {
    return std::any_of(replications.begin(), replications.end(), [&](const Replication& replication) {
        const auto a = replication.series[one].values(), b = replication.series[other].values();
        return a.size() != b.size() || std::memcmp(a.data(), b.data(), a.size_bytes()) != 0;
    });
}

}  // namespace headroom
