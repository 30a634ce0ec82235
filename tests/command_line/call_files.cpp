// No file of a call replaces another, and none that Headroom did not write: for every command and option that
// the parser offers, the next one too.
#include <unistd.h>

#include <algorithm>

#include "apps/command_line/command_line.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

using Words = std::vector<std::string>;

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

std::string short_study() {
    return R"({"authority": "teaching team", "months": 1, "settling_months": 0, "replications": 1,
        "factors": {"work_scale": {"values": [0.6, 0.7]}}})";
}

std::vector<OfferedOption> of_command(const std::string& command) {
    std::vector<OfferedOption> all;
    for (OfferedOption& option : offered_options()) {
        if (option.command == command) all.push_back(std::move(option));
    }
    return all;
}

std::vector<OfferedOption> outputs_of(const std::string& command) {
    std::vector<OfferedOption> outputs;
    for (OfferedOption& option : of_command(command)) {
        if (!option.stands_alone && takes_a_file(option.takes)) outputs.push_back(std::move(option));
    }
    return outputs;
}

std::vector<std::string> commands() {
    std::vector<std::string> all;
    for (const OfferedOption& option : offered_options()) {
        if (std::find(all.begin(), all.end(), option.command) == all.end()) all.push_back(option.command);
    }
    return all;
}

// The input of a command, made in the folder: what it is called, or "" where it reads no file.
std::string make_input(const TestFolder& folder, const std::string& command) {
    write_content(folder / "limit.json", short_question());
    write_content(folder / "study.json", short_study());
    if (command == "compare" || command == "run" || command == "sustain" || command == "check")
        return "limit.json";
    if (command == "study") return "study.json";
    const auto make = [&](const Words& words) { REQUIRE(run_program(folder.path(), words).exit_code == 0); };
    if (command == "merge") {
        for (const char* shard : {"1/2", "2/2"})
            make({"study", "study.json", "--quiet", "--shard", shard, "-o", "kept.h5"});
        return "kept.h5.shards";
    }
    if (command == "report" || command == "summary")
        make({"run", "limit.json", "--quiet", "--months", "1", "--replications", "2", "-o", "limit.h5"});
    return command == "report" || command == "summary" ? "limit.h5" : "";
}

// The command on its input, with what else it cannot do without.
Words call_of(const std::string& command, const std::string& input, const Words& more) {
    Words words{command};
    if (!input.empty()) words.push_back(input);
    words.insert(words.end(), more.begin(), more.end());
    for (const OfferedOption& option : of_command(command)) {
        const bool is_there = std::find(words.begin(), words.end(), option.name) != words.end();
        if (!option.is_required || option.stands_alone || is_there) continue;
        words.push_back(option.name);
        words.push_back(takes_a_file(option.takes) ? "other.h5" : option.takes == "NAME" ? "Rutland" : "1");
    }
    // One of two is wanted, which no option by itself says.
    if (command == "calibrate") words.insert(words.end(), {"--authority", "Rutland"});
    if (command == "calibrate" || command == "backtest") words.insert(words.end(), {"--members", "10"});
    return words;
}

// What the file held and holds, or that it is a folder.
std::string state_of(const std::filesystem::path& file) {
    return std::filesystem::is_directory(file) ? "a folder" : content_of(file);
}

}  // namespace

TEST_CASE("of everything that can be typed behind an option it is known whether it is a file") {
    const Words no_files = {"N",       "N|auto", "NAME",   "ALTERNATIVE", "KEY=VALUE", "KEY",     "MEASURE",
                            "X",       "PART",   "METHOD", "TEST",        "K",         "A,B,...", "I/N",
                            "MINUTES", "SHARDS", "TEXT",   "KIND",        "YEAR",      "YEARS"};
    for (const OfferedOption& option : offered_options()) {
        CAPTURE(option.command, option.name, option.takes);
        const bool is_known = option.is_flag || takes_a_file(option.takes) || reads_a_file(option.takes) ||
                              std::find(no_files.begin(), no_files.end(), option.takes) != no_files.end();
        CHECK(is_known);
    }
    CHECK(outputs_of("run").size() == 4);
    CHECK(outputs_of("report").size() == 3);
}

TEST_CASE("a fit does not take the place of the figures that it is made of") {
    const TestFolder folder;
    write_content(folder / "ours.csv", "figure,value\ncaseload,15\n");
    const ProgramRun run =
        run_program(folder.path(), {"calibrate", "--figures", "ours.csv", "-o", "./ours.csv"});
    CHECK(run.exit_code == 2);
    CHECK(content_of(folder / "ours.csv") == "figure,value\ncaseload,15\n");
}

