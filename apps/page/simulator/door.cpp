// The functions that the page calls, in the one language that both sides speak: numbers and addresses in
// memory. Texts are UTF-8 and end in a zero; one that is handed out stays until the next call with the same
// question.
#include <algorithm>
#include <exception>
#include <string>

#include "analysis/report/html.hpp"
#include "analysis/words/json.hpp"
#include "apps/page/simulator/told.hpp"
#include "build-generated/version.hpp"
#include "sim/engine/first_month.hpp"

namespace {

using namespace headroom;

// A question that the page has open, and what it was told or lived last.
struct OpenQuestion {
    explicit OpenQuestion(const char* text) : workshop(text) {}

    Workshop workshop;
    std::string told;
    LivedBranch lived;  // to be fetched by the page
    Series brought;     // to be filled by the page
};

// What `tell` says, or {"fault": "..."} where the model broke a promise.
template <class Tell>
const char* told(OpenQuestion* question, Tell tell) {
    try {
        question->told = tell();
    } catch (const std::exception& broken) {
        question->told = Joined('{').add("fault", json_quoted(broken.what())).closed();
    }
    return question->told.c_str();
}

}  // namespace

extern "C" {

// Opens a question in the place of one that is open already, if any; what is settled for that one and serves
// this one too is kept.
OpenQuestion* headroom_ask(OpenQuestion* question, const char* text) {
    if (question == nullptr) return new OpenQuestion(text);
    question->workshop.ask(text);
    return question;
}
const char* headroom_outline(OpenQuestion* question) {
    return told(question, [&] { return outline_told(question->workshop); });
}

// Lives a branch; how many numbers it left. They, its teams and its fault are fetched next.
int headroom_live(OpenQuestion* question, int alternative, unsigned number) {
    question->lived = question->workshop.live(alternative, number);
    return static_cast<int>(question->lived.series.values().size());
}
const double* headroom_lived_values(OpenQuestion* question) {
    return question->lived.series.values().data();
}
int headroom_lived_teams(OpenQuestion* question) {
    return question->lived.series.teams();
}
const char* headroom_lived_fault(OpenQuestion* question) {
    return question->lived.fault.c_str();
}
const char* headroom_lived_digest(OpenQuestion* question) {
    return told(question, [&] { return digest_told(question->lived); });
}

// Where the page writes the numbers of a branch that was lived elsewhere, before it has it taken.
double* headroom_room(OpenQuestion* question, int teams) {
    const Scenario& scenario = question->workshop.scenario();
    question->brought = Series(scenario.months, teams);
    question->brought.set_first_part(first_month_of(scenario.start).part());
    return question->brought.values().data();
}
// How many futures there are now without gaps.
int headroom_take(OpenQuestion* question, int alternative, unsigned number, const char* fault) {
    question->workshop.take(alternative, number, {std::move(question->brought), fault});
    return question->workshop.futures();
}
const char* headroom_answer(OpenQuestion* question) {
    return told(question, [&] { return answer_told(question->workshop); });
}
const char* headroom_front(OpenQuestion* question) {
    return told(question, [&] { return front_told(question->workshop); });
}
const char* headroom_report(OpenQuestion* question) {
    return told(question, [&] { return report_told(question->workshop); });
}
const char* headroom_table(OpenQuestion* question) {
    return told(question, [&] { return table_told(question->workshop); });
}
const char* headroom_lesson(OpenQuestion* question) {
    return told(question, [&] { return lesson_told(question->workshop); });
}
const char* headroom_quarters(OpenQuestion* question, unsigned number) {
    return told(question, [&] { return quarters_told(question->workshop, number); });
}
const char* headroom_log(OpenQuestion* question, int alternative, unsigned number, int team) {
    return told(question, [&] { return log_told(question->workshop, alternative, number, team); });
}

const char* headroom_authorities() {
    static const std::string all = authorities_told();
    return all.c_str();
}
const char* headroom_style() {
    return page_style().data();
}
const char* headroom_program() {
    static const std::string program =
        std::string(headroom_version()) + " (" + std::string(headroom_git_commit()).substr(0, 10) + ")";
    return program.c_str();
}

}  // extern "C"
