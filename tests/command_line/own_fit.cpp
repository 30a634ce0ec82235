// Figures of one's own are fitted when they are first asked about, and not again.
#include <sys/wait.h>

#include <cstdlib>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

const std::string fitting = "Fitting the model to the figures of ours";

// Of a place so small that it is fitted in a moment.
std::string small_figures(const std::string& more = "") {
    return "figure,value\nchildren_0_17,1500\nreferrals,80\ncases,45\ncase_holders_fte,3\nturnover_percent,"
           "12\n" +
           more;
}

std::string small_question(const std::string& more = "") {
    return R"({"question": "Ours?", "authority": {"figures": "ours.csv"}, "months": 1, "settling_months": 0,
        "replications": 2)" +
           more + "}";
}

std::string limit_question() {
    return small_question(R"(, "alternatives": [{"name": "As now"},
        {"name": "Limit 15", "policy": {"caseload_limit": {"kind": "hard", "children": 15}}}])");
}

void write_all(const TestFolder& folder, const std::string& more_figures = "") {
    write_content(folder / "ours.csv", small_figures(more_figures));
    write_content(folder / "q.json", limit_question());
    write_content(folder / "study.json",
                  small_question(R"(, "factors": {"work_scale": {"values": [0.6, 0.7]}})"));
}

ProgramRun compare(const TestFolder& folder, std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"compare", "q.json"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(folder.path(), words);
}

// With a variable of the environment, as a shell sets it.
ProgramRun run_with(const TestFolder& folder, const std::string& variable, const std::string& words) {
    const TestFolder said;
    const std::string line = "cd '" + folder.path().string() + "' && " + variable +
                             " '" HEADROOM_PROGRAM "' " + words + " >'" + (said / "out").string() + "' 2>'" +
                             (said / "err").string() + "'";
    const int status = std::system(line.c_str());
    ProgramRun run;
    run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    run.out = content_of(said / "out");
    run.err = content_of(said / "err");
    return run;
}

}  // namespace

TEST_CASE("own figures are fitted once, by whatever command asks first, and the fit lies beside them") {
    const TestFolder folder;
    write_all(folder);
    const ProgramRun unfitted = compare(folder, {"--unfitted"});
    CAPTURE(unfitted.err);
    CHECK(unfitted.exit_code == 0);
    CHECK_FALSE(holds(unfitted.err, fitting));
    CHECK_FALSE(std::filesystem::exists(folder / "ours.fit.json"));
    CHECK_FALSE(holds(unfitted.out, "This is ours"));

    const ProgramRun first = compare(folder);
    CAPTURE(first.err);
    REQUIRE(first.exit_code == 0);
    CHECK(holds(first.err, fitting));
    CHECK(holds(first.err, "The fit is kept in ours.fit.json"));
    CHECK(holds(first.out, "This is ours: your own figures, and what the model gives"));
    CHECK(holds(first.out, "15.0 (own)"));
    CHECK(holds(first.out, "(England)"));
    const std::string kept = content_of(folder / "ours.fit.json");
    CHECK(kept.starts_with(
        "{\"headroom_fit\": 2, \"authority\": \"ours\", \"code\": \"own\", \"own_figures\": "));

    const ProgramRun second = compare(folder);
    CHECK_FALSE(holds(second.err, fitting));
    CHECK(second.out == first.out);
    const std::vector<std::vector<std::string>> others = {
        {"run", "q.json"},
        {"run", "q.json", "--one-world"},
        {"study", "study.json"},
        {"sustain", "q.json", "--measure", "caseload_mean", "--at-most", "200", "--vary", "referrals",
         "--replications", "20"},
        {"compare", "q.json", "--authority", "ours.fit.json"}};
    for (const std::vector<std::string>& words : others) {
        const ProgramRun run = run_program(folder.path(), words);
        CAPTURE(words.front(), run.err);
        CHECK(run.exit_code == 0);
        CHECK_FALSE(holds(run.err, fitting));
    }
    CHECK(content_of(folder / "ours.fit.json") == kept);
    CHECK_FALSE(std::filesystem::exists(folder / "ours.fit.json.making"));
}

