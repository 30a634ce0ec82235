// What is read out of a study that the program itself lived.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

const std::string as_now = R"({"name": "As now"})";
const std::string both = as_now + R"(,
    {"name": "Limit 15", "policy": {"caseload_limit": {"kind": "hard", "children": 15}}})";

// Lives a study of two assumptions in the folder, as study.h5.
void live(const TestFolder& folder, const std::string& design, const std::string& alternatives = both) {
    write_content(
        folder / "study.json",
        R"({"question": "What moves need unmet?", "authority": "Rutland", "fitted": "unfitted", "months": 3, "settling_months": 1,
                      "replications": 2, "alternatives": [)" +
            alternatives + R"(],
                      "factors": {"work_scale": "evidence", "weeks_to_hire": "evidence"}, )" +
            design + "}");
    const ProgramRun run = run_program(folder.path(), {"study", "study.json", "--quiet", "-o", "study.h5"});
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
}

ProgramRun read(const TestFolder& folder, std::vector<std::string> words) {
    return run_program(folder.path(), words);
}

// The sentence of a refusal, which stands alone on standard error.
std::string refused(const TestFolder& folder, std::vector<std::string> words) {
    const ProgramRun run = run_program(folder.path(), words);
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    return run.err;
}

// One index of one factor out of the JSON of a sensitivity.
double index_in(const nlohmann::json& measure, const std::string& index, const std::string& factor) {
    for (const auto& number : measure.at("periods").at(0).at("indices")) {
        if (number.at("index") == index && number.at("factor") == factor)
            return number.at("value").is_null() ? -1 : number.at("value").get<double>();
    }
    FAIL("no " << index << " of " << factor);
    return 0;
}

}  // namespace

TEST_CASE("a Saltelli study tells that hours of work move need unmet, in words, JSON and CSV") {
    const TestFolder folder;
    live(folder, R"("design": {"kind": "saltelli", "base": 8}, "by": "month")");
    const ProgramRun table = read(folder, {"sensitivity", "study.h5"});
    INFO(table.err);
    REQUIRE(table.exit_code == 0);
    CHECK(holds(table.out, "What moves unmet per 100, hours per 100 planned: \u201cAs now\u201d"));
    CHECK(holds(table.out, "\nhours that all work takes  "));
    CHECK(holds(table.out, "over 8 base rows"));

    const ProgramRun json = read(folder, {"sensitivity", "study.h5", "--json", "--policy", "2", "--against",
                                          "as now", "--measure", "unmet_per_100", "--measure", "cost"});
    const auto measures = nlohmann::json::parse(json.out);
    REQUIRE(measures.size() == 2);
    CHECK(measures[0]["policy"] == "Limit 15");
    CHECK(measures[0]["against"] == "As now");
    CHECK(measures[1]["measure"] == "cost");
    CHECK(measures[0]["worlds"] == 32);
    CHECK(index_in(measures[0], "total", "work_scale") > index_in(measures[0], "total", "weeks_to_hire"));

    const ProgramRun csv = read(folder, {"sensitivity", "study.h5", "--over-time", "--csv"});
    CHECK(
        csv.out.starts_with("measure,unit,policy,against,period,from,method,index,factor,name,with,value,"));
    CHECK(holds(csv.out, ",Jun 2025,2025-06-01,sobol,total,work_scale,hours that all work takes,,"));
    CHECK(holds(read(folder, {"sensitivity", "study.h5", "--over-time"}).out, "Apr 2025"));

    CHECK(holds(refused(folder, {"sensitivity", "study.h5", "--method", "morris"}), "--method sobol"));
    CHECK(holds(read(folder, {"sensitivity", "study.h5", "--method", "regression"}).out, "straight line"));
    CHECK(holds(refused(folder, {"sensitivity", "study.h5", "--over-time", "--measure", "wait_days_p90"}),
                "one value for the whole run"));
    // Eight base rows are too few to find conditions in.
    CHECK(holds(read(folder, {"discover", "study.h5", "--fails", "unmet_per_100 > 13"}).out, "At least 20"));
}

