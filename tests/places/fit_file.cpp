// The file of a fit: read back as it was written, and everything that is wrong with one told.
#include "sim/places/fit_file.hpp"

#include <filesystem>
#include <fstream>
#include <random>

#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// Three members of two settings: steps 0, 255 and 128 of the first, 255, 0 and 51 of the second.
const std::string good = R"({"headroom_fit": 2, "authority": "Leeds", "code": "E08000035", "seed": 1,
"settings": [["work_scale",0.5,0.7],["turnover_percent",10,15]],
"figures": [["figure","published","year","whose","held_to","unfitted","fitted","low","high","tolerances_off"],
["caseload",17.7,2024,"own",17.2,21,17.5,16.1,18.9,0.3],["turnover",9,2024,"own",11,12,14,11,17,3]],
"members": "AP//AIAz"})";

std::string with(std::string text, const std::string& old, const std::string& anew) {
    const std::size_t at = text.find(old);
    REQUIRE(at != text.npos);
    return text.replace(at, old.size(), anew);
}

std::string told(const std::string& text) {
    return sentences_of(read_fit_file("leeds.json", text).faults);
}

// A question beside a fit, in a folder of its own.
Reading asked_with(const std::string& authority, const std::string& fit) {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                         ("headroom-fit-file-" + std::to_string(std::random_device{}()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "leeds.json") << fit;
    const std::string text = R"({"question": "?", "authority": )" + authority +
                             R"(, "settings": {"turnover_percent": 20}, "alternatives": [{"name": "x"}]})";
    const Reading reading = read_question_text((folder / "question.json").string(), text);
    std::filesystem::remove_all(folder);
    return reading;
}

}  // namespace

TEST_CASE("a fit is read with its settings, its members and the figures it does not come near") {
    const FitFile fit = read_fit_file("leeds.json", good);
    REQUIRE(fit.faults.empty());
    CHECK(fit.name == "Leeds");
    REQUIRE(fit.ensemble.moved.size() > 2);
    CHECK(fit.ensemble.moved[1]->key == "turnover_percent");
    REQUIRE(fit.ensemble.members.size() == 3);
    const double first[] = {0.5, 0.7, 0.5 + (0.7 - 0.5) * 128 / 255}, second[] = {15, 10, 11};
    for (std::size_t member = 0; member < 3; ++member) {
        CHECK(fit.ensemble.members[member].size() == fit.ensemble.moved.size());
        CHECK(fit.ensemble.members[member][0] == Approx(first[member]));
        CHECK(fit.ensemble.members[member][1] == Approx(second[member]));
    }
    CHECK(fit.figures[0].published == 17.7);
    CHECK(fit.figures[0].held_to == 17.2);
    CHECK(fit.not_fitted() == std::vector<std::string>{"turnover"});
}

TEST_CASE("whatever is wrong with a fit's file is told with the file, the place and what should be there") {
    CHECK(told("{}").find("leeds.json is no fit of an authority") != std::string::npos);
    CHECK(told(good.substr(0, 150)).find("leeds.json") != std::string::npos);
    CHECK(told(with(good, "\"turnover_percent", "\"turnover")).find("a setting of this version") !=
          std::string::npos);
    CHECK(told(with(good, "0.5,0.7", "0.5")).find("work_scale") != std::string::npos);
    CHECK(told(with(good, "0.5,0.7", "-1,0.7")).find("work_scale") != std::string::npos);
    CHECK(told(with(good, "0.5,0.7", "0.7,0.5")).find("work_scale") != std::string::npos);
    CHECK(told(with(good, "2024,\"own\",11", "\"own\",11")).find("ten columns") != std::string::npos);
    CHECK(told(with(good, "\"figures\": [[", "\"figurs\": [[")).find("headings") != std::string::npos);
    CHECK(told(with(good, "\"held_to\",", "")).find("headings") != std::string::npos);
    CHECK(told(with(good, "17.5,16.1", "\"x\",16.1")).find("two of them texts") != std::string::npos);
    CHECK(told(with(good, "16.1,18.9", "900,18.9")).find("low end below") != std::string::npos);
    CHECK(told(with(good, "18.9,0.3", "18.9,-0.3")).find("distance of 0") != std::string::npos);
    for (const std::string letters : {"", "AP//AIA", "AP//AIA!", "=P//AIAz", "AP//AIAzAAAA"}) {
        CAPTURE(letters);
        CHECK(told(with(good, "AP//AIAz", letters)).find("as base64") != std::string::npos);
    }
}

TEST_CASE(
    "a question about a fitted place starts from its middle, and its own settings stay in every future") {
    const Reading reading = asked_with(R"({"fit": "leeds.json"})", good);
    REQUIRE(reading.is_good());
    const Scenario& scenario = reading.scenario;
    CHECK(scenario.authority == "Leeds");
    CHECK(scenario.settings.work_scale == Approx(0.6).margin(0.001));
    REQUIRE(scenario.ensemble.has_value());
    const Settings lived = scenario.ensemble->of_future(scenario.settings, scenario.fitted_middle, 2);
    CHECK(lived.work_scale == scenario.ensemble->members[2][0]);
    CHECK(lived.turnover_percent == 20);
    CHECK(scenario.settings.referrals_per_year > 5000);  // Leeds's own
}

TEST_CASE("a fit whose code and name are not one authority stops the question, with the place and the cure") {
    const auto told_of = [](const std::string& old, const std::string& anew) {
        return sentences_of(asked_with(R"({"fit": "leeds.json"})", with(good, old, anew)).faults);
    };
    const std::string unknown = told_of("E08000035", "X"), other = told_of("E08000035", "E06000017");
    CHECK(unknown.find("code is \"X\"") != std::string::npos);
    CHECK(unknown.find("headroom calibrate") != std::string::npos);
    CHECK(other.find("should be \"Rutland\", whose code is E06000017") != std::string::npos);
    CHECK_FALSE(told_of("\"Leeds\"", "\"York\"").empty());
}

TEST_CASE(
    "a fit that is missing or broken, and figures or a fit that are both or neither, stop the question") {
    CHECK_FALSE(asked_with(R"({"fit": "bolton.json"})", good).is_good());
    CHECK_FALSE(asked_with(R"({"fit": "leeds.json"})", "{}").is_good());
    CHECK_FALSE(asked_with("{}", good).is_good());
    CHECK_FALSE(asked_with(R"({"fit": "leeds.json", "figures": "ours.csv"})", good).is_good());
}
