// `headroom calibrate` as its users meet it.
#include <algorithm>
#include <sstream>

#include "sim/fitting/fit_text.hpp"
#include "sim/places/authority_names.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

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
    for (const char* part : {"caseload, children", "vacancies, %", "fits", "26 figures"})
        CHECK(holds(run.out, part));
    CHECK(holds(run.err, "The fit is in rutland-fit.json."));
    CHECK(holds(content_of(folder / "rutland-fit.json"), "\"headroom_fit\": 2"));
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

TEST_CASE("every figure's row bears its mark, within the width of a terminal") {
    const TestFolder folder;
    const ProgramRun run = fit(folder, {"--authority", "Rutland"});
    std::istringstream lines(run.out);
    int marked = 0;
    for (std::string line; std::getline(lines, line);) {
        CHECK(line.size() <= 102);  // a dash of a range may be more than one byte
        marked += holds(line, "caseload, children ") && (holds(line, "fit") || holds(line, "near"));
    }
    CHECK(marked == 1);
}

TEST_CASE("a question about a fit that calibrate wrote is answered with it, and says so") {
    const TestFolder folder;
    REQUIRE(fit(folder, {"--authority", "Rutland", "--quiet"}).exit_code == 0);
    write_content(folder / "q.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"compare", "q.json", "--authority", "rutland-fit.json",
                                                       "--months", "2", "--replications", "4"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    CHECK(holds(run.out, "This is Rutland: what is published, and what the model gives"));
    // The file of the answer keeps it for the report.
    REQUIRE(run_program(folder.path(), {"report", "q-rutland.h5", "-o", "q.html"}).exit_code == 0);
    CHECK(holds(content_of(folder / "q.html"), "What is published, and what the model gives as now"));
    CHECK(holds(content_of(folder / "q.html"), "The ranges include chance and what we do not know"));
    // So few futures say that they cannot tell what it rests on; the file says which settings each of them
    // used.
    CHECK(holds(run.out, "What the answer rests on\n- So few futures cannot tell"));
    CHECK(run_program(folder.path(), {"summary", "q-rutland.h5"}).out == run.out);
    CHECK(holds(content_of(folder / "q-rutland.h5"), "setting_value"));
}

TEST_CASE(
    "all fits go into a folder, and those that are made of the same model and seed are not made again") {
    const TestFolder folder;
    std::filesystem::create_directories(folder / "fits");
    // As if all but Rutland were made already.
    const PublishedFigures published = PublishedFigures::built_in();
    const std::string rutland = published.place(*find_place(published, "Rutland").code).code();
    const auto made = [&](const std::string& code) {
        return fit_heading({model_digest(), code, published.place(code).name(), {10, 4, 1}, {}, {}, {}}) +
               "kept";
    };
    std::vector<std::string> codes = {"typical"};
    for (const PublishedPlace& place : published.authorities()) codes.push_back(place.code);
    for (const std::string& code : codes) {
        if (code != rutland) write_content(folder / "fits" / (code + ".json"), made(code));
    }
    const ProgramRun run = fit(folder, {"--authority", "all", "-o", "fits"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    CHECK(holds(run.out, "Rutland: "));
    CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 1);
    CHECK(holds(content_of(folder / "fits" / (rutland + ".json")), "\"members\""));
    CHECK(content_of(folder / "fits" / "typical.json") == made("typical"));
    // And all together in one file, a line each.
    const std::string all = content_of(folder / "fits" / "fits.json");
    CHECK(all.starts_with("[\n" + made("E06000001") + ",\n"));
    CHECK(std::count(all.begin(), all.end(), '\n') == static_cast<std::ptrdiff_t>(codes.size()) + 2);
    // Of another model a fit is made anew.
    CHECK(fit_heading({model_digest() + 1, rutland, "Rutland", {10, 4, 1}, {}, {}, {}}) !=
          fit_heading({model_digest(), rutland, "Rutland", {10, 4, 1}, {}, {}, {}}));
}
