// `headroom calibrate` as its users meet it.
#include "tests/catch.hpp"
#include "tests/commands/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

ProgramRun fit(const TestFolder& folder, std::vector<std::string> more) {
    std::vector<std::string> words = {"calibrate", "--members", "10"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(folder.path(), words);
}

}  // namespace

TEST_CASE("calibrate lays what a place publishes beside the model, marks each figure, and writes the fit") {
    const TestFolder folder;
    const ProgramRun run = fit(folder, {"--authority", "rutland"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    CHECK(run.out.find("This is Rutland") == 0);
    for (const char* part : {"caseload, children", "vacancies, %", "fits", "25 figures"})
        CHECK(holds(run.out, part));
    CHECK(holds(run.err, "The fit is in rutland-fit.json."));
    CHECK(holds(content_of(folder / "rutland-fit.json"), "\"headroom_fit\": 1"));
}

TEST_CASE("a fit is the same on one thread and on three, and is not written over anything else") {
    const TestFolder folder;
    REQUIRE(fit(folder, {"--authority", "Rutland", "--threads", "1", "-o", "one.json"}).exit_code == 0);
    const ProgramRun again =
        fit(folder, {"--authority", "Rutland", "--threads", "3", "--quiet", "-o", "three.json"});
    CHECK(again.exit_code == 0);
    CHECK(again.err.empty());
    CHECK(content_of(folder / "one.json") == content_of(folder / "three.json"));
    write_content(folder / "ours.json", "{\"question\": \"mine\"}");
    const ProgramRun refused = fit(folder, {"--authority", "Rutland", "-o", "ours.json"});
    CHECK(refused.exit_code == 2);
    CHECK(holds(refused.err, "ours.json"));
    CHECK(content_of(folder / "ours.json") == "{\"question\": \"mine\"}");
}

TEST_CASE("a place that publishes nothing, an unknown one and odd numbers are told in a sentence") {
    const TestFolder folder;
    for (const auto& [word, told] : std::vector<std::pair<std::string, std::string>>{
             {"teaching team", "publishes nothing"}, {"Rutlandia", "Rutland"}}) {
        const ProgramRun run = fit(folder, {"--authority", word});
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, told));
    }
    for (const char* members : {"3", "-1", "many", "10.5"})
        CHECK(run_program(folder.path(), {"calibrate", "--authority", "Rutland", "--members", members})
                  .exit_code == 2);
    CHECK(folder.names().empty());
}