TEST_CASE("no output of any command takes the place of its input, however its name is spelt") {
    for (const std::string& command : commands()) {
        if (outputs_of(command).empty()) continue;
        const TestFolder folder;
        const std::string input = make_input(folder, command);
        if (input.empty()) continue;
        const std::string before = state_of(folder / input);
        std::filesystem::create_symlink(folder / input, folder / "link");
        Words spellings{input, "./" + input, (folder / input).string(), "link",
                        folder.path().string() + "/../" + folder.path().filename().string() + "/" + input};
        if (!std::filesystem::is_directory(folder / input)) {
            std::filesystem::create_hard_link(folder / input, folder / "hard");
            spellings.emplace_back("hard");
        }
        for (const OfferedOption& output : outputs_of(command)) {
            for (const std::string& spelling : spellings) {
                const ProgramRun run =
                    run_program(folder.path(), call_of(command, input, {output.name, spelling}));
                CAPTURE(command, output.name, spelling, run.err);
                CHECK(run.exit_code == 2);
                CHECK(holds(run.err, output.name));
                CHECK(holds(run.err, "the same file as"));
                CHECK(holds(run.err, "\"" + input + "\""));
                CHECK(state_of(folder / input) == before);
            }
        }
    }
}

TEST_CASE("no two outputs of a command may be one file, nor lie where the other is worked on") {
    const TestFolder folder;
    for (const std::string& command : commands()) {
        const std::vector<OfferedOption> outputs = outputs_of(command);
        for (const OfferedOption& one : outputs) {
            for (const OfferedOption& other : outputs) {
                if (one.name == other.name) continue;
                for (const std::string spelling : {"new.x", "./new.x", "new.x.tmp"}) {
                    const ProgramRun run =
                        run_program(folder.path(),
                                    call_of(command, "absent.h5", {one.name, "new.x", other.name, spelling}));
                    CAPTURE(command, one.name, other.name, spelling, run.err);
                    CHECK(run.exit_code == 2);
                    CHECK(holds(run.err, "the same file as"));
                    CHECK(folder.names().empty());
                }
            }
        }
    }
}

TEST_CASE("a file that Headroom did not write is replaced by no output of any command") {
    const std::string mine = "my own notes\n";
    for (const std::string& command : commands()) {
        for (const OfferedOption& output : outputs_of(command)) {
            const TestFolder folder;
            const std::string input = make_input(folder, command);
            const bool is_folder = output.takes == "DIR";
            const std::string file = is_folder ? "mine/README.txt" : "mine";
            if (is_folder) std::filesystem::create_directory(folder / "mine");
            write_content(folder / file, mine);
            const ProgramRun run = run_program(folder.path(), call_of(command, input, {output.name, "mine"}));
            CAPTURE(command, output.name, run.err);
            CHECK(run.exit_code == 2);
            CHECK(holds(run.err, file));
            CHECK(holds(run.err, "stays as it is"));
            CHECK(content_of(folder / file) == mine);
        }
    }
}

TEST_CASE(
    "what a command wrote itself, or an empty file, it replaces again, and through a link it writes to the "
    "file") {
    for (const std::string& command : commands()) {
        for (const OfferedOption& output : outputs_of(command)) {
            if (command == "workshop" || output.takes == "[FILE.pdf]") continue;  // need a page, or a browser
            const TestFolder folder;
            const std::string input = make_input(folder, command);
            const bool is_folder = output.takes == "DIR";
            const std::string target = is_folder ? "scratch/README.txt" : "scratch/file.h5";
            std::filesystem::create_directory(folder / "scratch");
            std::filesystem::create_symlink(is_folder ? "scratch" : target, folder / "link");
            Words words = call_of(command, input, {output.name, "link"});
            if (command == "run") words.insert(words.end(), {"--months", "1", "--replications", "2"});
            if (command == "compare") words.insert(words.end(), {"--months", "1", "--no-assumptions"});
            const ProgramRun first = run_program(folder.path(), words);
            CAPTURE(command, output.name, first.err);
            CHECK(first.exit_code == 0);
            const std::string written = content_of(folder / target);
            CHECK_FALSE(written.empty());
            CHECK(std::filesystem::is_symlink(folder / "link"));
            const ProgramRun again = run_program(folder.path(), words);
            CAPTURE(again.err);
            CHECK(again.exit_code == 0);
            CHECK(content_of(folder / target) == written);
            if (is_folder) continue;
            write_content(folder / target, "");
            CHECK(run_program(folder.path(), words).exit_code == 0);
            CHECK(content_of(folder / target) == written);
        }
    }
}

TEST_CASE("a link that leads back to itself is no place for an output, and that is said") {
    for (const std::string& command : commands()) {
        for (const OfferedOption& output : outputs_of(command)) {
            if (command == "workshop") continue;  // needs a page
            const TestFolder folder;
            const std::string input = make_input(folder, command);
            std::filesystem::create_symlink("loop", folder / "loop");
            const ProgramRun run = run_program(folder.path(), call_of(command, input, {output.name, "loop"}));
            CAPTURE(command, output.name, run.err);
            CHECK(run.exit_code == 3);
            CHECK(holds(run.err, "loop"));
            CHECK(std::filesystem::is_symlink(folder / "loop"));
        }
    }
}

