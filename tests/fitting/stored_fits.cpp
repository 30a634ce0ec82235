// The fits that come with the program.
#include "sim/scenario/stored_fits.hpp"

#include <string>

#include "sim/fitting/fit_place.hpp"
#include "sim/fitting/fitted_setting.hpp"
#include "sim/scenario/england.hpp"
#include "sim/scenario/figures.hpp"
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
    CHECK(found > 1);
    CHECK_FALSE(stored_fit("E99999999"));
}
