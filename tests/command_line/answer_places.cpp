// An answer whose file nobody named takes no longer answer's place, and says what it replaces.
#include <signal.h>

#include <chrono>
#include <thread>

#include "sim/storage/durable_file.hpp"
#include "sim/storage/part_file.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

using Names = std::vector<std::string>;

// The short question, asked in its folder with these options.
ProgramRun compare(const TestFolder& folder, const Names& options) {
    Names words = {"compare", "limit.json", "--no-assumptions"};
    words.insert(words.end(), options.begin(), options.end());
    const ProgramRun run = run_program(folder.path(), words);
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    return run;
}

// As a run of other inputs, which was interrupted, leaves it.
void keep_foreign_work(const TestFolder& folder) {
    std::filesystem::create_directory(folder / "limit.h5.parts");
    Replication one;
    const Replication* const batch[] = {&one};
    write_durably(folder / "limit.h5.parts/0.part", part_bytes(1, batch));
}

}  // namespace

TEST_CASE("an answer of fewer futures or months goes beside the longer one, and says so") {
    for (const Names& shorter : {Names{"--replications", "3"}, Names{"--months", "2"}}) {
        const TestFolder folder;
        write_content(folder / "limit.json", short_question());
        compare(folder, {});
        const std::string longer = content_of(folder / "limit.h5"), page = content_of(folder / "limit.html");
        const ProgramRun run = compare(folder, shorter);
        CHECK(holds(run.err,
                    "limit.h5 holds a longer answer (4 futures, 3 months), which stays: this answer "
                    "goes to limit-2.h5."));
        CHECK_FALSE(holds(run.err, "Replaced"));
        CHECK(folder.names() == Names{"limit-2.h5", "limit-2.html", "limit.h5", "limit.html", "limit.json"});
        CHECK(content_of(folder / "limit.h5") == longer);
        CHECK(content_of(folder / "limit.html") == page);
    }
}

TEST_CASE("a longer answer replaces a shorter one, and says which") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    compare(folder, {"--replications", "2", "--months", "1"});
    const ProgramRun run = compare(folder, {});
    CHECK(holds(run.err, "Replaced the earlier answer in limit.h5 (2 futures, 1 month)."));
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json"});
    CHECK(holds(run_program(folder.path(), {"summary", "limit.h5"}).out, "4 futures"));
}

TEST_CASE(
    "an equally long answer of another seed, setting or question replaces the earlier one, and says so") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    compare(folder, {});
    for (const Names& other : {Names{"--seed", "2"}, Names{"--set", "hours_screening=3"}, Names{}}) {
        CHECK(holds(compare(folder, other).err,
                    "Replaced the earlier answer in limit.h5 (4 futures, 3 months)."));
    }
    std::string other = short_question();
    other.replace(other.find("\"children\": 15"), 14, "\"children\": 16");
    write_content(folder / "limit.json", other);
    CHECK(holds(compare(folder, {}).err, "Replaced the earlier answer"));
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json"});
}

TEST_CASE("the same command on the same question gives the same file again and has nothing to say of it") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    for (const Names& options : {Names{}, Names{"--replications", "auto", "--precision", "3"}}) {
        compare(folder, options);
        const std::string bytes = content_of(folder / "limit.h5");
        const ProgramRun again = compare(folder, options);
        CHECK_FALSE(holds(again.err, "Replaced"));
        CHECK_FALSE(holds(again.err, "stays"));
        CHECK(content_of(folder / "limit.h5") == bytes);
    }
}

TEST_CASE("the answer beside is found again by the command that made it, and left by longer ones") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    compare(folder, {});
    compare(folder, {"--replications", "3"});
    const std::string beside = content_of(folder / "limit-2.h5");
    CHECK(holds(compare(folder, {"--replications", "3"}).err, "goes to limit-2.h5"));
    CHECK(content_of(folder / "limit-2.h5") == beside);
    CHECK(holds(compare(folder, {"--replications", "2"}).err, "goes to limit-3.h5"));
    CHECK(content_of(folder / "limit-2.h5") == beside);
}

TEST_CASE("a place that -o names is taken as it is, and one future alone looks for none") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    compare(folder, {});
    const ProgramRun run = compare(folder, {"--replications", "2", "-o", "limit.h5"});
    CHECK_FALSE(holds(run.err, "stays"));
    CHECK_FALSE(std::filesystem::exists(folder / "limit-2.h5"));
    CHECK(holds(run_program(folder.path(), {"summary", "limit.h5"}).out, "2 futures"));
    CHECK_FALSE(holds(compare(folder, {"--only-future", "0", "--months", "1"}).err, "stays"));
}

TEST_CASE("a file of that name that is no answer is not lost") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    write_content(folder / "limit.h5", "my own numbers");
    const ProgramRun run = compare(folder, {"--quiet"});
    CHECK(holds(run.err, "limit.h5 is no answer that this Headroom can read, and stays"));
    CHECK(content_of(folder / "limit.h5") == "my own numbers");
    CHECK(std::filesystem::exists(folder / "limit-2.h5"));
}

TEST_CASE("what an interrupted run of something else has finished is left to it") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    keep_foreign_work(folder);
    const std::string kept = content_of(folder / "limit.h5.parts/0.part");
    const ProgramRun run = compare(folder, {});
    CHECK(holds(run.err, "limit.h5.parts keeps what an interrupted run of something else has finished"));
    CHECK(content_of(folder / "limit.h5.parts/0.part") == kept);
    CHECK(std::filesystem::exists(folder / "limit-2.h5"));
    CHECK_FALSE(std::filesystem::exists(folder / "limit.h5"));
}

TEST_CASE("the futures that an interrupted run has finished are left to it when other options are asked") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    StartedProgram started(folder.path(),
                           {"compare", "limit.json", "--no-assumptions", "--replications", "100000"});
    std::this_thread::sleep_for(std::chrono::seconds(2));
    started.signal(SIGINT);
    REQUIRE(started.wait().exit_code == 130);
    const std::string kept = content_of(folder / "limit.h5.parts/0.part");
    for (const Names& other : {Names{"--seed", "2"}, Names{"--months", "2"}}) {
        CHECK(holds(compare(folder, other).err, "limit.h5.parts keeps"));
        CHECK(content_of(folder / "limit.h5.parts/0.part") == kept);
    }
    CHECK(holds(compare(folder, {}).err, "taken up from limit.h5.parts"));
    CHECK_FALSE(std::filesystem::exists(folder / "limit.h5.parts"));
}