TEST_CASE("figures and points that a question reads are no place for its results, nor are implied names") {
    const TestFolder folder;
    const std::string figures = "setting,value\nchildren_0_to_17,50000\n";
    write_content(folder / "ours.h5", figures);
    write_content(folder / "own.json",
                  R"({"authority": {"figures": "ours.h5"}, "months": 1, "settling_months": 0,
        "replications": 1, "alternatives": [{"name": "As now"}]})");
    const std::vector<Words> calls = {{"compare", "own.json", "-o", "./ours.h5"},
                                      {"run", "own.json", "--log", "ours.h5"},
                                      {"run", "own.json", "--report", "ours.h5"},
                                      {"compare", "own.json", "--report", "own.h5"},
                                      {"compare", "own.json", "-o", "own.html"},
                                      {"compare", "own.json", "-o", "a.h5", "--report", "a.h5.parts"}};
    for (const Words& call : calls) {
        const ProgramRun run = run_program(folder.path(), call);
        CAPTURE(call[2], call[3], run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, "the same file as"));
    }
    CHECK(content_of(folder / "ours.h5") == figures);
    write_content(folder / "points.csv", "work_scale\n0.6\n0.7\n");
    write_content(folder / "points.json", R"({"authority": "teaching team", "months": 1, "settling_months": 0,
        "replications": 1, "factors": {}, "design": {"kind": "file", "file": "points.csv"}})");
    const ProgramRun points = run_program(folder.path(), {"study", "points.json", "-o", "points.csv"});
    CAPTURE(points.err);
    CHECK(points.exit_code == 2);
    CHECK(holds(points.err, "the same file as the points of the study"));
    CHECK(folder.names() == Words{"ours.h5", "own.json", "points.csv", "points.json"});
}

TEST_CASE("an answer, a log and a study never take each other's place") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    write_content(folder / "study.json", short_study());
    const Words compare = {"compare", "limit.json", "--quiet", "--no-assumptions", "--months", "1"};
    const auto writing = [&](Words words, const std::string& option, const std::string& file) {
        words.insert(words.end(), {option, file});
        return words;
    };
    const std::vector<std::pair<std::string, Words>> writers = {
        {"answer.h5", writing(compare, "-o", "")},
        {"log.h5", {"run", "limit.json", "--quiet", "--months", "1", "--log", ""}},
        {"study.h5", {"study", "study.json", "--quiet", "-o", ""}}};
    for (const auto& [file, words] : writers) {
        Words call = words;
        call.back() = file;
        REQUIRE(run_program(folder.path(), call).exit_code == 0);
    }
    for (const auto& [file, ignored] : writers) {
        const std::string before = content_of(folder / file);
        for (const auto& [own, words] : writers) {
            if (own == file) continue;
            Words call = words;
            call.back() = file;
            const ProgramRun run = run_program(folder.path(), call);
            CAPTURE(file, own, run.err);
            CHECK(run.exit_code == 2);
            CHECK(holds(run.err, "stays as it is"));
            CHECK(content_of(folder / file) == before);
        }
    }
    std::filesystem::copy_file(folder / "study.h5", folder / "limit.h5");
    const ProgramRun beside = run_program(folder.path(), compare);
    CHECK(beside.exit_code == 0);
    CHECK(holds(beside.err,
                "limit.h5 holds the results of a study, and stays: this answer goes to limit-2.h5."));
    CHECK(content_of(folder / "limit.h5") == content_of(folder / "study.h5"));
}

TEST_CASE("a page of one's own that is called as the report would be is not lost") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    write_content(folder / "limit.html", "<!DOCTYPE html>\nmine");
    const ProgramRun run =
        run_program(folder.path(), {"compare", "limit.json", "--quiet", "--no-assumptions", "--months", "1"});
    CHECK(run.exit_code == 0);
    CHECK(holds(run.err, "limit.html is no report"));
    CHECK(content_of(folder / "limit.html") == "<!DOCTYPE html>\nmine");
    CHECK(std::filesystem::exists(folder / "limit-2.html"));
}

TEST_CASE("the shards of a study are no place for what they are merged into") {
    const TestFolder folder;
    const std::string shards = make_input(folder, "merge");
    for (const std::string file : {"study.h5", "inputs", "shard-1-of-2.parts"}) {
        const ProgramRun run = run_program(folder.path(), {"merge", shards, "-o", shards + "/" + file});
        CAPTURE(file, run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, "the same file as a file of DIR"));
    }
    CHECK(run_program(folder.path(), {"merge", shards, "-o", "kept.h5", "--quiet"}).exit_code == 0);
}
