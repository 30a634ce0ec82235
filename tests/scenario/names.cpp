// What nobody can see has no place in a name: wherever a question, a study or a lesson may hold words of its
// writer's.
#include <functional>

#include "sim/engine/letters.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/study_plan.hpp"
#include "sim/scenario/study_shape.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// A whole text around the JSON of one value in it.
using Around = std::function<std::string(const std::string& value)>;

// Calls look(whole text around a value) for every text that a shape has room for.
void for_every_text(const Shape& shape, const Around& around,
                    const std::function<void(const Around&)>& look) {
    if (shape.sort == Shape::Sort::text) look(around);
    const auto in_members = [&](const std::vector<Member>& members, const std::string& beside) {
        for (const Member& member : members) {
            const Around inside = [&](const std::string& value) {
                return around("{" + beside + "\"" + member.key + "\": " + value + "}");
            };
            for_every_text(member.shape, inside, look);
        }
    };
    in_members(shape.members, shape.kinds.empty() ? "" : "\"kind\": \"" + shape.kinds.front().word + "\", ");
    for (const Kind& kind : shape.kinds) in_members(kind.members, "\"kind\": \"" + kind.word + "\", ");
    for (const Shape& part : shape.parts) {
        const bool is_list = shape.sort == Shape::Sort::list;
        const Around inside = [&](const std::string& value) {
            return around(is_list ? "[" + value + "]" : value);
        };
        for_every_text(part, inside, look);
    }
}

const Around whole = [](const std::string& value) { return value; };

std::string faults_of_question(const std::string& text) {
    return sentences_of(read_question_text("ours.json", text).faults);
}

std::string faults_of_study(const std::string& text) {
    return sentences_of(read_study_text("ours.json", text).faults);
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

// As JSON writes them, with what is said of them.
struct Bad {
    std::string text, told;
};
const std::vector<Bad> bad_texts = {{R"("bell\u0007")", "U+0007, at letter 5"},
                                    {R"("\u001b[31mred")", "U+001B, at letter 1"},
                                    {R"("nul\u0000tail")", "U+0000, at letter 4"},
                                    {R"("two\nlines")", "U+000A"},
                                    {R"("a\ttab")", "U+0009"},
                                    {R"("turned \u202eround")", "U+202E, at letter 8"},
                                    {R"("isolated\u2066")", "U+2066"},
                                    {R"("left\u200eto right")", "U+200E"},
                                    {R"("del\u007f")", "U+007F"},
                                    {R"("next\u0085line")", "U+0085"},
                                    {R"("zero\u200bwidth")", "U+200B"},
                                    {R"("\ufeffmark")", "U+FEFF"},
                                    {R"("line\u2028separator")", "U+2028"},
                                    {R"("tag\udb40\udc41")", "U+E0041"},
                                    {R"("   ")", "begins or ends with a blank"},
                                    {R"(" before")", "begins or ends with a blank"},
                                    {R"("after ")", "begins or ends with a blank"},
                                    {R"("after\u00a0")", "begins or ends with a blank"},
                                    {R"("\u3000before")", "begins or ends with a blank"}};

}  // namespace

TEST_CASE("every text of a question, a study or a lesson is refused with what nobody can see in it") {
    int looked_at = 0;
    const auto look_with = [&](const auto& faults_of) {
        return [&](const Around& around) {
            ++looked_at;
            for (const Bad& bad : bad_texts) {
                CAPTURE(around(bad.text));
                CHECK(holds(faults_of(around(bad.text)), bad.told));
            }
        };
    };
    for_every_text(question_shape(), whole, look_with(faults_of_question));
    for_every_text(study_shape(), whole, look_with(faults_of_study));
    CHECK(looked_at > 15);
}

TEST_CASE("names may be in any tongue, with signs and joined letters") {
    for (const std::string name :
         {"Limit 18, \xE2\x80\x9Cnewly qualified\xE2\x80\x9D 12", "\xC3\x89lan", "\xE9\x99\x90\xE5\x88\xB6",
          "\xD7\x91\xD7\x93\xD7\x99\xD7\xA7\xD7\x94", "100 % & <more>", "=1+1", "O'Brien",
          "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"})
        CHECK(faults_of_question(R"({"alternatives": [{"name": ")" + name + "\"}]}").empty());
}

TEST_CASE("a text that is too long is told by its length, as is a list") {
    CHECK(holds(faults_of_question(R"({"alternatives": [{"name": ")" + std::string(95, 'x') + "\"}]}"),
                "alternatives[1].name is a text of 95 letters, but should be a text of 1 to 80 letters"));
    std::string values = "0.5";
    for (int i = 1; i < 201; ++i) values += ", 0.5";
    CHECK(holds(
        faults_of_question(R"({"steps": {"work_scale": [)" + values + "]}}"),
        "steps.work_scale is a list of 201 entries, but should be a list [ ] of at least 1 and at most 100"));
}

TEST_CASE("what is no number is told once, and nothing else is made of it") {
    const auto check_once = [](const std::string& text, const std::string& told) {
        CAPTURE(text, told);
        CHECK(std::count(told.begin(), told.end(), '\n') == 1);
        CHECK(holds(told, "finite number"));
    };
    for (const std::string study :
         {R"({"factors": {"work_scale": {"from": NaN, "to": 1}}})",
          R"({"factors": {"work_scale": {"from": 0.5, "to": Infinity}}})",
          R"({"factors": {"work_scale": {"values": [NaN, 0.5]}}})",
          R"({"factors": {"work_scale": NaN, "weeks_to_hire": 12}})",
          R"({"factors": {"work_scale": "evidence"}, "design": {"kind": "latin_hypercube", "points": NaN}})"})
        check_once(study, faults_of_study(study));
    for (
        const std::string question :
        {R"({"months": NaN, "alternatives": [{"name": "a", "policy": {"posts": {"add": 1, "from_month": 2}}}]})",
         R"({"settings": {"case_holders_fte": NaN}})", R"({"settings": {"severity_low_percent": Infinity}})",
         R"({"settling_months": -Infinity})", R"({"replications": 1e999})",
         R"({"steps": {"posts.add": [NaN, 2]}})",
         R"({"shocks": [{"kind": "referral_surge", "from_month": NaN, "months": 2, "size": 10}]})"})
        check_once(question, faults_of_question(question));
}
