// Four questions in the terminal make a question file.
#include "apps/command_line/question/dialog.hpp"

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

struct Conversation {
    std::optional<NewQuestion> question;
    std::string terminal;
};

Conversation after(const std::string& answers, const Choices& choices = {}) {
    std::istringstream in(answers);
    std::ostringstream terminal;
    std::optional<NewQuestion> question = ask_question(in, terminal, choices);
    return {std::move(question), terminal.str()};
}

Scenario scenario_of(const NewQuestion& question) {
    const Reading reading = read_question_text(question.name, question.text);
    CAPTURE(question.text, sentences_of(reading.faults));
    REQUIRE(reading.is_good());
    return reading.scenario;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

// A run of the program whose every stream is a terminal, on which these answers are typed.
ProgramRun run_in_terminal(const std::filesystem::path& folder, const std::vector<std::string>& arguments,
                           const std::string& typed) {
    int master = -1;
    const pid_t process = ::forkpty(&master, nullptr, nullptr, nullptr);
    REQUIRE(process >= 0);
    if (process == 0) {
        std::vector<std::string> words = {HEADROOM_PROGRAM};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> pointers;
        for (std::string& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        if (::chdir(folder.c_str()) == 0) ::execv(pointers[0], pointers.data());
        ::_exit(127);
    }
    REQUIRE(::write(master, typed.data(), typed.size()) == static_cast<ssize_t>(typed.size()));
    ProgramRun run;
    char bytes[4096];
    // At the program's end reading fails with EIO.
    for (ssize_t got = ::read(master, bytes, sizeof bytes); got > 0;
         got = ::read(master, bytes, sizeof bytes))
        run.out.append(bytes, static_cast<std::size_t>(got));
    ::close(master);
    int status = 0;
    ::waitpid(process, &status, 0);
    run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return run;
}

}  // namespace

TEST_CASE(
    "four times Enter asks what limits of 15, 18 and 20 would do in the typical authority in three years") {
    const Conversation conversation = after("\n\n\n\n");
    REQUIRE(conversation.question);
    CHECK(conversation.question->name == "limit-15-18-20-typical");
    const Scenario scenario = scenario_of(*conversation.question);
    CHECK(scenario.question == "What would a caseload limit of 15, 18 or 20 children do?");
    CHECK(scenario.authority == "typical");
    CHECK(scenario.months == 36);
    REQUIRE(scenario.alternatives.size() == 4);
    CHECK(scenario.alternatives[0].name == "As now");
    CHECK(scenario.alternatives[3].name == "Limit 20");
}

TEST_CASE("an authority, a change by its words, numbers with commas and months are taken as answered") {
    const Conversation conversation = after("leeds\nmore posts\n -5, 10;20\n 24 \n");
    REQUIRE(conversation.question);
    CHECK(conversation.question->name == "posts-minus-5-10-20-leeds");
    const Scenario scenario = scenario_of(*conversation.question);
    CHECK(scenario.authority == "Leeds");
    CHECK(scenario.months == 24);
    REQUIRE(scenario.alternatives.size() == 4);
    CHECK(scenario.alternatives[1].name == "5 fewer posts");
    CHECK(scenario.alternatives[1].policies[0].policy.posts.add == -5);
}

TEST_CASE("the teaching team can be asked about like any authority") {
    const Conversation conversation = after("Teaching Team\n\n15\n12\n");
    REQUIRE(conversation.question);
    CHECK(conversation.question->name == "limit-15-teaching-team");
    CHECK(scenario_of(*conversation.question).authority == "teaching team");
}

TEST_CASE("a question that was made stays true when it is asked of another authority or for longer") {
    const Conversation conversation = after("leeds\nmore posts\n10\n24\n");
    REQUIRE(conversation.question);
    const std::string question = scenario_of(*conversation.question).question;
    CHECK(question == "What would 10 more posts do?");
    CHECK_FALSE(holds(question, "Leeds"));
    CHECK_FALSE(holds(question, "24"));
}

TEST_CASE("every change of the list, by its number, makes a question that can be read") {
    for (int number = 1; number <= 9; ++number) {
        CAPTURE(number);
        const Conversation conversation = after("\n" + std::to_string(number) + "\n\n\n");
        REQUIRE(conversation.question);
        CHECK(scenario_of(*conversation.question).alternatives.size() >= 3);
        CHECK(scenario_of(*conversation.question).question.find('#') == std::string::npos);
    }
    CHECK(holds(after("\n10\n").terminal, "Give a number from 1 to 9."));
}

TEST_CASE("a wrong answer is told with the nearest right one, and asked again") {
    const Conversation conversation = after("Leedz\nLeeds\nmore post\n2\nten\n9999\n10\n0\n12\n");
    CHECK(holds(conversation.terminal, "did you mean Leeds?"));
    CHECK(holds(conversation.terminal, "Did you mean \"more posts\"?"));
    CHECK(holds(conversation.terminal, "\"ten\" is no number"));
    CHECK(holds(conversation.terminal, "9999 should be a whole number from -1000 to 1000 (posts)."));
    CHECK(holds(conversation.terminal, "\"0\" should be a whole number from 1 to 600 (months)."));
    REQUIRE(conversation.question);
    CHECK(conversation.question->name == "posts-10-leeds");
    CHECK(scenario_of(*conversation.question).months == 12);
}

TEST_CASE("what the command line chose is what Enter takes") {
    Choices choices;
    choices.authority = "Bristol";
    choices.months = 12;
    const Conversation conversation = after("\n\n\n\n", choices);
    REQUIRE(conversation.question);
    CHECK(scenario_of(*conversation.question).authority == "Bristol, City of");
    CHECK(scenario_of(*conversation.question).months == 12);
}

TEST_CASE("the same number twice makes one alternative") {
    const Conversation conversation = after("\n\n15 15 18\n\n");
    REQUIRE(conversation.question);
    CHECK(scenario_of(*conversation.question).alternatives.size() == 3);
}

TEST_CASE("answers that end early make no question") {
    CHECK_FALSE(after("").question);
    CHECK_FALSE(after("Leeds\n1\n15\n").question);
}

TEST_CASE("a new question never takes the place of another file") {
    const TestFolder folder;
    const NewQuestion question{"{}", "limit-15-typical"};
    CHECK(save_question(question, folder.path()) == folder / "limit-15-typical.json");
    CHECK(save_question({"[]", question.name}, folder.path()) == folder / "limit-15-typical-2.json");
    CHECK(save_question(question, folder.path()) == folder / "limit-15-typical-3.json");
    CHECK(content_of(folder / "limit-15-typical.json") == "{}");
    CHECK(content_of(folder / "limit-15-typical-2.json") == "[]");
}

TEST_CASE("compare without a file and without a terminal says in a sentence what to do") {
    const TestFolder folder;
    const ProgramRun run = run_program(folder.path(), {"compare"});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "Name a question file"));
    CHECK(folder.names().empty());
}

TEST_CASE(
    "compare without a file in a terminal asks, saves the question, answers it and says how to ask again") {
    const TestFolder folder;
    const ProgramRun run =
        run_in_terminal(folder.path(), {"compare", "--replications", "3", "--threads", "1"}, "\n\n15\n1\n");
    CAPTURE(run.out);
    CHECK(run.exit_code == 0);
    CHECK(folder.names() ==
          std::vector<std::string>{"limit-15-typical.h5", "limit-15-typical.html", "limit-15-typical.json"});
    CHECK(holds(run.out, "1. Which authority"));
    CHECK(holds(run.out, "Limit 15"));
    CHECK(holds(run.out, "headroom compare limit-15-typical.json --replications 3"));
}