TEST_CASE("no fit is made for what is asked wrongly beside it") {
    const TestFolder folder;
    write_all(folder);
    const std::vector<std::vector<std::string>> mistakes = {
        {"--measure", "caseload_meen", "--at-most", "20", "--vary", "referrals"},
        {"--measure", "caseload_mean", "--at-most", "20", "--vary", "refferals"},
        {"--measure", "caseload_mean", "--at-most", "20", "--vary", "referrals", "--alternative", "7"},
        {"--measure", "caseload_mean", "--at-most", "20", "--vary", "referrals", "--replications", "3"},
        {"--measure", "caseload_mean", "--at-most", "20", "--vary", "referrals", "--from", "5", "--to", "5"}};
    for (std::vector<std::string> words : mistakes) {
        words.insert(words.begin(), {"sustain", "q.json"});
        const ProgramRun run = run_program(folder.path(), words);
        CAPTURE(words, run.err);
        CHECK(run.exit_code == 2);
        CHECK_FALSE(holds(run.err, fitting));
        CHECK_FALSE(std::filesystem::exists(folder / "ours.fit.json"));
    }
}

TEST_CASE("a fit of other figures, or of another program, is made again") {
    const TestFolder folder;
    write_all(folder);
    REQUIRE(compare(folder, {"--quiet"}).exit_code == 0);
    const std::string kept = content_of(folder / "ours.fit.json");
    write_content(folder / "ours.csv", small_figures("vacancies_fte,2\n"));
    const ProgramRun changed = compare(folder);
    CHECK(holds(changed.err, fitting));
    CHECK(content_of(folder / "ours.fit.json") != kept);
    std::string older = content_of(folder / "ours.fit.json");
    const std::size_t model = older.find("\"model\": \"") + 10;
    older[model] = older[model] == '1' ? '2' : '1';
    write_content(folder / "ours.fit.json", older);
    CHECK(holds(compare(folder).err, fitting));
}

TEST_CASE("two runs that ask about the same figures at once make one fit between them") {
    const TestFolder folder;
    write_all(folder);
    StartedProgram one(folder.path(), {"compare", "q.json", "-o", "one.h5"});
    StartedProgram other(folder.path(), {"compare", "q.json", "-o", "other.h5"});
    const ProgramRun first = one.wait(), second = other.wait();
    CAPTURE(first.err, second.err);
    CHECK(first.exit_code == 0);
    CHECK(second.exit_code == 0);
    CHECK(holds(first.err, fitting) != holds(second.err, fitting));
    CHECK(first.out == second.out);
}

TEST_CASE("where the folder of the figures takes no fit it is kept in the user's cache") {
    const TestFolder folder, cache;
    write_all(folder);
    std::filesystem::create_directory(folder /
                                      "ours.fit.json");  // as good as a folder that cannot be written
    const std::string variable = "XDG_CACHE_HOME='" + cache.path().string() + "'";
    const ProgramRun first = run_with(folder, variable, "compare q.json");
    CAPTURE(first.err);
    CHECK(first.exit_code == 0);
    CHECK(holds(first.err, fitting));
    CHECK(cache.names() == std::vector<std::string>{"headroom"});
    const ProgramRun second = run_with(folder, variable, "compare q.json");
    CHECK(second.exit_code == 0);
    CHECK_FALSE(holds(second.err, fitting));
    const ProgramRun none = run_with(folder, "env -u XDG_CACHE_HOME -u HOME", "compare q.json");
    CHECK(none.exit_code == 3);
    CHECK(holds(none.err, "Set XDG_CACHE_HOME to a folder, or ask with --unfitted."));
}

TEST_CASE(
    "a file in the fit's place that is none stays, and nothing is fitted before the question is right") {
    const TestFolder folder;
    write_all(folder);
    write_content(folder / "ours.fit.json", "{\"mine\": 1}");
    const ProgramRun run = compare(folder);
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "ours.fit.json"));
    CHECK(content_of(folder / "ours.fit.json") == "{\"mine\": 1}");
    std::filesystem::remove(folder / "ours.fit.json");
    const ProgramRun wrong = compare(folder, {"--months", "-3"});
    CHECK(wrong.exit_code == 2);
    CHECK_FALSE(holds(wrong.err, fitting));
    write_content(folder / "ours.csv", small_figures("agency_percent,100\nabsence_percent,low\n"));
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"compare", "q.json"},
                                               {"run", "q.json"},
                                               {"check", "q.json"},
                                               {"study", "study.json"},
                                               {"calibrate", "--figures", "ours.csv"}}) {
        const ProgramRun refused = run_program(folder.path(), words);
        CAPTURE(words.front(), refused.err);
        CHECK(refused.exit_code == 2);
        CHECK(holds(refused.err, "ours.csv, line 7, column 2: \"agency_percent\" is 100"));
        CHECK(holds(refused.err, "ours.csv, line 8, column 2: \"absence_percent\" is \"low\""));
        CHECK_FALSE(std::filesystem::exists(folder / "ours.fit.json"));
    }
}

