#include "apps/command_line/question/dialog.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <functional>
#include <istream>
#include <ostream>
#include <system_error>
#include <utility>
#include <vector>

#include "analysis/words/json.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "sim/places/authority_names.hpp"
#include "sim/scenario/dial.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/storage/surroundings_fault.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// Something a director may want to change, with what is asked about it.
struct Change {
    std::string_view name;
    std::string_view key;      // of its dial
    std::string_view by_what;  // "How many ...?"
    std::vector<double> normal;
    std::string_view what;  // completes "What would ... do?", # for the numbers
    std::string_view file;  // begins the file's name
};

std::vector<Change> changes_of_caseloads_and_posts() {
    return {
        {"a caseload limit",
         "caseload_limit.children",
         "How many children may a full-time worker hold?",
         {15, 18, 20},
         "a caseload limit of # children",
         "limit"},
        {"more posts",
         "posts.add",
         "How many more posts (below 0: fewer)?",
         {10, 20, 30},
         "# more posts",
         "posts"},
        {"support workers",
         "posts.support_workers",
         "How many support workers?",
         {10, 20},
         "# support workers",
         "support-workers"},
    };
}

std::vector<Change> changes_of_agency_work() {
    return {
        {"a cap on agency workers",
         "agency.most_percent",
         "At most how many in 100 workers from agencies?",
         {10, 5},
         "a cap of # percent on agency workers",
         "agency-cap"},
        {"no more agency workers",
         "agency.phase_out_months",
         "Phased out over how many months?",
         {12, 24},
         "an end to agency work within # months",
         "agency-phase-out"},
    };
}

std::vector<Change> changes_of_hiring_and_staying() {
    return {
        {"a pay supplement",
         "retention.pay_supplement_percent",
         "How many percent above salary?",
         {5, 10},
         "a pay supplement of # percent",
         "supplement"},
        {"quicker hiring",
         "recruitment.weeks_to_hire",
         "How many weeks from advert to start?",
         {12, 8},
         "hiring within # weeks",
         "weeks-to-hire"},
        {"fewer workers to a manager",
         "retention.workers_per_manager",
         "How many workers to a manager?",
         {5, 4},
         "# workers to a manager",
         "workers-per-manager"},
    };
}

std::vector<Change> changes_of_demand() {
    return {
        {"more referrals",
         "referrals",
         "How many percent more referrals (below 0: fewer)?",
         {10, 20, 30},
         "# percent more referrals",
         "referrals"},
    };
}

// In the order in which they are offered.
std::vector<Change> all_changes() {
    std::vector<Change> all = changes_of_caseloads_and_posts();
    for (auto* more : {changes_of_agency_work, changes_of_hiring_and_staying, changes_of_demand}) {
        for (Change& change : more()) all.push_back(std::move(change));
    }
    return all;
}

const std::vector<Change>& changes() {
    static const std::vector<Change> all = all_changes();
    return all;
}

std::vector<std::string> texts_of(const std::vector<double>& numbers) {
    std::vector<std::string> texts;
    for (const double number : numbers) texts.push_back(number_text(number));
    return texts;
}

// "15, 18 20" -> 15, 18, 20; nothing where one is no number.
std::optional<std::vector<double>> numbers_in(const std::string& text) {
    std::vector<double> numbers;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" ,;\t%", at);
        if (begin == text.npos) break;
        const std::size_t end = std::min(text.find_first_of(" ,;\t%", begin), text.size());
        double number = 0;
        const char* const from = text.data() + begin + (text[begin] == '+' ? 1 : 0);
        const auto read = std::from_chars(from, text.data() + end, number);
        if (read.ec != std::errc{} || read.ptr != text.data() + end) return std::nullopt;
        numbers.push_back(number);
        at = end;
    }
    return numbers.empty() ? std::nullopt : std::optional(numbers);
}

// The conversation: what is asked goes to the terminal, line by line.
class Conversation {
public:
    Conversation(std::istream& answers, std::ostream& terminal) : answers_(answers), terminal_(terminal) {}

    // Asks until `understand` has no complaint about the answer; false where the answers end.
    bool ask(const std::string& question, const std::string& normal,
             const std::function<std::string(const std::string&)>& understand) {
        while (true) {
            terminal_ << question << " [" << normal << "] " << std::flush;
            std::string line;
            if (!std::getline(answers_, line)) return false;
            const std::string answer(trimmed(line));
            const std::string complaint = understand(answer.empty() ? normal : answer);
            if (complaint.empty()) return true;
            terminal_ << "  " << complaint << "\n";
        }
    }

    std::ostream& terminal() { return terminal_; }

private:
    std::istream& answers_;
    std::ostream& terminal_;
};

// What was answered so far.
struct Answers {
    std::string authority;
    const Change* change = nullptr;
    std::vector<double> numbers;
    int months = 0;
};

bool ask_authority(Conversation& conversation, const std::string& normal, Answers& answers) {
    const PublishedFigures published = PublishedFigures::built_in();
    return conversation.ask("1. Which authority (a name, typical or teaching team)?", normal,
                            [&](const std::string& answer) {
                                const NamedPlace place = find_place(published, answer);
                                if (!place) return place.fault;
                                answers.authority = place.name;
                                return std::string();
                            });
}