TEST_CASE("a Latin hypercube tells where a policy fails, which policies stand out, and what it cannot") {
    const TestFolder folder;
    live(folder, R"("design": {"kind": "latin_hypercube", "points": 40})");
    const ProgramRun found =
        read(folder, {"discover", "study.h5", "--fails", "unmet_per_100 > 14", "--policy", "Limit 15"});
    INFO(found.err << found.out);
    REQUIRE(found.exit_code == 0);
    CHECK(holds(found.out, "Where \u201cLimit 15\u201d fails: unmet per 100 above 14"));
    CHECK(holds(found.out, "hours that all work takes  above 0."));
    const auto json = nlohmann::json::parse(
        read(folder, {"discover", "study.h5", "--fails", "unmet_per_100 > 14", "--json"}).out);
    CHECK(json["worlds"] == 40);
    REQUIRE(json["boxes"].size() == 1);
    CHECK(json["boxes"][0]["limits"][0]["factor"] == "work_scale");
    CHECK(json["boxes"][0]["limits"][0]["high"].is_null());
    CHECK(holds(read(folder, {"discover", "study.h5", "--fails", "unmet_per_100 > 999"}).out,
                "It fails in none of these worlds"));

    const ProgramRun standing =
        read(folder, {"frontier", "study.h5", "--measures", " need unmet, children_unallocated "});
    INFO(standing.err << standing.out);
    REQUIRE(standing.exit_code == 0);
    CHECK(holds(standing.out, "Which policies stand out on unmet per 100 and children unallocated"));
    const auto policies = nlohmann::json::parse(read(folder, {"frontier", "study.h5", "--json"}).out);
    CHECK(policies["policies"][0]["standing"] == "stands out");
    CHECK(policies["policies"][1]["name"] == "Limit 15");
    CHECK(policies["policies"][1]["means"]["cost"]["interval_95"][0].is_null());
    CHECK(policies["worlds"] == 40);

    CHECK(holds(read(folder, {"sensitivity", "study.h5"}).out, "straight line"));
    CHECK(holds(refused(folder, {"sensitivity", "study.h5", "--over-time"}), "\"by\": \"month\""));
    CHECK(holds(refused(folder, {"sensitivity", "study.h5", "--method", "sobol"}),
                "Sobol' indices need a Saltelli design (\"kind\": \"saltelli\"); this study is a Latin "
                "hypercube. It allows --method regression"));
    CHECK(holds(refused(folder, {"sensitivity", "study.h5", "--method", "moris"}), "\"morris\""));
    CHECK(holds(refused(folder, {"sensitivity", "study.h5", "--policy", "Limit 16"}), "\"Limit 15\""));
    CHECK(holds(refused(folder, {"sensitivity", "study.h5", "--against", "1"}), "another policy"));
    CHECK(holds(refused(folder, {"sensitivity", "study.h5", "--measure", "unmet_per_10"}),
                "a measure (\"headroom explain\" lists them)"));
    CHECK(holds(refused(folder, {"sensitivity", "study.h5", "--measure", "caseload_histogram"}),
                "which a histogram has not"));
    CHECK(holds(refused(folder, {"discover", "study.h5", "--fails", "unmet_per_100 is bad"}),
                "a measure, one of > >= < <=, and a number"));
    CHECK(holds(refused(folder, {"discover", "study.h5", "--fails", "unmet > 3"}), "--fails"));
    CHECK(holds(refused(folder, {"discover", "study.h5", "--fails", "cost > 3", "--share", "2"}), "--share"));
    CHECK(holds(refused(folder, {"frontier", "study.h5", "--measures", "cost,vacancy_percent"}),
                "Neither way of vacancy_percent is better"));
}

TEST_CASE("a comparison has no factors, and yet its alternatives may stand out") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"compare", "limit.json", "--quiet", "--no-assumptions"}).exit_code ==
            0);
    CHECK(holds(refused(folder, {"sensitivity", "limit.h5"}), "it holds a comparison"));
    CHECK(holds(refused(folder, {"discover", "limit.h5", "--fails", "cost > 3"}), "it holds a comparison"));
    const ProgramRun standing = read(folder, {"frontier", "limit.h5"});
    REQUIRE(standing.exit_code == 0);
    CHECK(holds(standing.out, "1 world, 2 policies, 4 futures each"));
    CHECK(read(folder, {"sensitivity", "nothing.h5"}).exit_code == 3);
}

TEST_CASE(
    "Morris' trajectories give the size of effects, and a study of one policy has nothing to stand out "
    "from") {
    const TestFolder folder;
    live(folder, R"("design": {"kind": "morris", "trajectories": 6})", as_now);
    const ProgramRun found = read(folder, {"sensitivity", "study.h5"});
    REQUIRE(found.exit_code == 0);
    CHECK(holds(found.out, "mean size (mu*)"));
    CHECK(holds(found.out, "6 effects of each factor"));
    CHECK(holds(refused(folder, {"frontier", "study.h5"}), "holds one policy only"));
}

TEST_CASE("a study that was not run, or not to its end, is said to be so, with the command that goes on") {
    const TestFolder folder;
    write_content(folder / "study.json", R"({"question": "What?", "alternatives": [)" + both +
                                             R"(], "factors": {"work_scale": "evidence"}})");
    std::filesystem::create_directory(folder / "begun.h5.parts");
    const std::vector<std::vector<std::string>> readers = {
        {"sensitivity"}, {"discover", "--fails", "cost > 3"}, {"frontier"}};
    for (std::vector<std::string> words : readers) {
        CAPTURE(words.front());
        words.insert(words.begin() + 1, "study.json");
        const ProgramRun not_run = read(folder, words);
        CHECK(not_run.exit_code == 3);
        CHECK(holds(not_run.err, "it is a study that has not been run: headroom study study.json "));
        words[1] = "begun.h5";
        const ProgramRun unfinished = read(folder, words);
        CHECK(unfinished.exit_code == 3);
        CHECK(holds(unfinished.err, "the study is unfinished"));
        CHECK(holds(unfinished.err, "begun.h5.parts; the same \"headroom study\" command goes on"));
    }
    CHECK(holds(read(folder, {"sensitivity", "never.h5"}).err, "there is no such file"));
}
