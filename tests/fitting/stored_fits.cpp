// The fits that come with the program.
#include "sim/places/stored_fits.hpp"

#include <string>

#include "sim/fitting/fit_place.hpp"
#include "sim/fitting/fitted_setting.hpp"
#include "sim/places/england.hpp"
#include "sim/places/figures.hpp"
#include "sim/places/position.hpp"
#include "sim/places/shares.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("every fit that comes with the program was made of this model") {
    const std::string_view all = fits_json();
    const std::string model = "\"model\": \"" + std::to_string(model_digest()) + "\"";
    std::size_t fits = 0, of_this = 0;
    for (std::size_t at = all.find("\"code\""); at != all.npos; at = all.find("\"code\"", at + 1)) {
        ++fits;
        of_this += all.substr(at, 80).find(model) != std::string_view::npos;
    }
    CHECK(fits > 0);
    CHECK(of_this == fits);
}

TEST_CASE("a stored fit has every fitted setting and open assumption for each of a hundred members") {
    const PublishedFigures published = PublishedFigures::built_in();
    std::vector<std::string> codes = {"typical"};
    for (const PublishedPlace& place : published.authorities()) codes.push_back(place.code);
    int found = 0;
    for (const std::string& code : codes) {
        const auto fit = stored_fit(code);
        if (!fit) continue;
        CAPTURE(code);
        ++found;
        CHECK(fit->name == published.place(code).name());
        CHECK(fit->ensemble.members.size() == 100);
        CHECK(fit->figures.size() == fit_targets().size());
        CHECK(fit->ensemble.moved.size() > fitted_settings().size());
        for (const std::vector<double>& member : fit->ensemble.members)
            CHECK(member.size() == fit->ensemble.moved.size());
    }
    CHECK(found == static_cast<int>(codes.size()));
    CHECK_FALSE(stored_fit("E99999999"));
}

TEST_CASE("every authority can be asked about, and no set of settings shares out more than the whole") {
    const PublishedFigures published = PublishedFigures::built_in();
    for (const PublishedPlace& place : published.authorities()) {
        const auto fit = stored_fit(place.code);
        if (!fit) continue;
        CAPTURE(place.name);
        const Reading reading = read_question_text("", R"({"authority": ")" + place.name + R"("})");
        CHECK(sentences_of(reading.faults).empty());
        const Settings start = settings_from_figures(published.place(place.code));
        for (int member = 0; member < 100; ++member) {
            const Settings settings = fit->ensemble.with_member(start, member);
            for (const Shares& shares : all_shares()) CHECK_FALSE(is_beyond_the_whole(shares, settings));
        }
    }
}

TEST_CASE("what is beyond the whole is taken off the part drawn last") {
    Settings settings;
    settings.assessment_target_10_percent = 70;
    settings.assessment_target_20_percent = 50;
    settings.assessment_target_30_percent = 40;
    settings.severity_low_percent = 10;
    const Settings within = within_the_whole(settings);
    CHECK(within.assessment_target_10_percent == 70);
    CHECK(within.assessment_target_20_percent == 30);
    CHECK(within.assessment_target_30_percent == 0);
    Settings other = within;
    other.assessment_target_20_percent = settings.assessment_target_20_percent;
    other.assessment_target_30_percent = settings.assessment_target_30_percent;
    CHECK(other == settings);
}
