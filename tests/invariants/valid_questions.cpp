// Whatever `check` calls valid runs to its end: questions drawn from the reader's own shapes, at the ends of
// every range. HEADROOM_TRIALS asks for more of them, and then for large authorities too.
#include <chrono>
#include <cstdlib>

#include "sim/engine/draws.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/futures/authority_futures.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/text/fault.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

// How many questions are drawn, and whether a number of children or workers may be any that is allowed.
struct Trials {
    int number = 60;
    double most_counted = 1500;
};

Trials trials() {
    const char* asked = std::getenv("HEADROOM_TRIALS");
    Trials trials;
    if (asked == nullptr) return trials;
    trials.number = std::atoi(asked);
#ifndef HEADROOM_CHECKED  // which looks at everything after every event, for hours in so large an authority
    trials.most_counted = 20000;
#endif
    return trials;
}

// One question after another, each from its own number.
class Drawer {
public:
    Drawer(std::uint32_t question, double most_counted)
        : streams_(2718, 0), question_(question), most_counted_(most_counted) {}

    double share() { return streams_.draw(question_, 0, next_++).uniform(0); }
    int below(int end) { return std::min(end - 1, whole_part<int>(share() * end)); }
    bool happens(double chance) { return share() < chance; }

    std::string any(const Shape& shape);
    // Some of the members, each as likely to be there as the others; those that must be there always.
    std::string group(const std::vector<Member>& members, double some);
    std::string date();
    std::string settings();
    std::string policy();
    std::string shocks(int most);

private:
    std::string number(const Shape& shape);

    RandomStreams streams_;
    std::uint32_t question_;
    std::uint32_t next_ = 0;
    double most_counted_;
};

// Either end as often as anything between.
std::string Drawer::number(const Shape& shape) {
    const bool is_count = shape.unit == "children" || shape.unit == "full-time equivalents";
    const double high = is_count ? std::min(shape.high, most_counted_) : shape.high;
    double value = shape.low + share() * (high - shape.low);
    if (shape.sort != Shape::Sort::number) value = whole_part<int>(value);
    const int end = below(3);
    return number_text(end == 0 ? shape.low : end == 1 ? high : value);
}

std::string Drawer::any(const Shape& shape) {
    switch (shape.sort) {
        case Shape::Sort::number:
        case Shape::Sort::whole:
        case Shape::Sort::yes_no: return number(shape);
        case Shape::Sort::word:
            return in_quotes(
                shape.words[static_cast<std::size_t>(below(static_cast<int>(shape.words.size())))]);
        case Shape::Sort::text: return "\"a text\"";
        case Shape::Sort::date: return in_quotes(date());
        case Shape::Sort::either:
            return any(shape.parts[static_cast<std::size_t>(below(static_cast<int>(shape.parts.size())))]);
        case Shape::Sort::list: {
            std::string text;
            for (int left = below(4); left > 0; --left)
                text += (text.empty() ? "" : ", ") + any(shape.parts.front());
            return "[" + text + "]";
        }
        case Shape::Sort::group: return group(shape.members, 0.5);
        case Shape::Sort::by_kind: {
            const Kind& kind =
                shape.kinds[static_cast<std::size_t>(below(static_cast<int>(shape.kinds.size())))];
            std::vector<Member> members = shape.members;
            members.insert(members.end(), kind.members.begin(), kind.members.end());
            const std::string rest = group(members, 0.6);
            return "{\"kind\": " + in_quotes(kind.word) + (rest == "{}" ? "}" : ", " + rest.substr(1));
        }
    }
    return "null";
}

std::string Drawer::group(const std::vector<Member>& members, double some) {
    std::string text;
    for (const Member& member : members) {
        if (!member.is_required && !happens(some)) continue;
        // The run has two months, and what begins after it is refused.
        const std::string value = member.key == "from_month" ? std::to_string(below(2)) : any(member.shape);
        text += (text.empty() ? "" : ", ") + in_quotes(member.key) + ": " + value;
    }
    return "{" + text + "}";
}

std::string Drawer::date() {
    const int first = Date{1990, 1, 1}.days_since_1970(), end = Date{2100, 1, 1}.days_since_1970();
    if (happens(0.2)) return "2096-02-29";
    return Date::from_days_since_1970(first + below(end - first)).to_iso();
}

std::string Drawer::settings() {
    const std::vector<Member> members = settings_shape().members;
    return group(members, happens(0.5) ? 0.02 : 0.1);
}

std::string Drawer::policy() {
    std::vector<Member> levers = policy_shape().members;
    std::erase_if(levers, [&](const Member&) { return happens(0.5); });
    return group(levers, 1);
}

std::string Drawer::shocks(int most) {
    std::string text;
    const Shape shock = shock_shape();
    for (int left = below(most + 1); left > 0; --left) text += (text.empty() ? "" : ", ") + any(shock);
    return "[" + text + "]";
}

std::string question(std::uint32_t number, double most_counted) {
    Drawer drawer(number, most_counted);
    constexpr std::string_view places[] = {"teaching team",        "teaching team",   "Rutland",
                                           "City of London",       "Isles of Scilly", "typical",
                                           "Blackburn with Darwen"};
    std::string text =
        "{\"authority\": " + in_quotes(std::string(places[static_cast<std::size_t>(drawer.below(7))]));
    text += ", \"start\": " + in_quotes(drawer.date()) + ", \"months\": 2, \"settling_months\": " +
            std::to_string(drawer.happens(0.05) ? 12 : drawer.below(3)) + ", \"replications\": 1";
    text += ", \"settings\": " + drawer.settings() + ", \"today\": " + drawer.policy();
    text += ", \"shocks\": " + drawer.shocks(2);
    text += ", \"alternatives\": [{\"name\": \"a\", \"policy\": " + drawer.policy() +
            ", \"shocks\": " + drawer.shocks(3) + "}]}";
    return text;
}

// What went wrong, or nothing: a promise of the model that broke, or a run that does not end.
std::string fault_in(const Scenario& scenario) {
    constexpr std::chrono::seconds patience{90};
    const auto began = std::chrono::steady_clock::now();
    AuthorityFutures futures(scenario);
    futures.stop_when([began, patience] { return std::chrono::steady_clock::now() - began > patience; });
    std::string fault;
    try {
        futures.branch(scenario.alternatives.front(), 0, fault);
    } catch (const Stopped&) {
        fault = "it was still running after a minute and a half";
    }
    return fault;
}

}  // namespace

TEST_CASE("whatever is called valid runs to its end") {
    const Trials asked = trials();
    int valid = 0;
    for (int number = 0; number < asked.number; ++number) {
        const std::string text = question(static_cast<std::uint32_t>(number), asked.most_counted);
        CAPTURE(number, text);
        const Reading reading = read_question_text("drawn.json", text);
        if (!reading.is_good()) continue;
        ++valid;
        REQUIRE(fault_in(reading.scenario) == "");
    }
    // Drawn blindly, many contradict themselves; enough do not.
    CHECK(valid >= asked.number / 5);
}

}  // namespace headroom