const Change* change_meant(const std::string& answer) {
    const auto numbers = numbers_in(answer);
    const auto count = static_cast<double>(changes().size());
    if (numbers && numbers->size() == 1 && numbers->front() >= 1 && numbers->front() <= count)
        return &changes()[static_cast<std::size_t>(numbers->front()) - 1];
    for (const Change& change : changes()) {
        if (change.name == answer || change.key == answer) return &change;
    }
    return nullptr;
}

bool ask_change(Conversation& conversation, Answers& answers) {
    conversation.terminal() << "2. What to change?\n";
    std::vector<std::string> names;
    for (const Change& change : changes()) {
        names.emplace_back(change.name);
        conversation.terminal() << "   " << names.size() << "  " << change.name << "\n";
    }
    return conversation.ask("   A number or its words:", "1", [&](const std::string& answer) {
        answers.change = change_meant(answer);
        if (answers.change != nullptr) return std::string();
        const std::string near = did_you_mean(answer, names);
        return near.empty() ? "Give a number from 1 to " + std::to_string(names.size()) + "." : near;
    });
}

bool ask_how_much(Conversation& conversation, Answers& answers) {
    const Shape& shape = find_dial(answers.change->key)->value;
    const std::string question = "3. " + std::string(answers.change->by_what) + " Several with commas:";
    return conversation.ask(
        question, joined(texts_of(answers.change->normal), ", "), [&](const std::string& answer) {
            const auto numbers = numbers_in(answer);
            if (!numbers)
                return in_quotes(answer) + " is no number: give one, or several with commas between.";
            for (const double number : *numbers) {
                if (!allows(shape, number))
                    return number_text(number) + " should be " + expectation(shape) + ".";
            }
            answers.numbers.clear();
            for (const double number : *numbers) {
                if (std::find(answers.numbers.begin(), answers.numbers.end(), number) ==
                    answers.numbers.end())
                    answers.numbers.push_back(number);
            }
            return std::string();
        });
}

bool ask_how_long(Conversation& conversation, double normal, Answers& answers) {
    const Shape shape = whole_shape(1, 600, "months");
    return conversation.ask("4. How many months to look ahead?", number_text(normal),
                            [&](const std::string& answer) {
                                const auto numbers = numbers_in(answer);
                                if (!numbers || numbers->size() != 1 || !allows(shape, numbers->front()))
                                    return in_quotes(answer) + " should be " + expectation(shape) + ".";
                                answers.months = static_cast<int>(numbers->front());
                                return std::string();
                            });
}

// Without authority and months, which --authority and --months may change when it is asked again; the answer
// names both.
std::string sentence_asked(const Answers& answers) {
    std::string what(answers.change->what);
    what.replace(what.find('#'), 1, listed(texts_of(answers.numbers), " or "));
    return "What would " + what + " do?";
}

NewQuestion question_of(const Answers& answers) {
    std::string name(answers.change->file);
    for (const double number : answers.numbers)
        name += (number < 0 ? "-minus-" : "-") + number_text(std::abs(number));
    Joined question('{', JsonLayout::a_line_each);
    question.add("question", json_quoted(sentence_asked(answers)))
        .add("authority", json_quoted(answers.authority))
        .add("months", std::to_string(answers.months))
        .add("alternatives", "[ { \"name\": \"As now\" } ]")
        .add("steps", "{ " + json_quoted(answers.change->key) + ": [" +
                          joined(texts_of(answers.numbers), ", ") + "] }");
    return {"// Made by `headroom compare`; every key is explained in scenarios/README.md.\n" +
                question.closed() + "\n",
            in_a_file_name(name + "-" + answers.authority)};
}

}  // namespace

std::optional<NewQuestion> ask_question(std::istream& answers, std::ostream& terminal,
                                        const Choices& choices) {
    Conversation conversation(answers, terminal);
    Answers given;
    terminal << "Four questions; Enter takes what stands in brackets.\n";
    const bool is_complete =
        ask_authority(conversation, choices.authority.empty() ? "typical" : choices.authority, given) &&
        ask_change(conversation, given) && ask_how_much(conversation, given) &&
        ask_how_long(conversation, choices.months.value_or(36), given);
    return is_complete ? std::optional(question_of(given)) : std::nullopt;
}

std::filesystem::path save_question(const NewQuestion& question, const std::filesystem::path& folder) {
    constexpr int most_tried = 1000;
    for (int number = 1; number < most_tried; ++number) {
        const std::filesystem::path file =
            folder / (question.name + (number == 1 ? "" : "-" + std::to_string(number)) + ".json");
        const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor < 0 && errno == EEXIST) continue;
        const bool is_written =
            descriptor >= 0 && ::write(descriptor, question.text.data(), question.text.size()) ==
                                   static_cast<ssize_t>(question.text.size());
        const int fault = errno;
        if (descriptor >= 0) ::close(descriptor);
        if (is_written) return file;
        throw SurroundingsFault("Cannot write " + file.string() + ": " +
                                std::generic_category().message(fault) + ". Start in a folder of your own.");
    }
    throw SurroundingsFault("There are " + std::to_string(most_tried) + " files called " + question.name +
                            " already. Take some away.");
}

}  // namespace headroom