TEST_CASE("figures that contradict each other are named at the top of every answer, and not refused") {
    const TestFolder folder;
    write_all(folder, "caseload,27.6\n");
    const std::string sentence =
        "ours.csv, lines 4, 5 and 7: 45 cases held by 3 case holders is 15.0 each, but the file's own "
        "caseload "
        "says 27.6.";
    const auto in_one_line = [](std::string text) {
        for (std::size_t at = 0; (at = text.find("\n  ", at)) != text.npos;) text.replace(at, 3, " ");
        return text;
    };
    const ProgramRun answer = compare(folder, {"--unfitted"});
    CHECK(answer.exit_code == 0);
    CHECK(in_one_line(answer.out).find(sentence) < answer.out.find("As now"));
    CHECK(holds(content_of(folder / "q.html"), "lines 4, 5 and 7"));
    CHECK(holds(in_one_line(run_program(folder.path(), {"summary", "q.h5"}).out), sentence));
    CHECK(holds(compare(folder, {"--unfitted", "--json"}).out, "\"contradictions\": [\"" + sentence));
    CHECK(holds(in_one_line(run_program(folder.path(), {"check", "q.json"}).out), sentence));
    CHECK(
        holds(in_one_line(run_program(folder.path(), {"study", "study.json", "--unfitted"}).out), sentence));
    for (const char* form : {"", "--json"}) {
        std::vector<std::string> words = {"sustain",       "q.json",         "--unfitted", "--measure",
                                          "caseload_mean", "--at-most",      "200",        "--vary",
                                          "referrals",     "--replications", "20"};
        if (*form != '\0') words.emplace_back(form);
        CHECK(holds(in_one_line(run_program(folder.path(), words).out), sentence));
    }
}

TEST_CASE("calibrate fits figures of one's own, alone or in place of those that an authority publishes") {
    const TestFolder folder;
    write_content(folder / "ours.csv", small_figures());
    const auto fit = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"calibrate", "--members", "10", "--figures", "ours.csv"});
        return run_program(folder.path(), more);
    };
    const ProgramRun alone = fit({});
    CAPTURE(alone.err);
    REQUIRE(alone.exit_code == 0);
    CHECK(holds(alone.out, "This is ours: your own figures"));
    CHECK(holds(alone.out, "15.0 (own)"));
    CHECK(holds(alone.err, "The fit is in ours-fit.json."));
    write_content(folder / "ours.csv", "figure,value\nvacancies_fte,12\n");
    const ProgramRun of_rutland = fit({"--authority", "Rutland"});
    CAPTURE(of_rutland.err);
    REQUIRE(of_rutland.exit_code == 0);
    CHECK(holds(of_rutland.out, "(own)"));
    CHECK(holds(of_rutland.out, "(2024)"));
    write_content(folder / "q.json", short_question());
    const ProgramRun asked = run_program(
        folder.path(),
        {"compare", "q.json", "--authority", "rutland-fit.json", "--months", "1", "--replications", "2"});
    CAPTURE(asked.err);
    CHECK(asked.exit_code == 0);
    CHECK(holds(asked.out, "This is Rutland: your own figures, and what the model gives"));
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"--authority", "all"}, {"--authority", "Rutlandia"}, {"-o", "ours.csv"}}) {
        const ProgramRun refused = fit(words);
        CHECK(refused.exit_code == 2);
    }
    CHECK(run_program(folder.path(), {"calibrate"}).exit_code == 2);
}

TEST_CASE("own figures say which authority they are about, whose published figures stand in for the rest") {
    const TestFolder folder;
    write_content(folder / "ours.csv", "figure,value\ncases,150\n");
    const auto about = [&](const std::string& name) {
        write_content(folder / "q.json", R"({"question": "Ours?", "fitted": "unfitted", "months": 1,
            "settling_months": 0, "replications": 3, "authority": {"figures": "ours.csv", "name": ")" +
                                             name + "\"}}");
        return run_program(folder.path(), {"run", "q.json", "--quiet"});
    };
    const ProgramRun known = about("Rutland");
    CAPTURE(known.out, known.err);
    CHECK(known.exit_code == 0);
    CHECK(holds(known.out, "Rutland, 1 month"));
    const ProgramRun unknown = about("Rutlandia");
    CHECK(unknown.exit_code == 2);
    CHECK(holds(unknown.err, "authority.name"));
    CHECK(holds(unknown.err, "Rutlandia"));
    write_content(folder / "q.json",
                  R"({"question": "Ours?", "authority": {"fit": "x.json", "name": "Rutland"}})");
    const ProgramRun beside_a_fit = run_program(folder.path(), {"check", "q.json"});
    CHECK(beside_a_fit.exit_code == 2);
    CHECK(holds(beside_a_fit.err, "authority.name"));
}
