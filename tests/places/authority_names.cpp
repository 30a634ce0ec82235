#include <string>
#include <string_view>

#include "sim/places/authority_names.hpp"
#include "tests/catch.hpp"
#include "tests/places/published_figures.hpp"

using namespace headroom;

namespace {

// The name of the place that was meant, or "" where none was.
std::string found(std::string_view asked) {
    const NamedPlace named = find_place(published(), asked);
    return named ? published().place(*named.code).name() : "";
}

std::string fault(std::string_view asked) {
    const NamedPlace named = find_place(published(), asked);
    CHECK_FALSE(named);
    return named.fault;
}

bool says(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an authority is found by its name in any case") {
    CHECK(found("Leeds") == "Leeds");
    CHECK(found("leeds") == "Leeds");
    CHECK(found("LEEDS") == "Leeds");
    CHECK(found("  Leeds ") == "Leeds");
}

TEST_CASE("every authority is found by its full name and by its code") {
    for (const PublishedPlace& place : published().authorities()) {
        INFO(place.name);
        CHECK(find_place(published(), place.name).code == place.code);
        CHECK(find_place(published(), place.code).code == place.code);
    }
}

TEST_CASE("a beginning that only one authority has is enough") {
    CHECK(found("lee") == "Leeds");
    CHECK(found("stoke") == "Stoke-on-Trent");
    CHECK(found("bournemouth") == "Bournemouth, Christchurch and Poole");
    CHECK(found("Wight") == "Isle of Wight");
    CHECK(found("hull") == "Kingston upon Hull, City of");
}

TEST_CASE("a full name wins over longer names that begin with it") {
    CHECK(found("York") == "York");
    CHECK(found("Derby") == "Derby");
    CHECK(found("Nottingham") == "Nottingham");
}

TEST_CASE("punctuation and the kind of council do not count") {
    CHECK(found("bristol") == "Bristol, City of");
    CHECK(found("City of Bristol") == "Bristol, City of");
    CHECK(found("Leeds City Council") == "Leeds");
    CHECK(found("Durham") == "County Durham");
    CHECK(found("Durham County Council") == "County Durham");
    CHECK(found("st helens") == "St. Helens");
    CHECK(found("Kensington & Chelsea") == "Kensington and Chelsea");
    CHECK(found("Royal Borough of Greenwich") == "Greenwich");
    CHECK(found("London Borough of Camden") == "Camden");
    CHECK(found("stoke on trent") == "Stoke-on-Trent");
}

TEST_CASE("typical means the typical authority") {
    CHECK(find_place(published(), "typical").code == "typical");
    CHECK(find_place(published(), "Typical").code == "typical");
}

TEST_CASE("either member of a joint workforce return leads to it") {
    CHECK(found("Richmond upon Thames") == "Kingston upon Thames and Richmond upon Thames");
    CHECK(found("Kingston upon Thames") == "Kingston upon Thames and Richmond upon Thames");
    CHECK(found("West Northamptonshire") == "North Northamptonshire and West Northamptonshire");
}

TEST_CASE("a name that could be several lists them") {
    const std::string sentence = fault("Notting");
    CHECK(sentence == "\"Notting\" could be Nottingham or Nottinghamshire: give more of the name.");
    CHECK(says(fault("Kingston"), "Kingston upon Hull, City of"));
    CHECK(says(fault("Kingston"), "Kingston upon Thames and Richmond upon Thames"));
}

TEST_CASE("an unknown name suggests the nearest ones") {
    CHECK(says(fault("Leds"), "did you mean Leeds?"));
    CHECK(says(fault("Manchster"), "did you mean Manchester?"));
    CHECK(says(fault("Shefield"), "did you mean Sheffield?"));
    CHECK(says(fault("Liecester"), "Leicester or Leicestershire"));
    CHECK(says(fault("Kensngton"), "Kensington and Chelsea"));
}

TEST_CASE("a name near none of them points to the list") {
    const std::string sentence = fault("Xyzzyq");
    CHECK_FALSE(says(sentence, "did you mean"));
    CHECK(says(sentence, "`headroom authorities`"));
}

TEST_CASE("a region or England is not an authority, and the sentence says what to ask instead") {
    CHECK(
        says(fault("London"), "is a region; choose one of its authorities: Barking and Dagenham, Barnet, "));
    CHECK(says(fault("north east"), "is a region"));
    CHECK(says(fault("England"), "\"typical\""));
    CHECK(found("City of London") == "City of London");
}

TEST_CASE("no name, only punctuation and a very long name are refused, not found") {
    CHECK(says(fault(""), "typical"));
    CHECK(says(fault(" ?!"), "typical"));
    CHECK(says(fault("of"), "No authority"));
    CHECK(fault(std::string(100000, 'a')).size() < 200);
}

TEST_CASE("bytes that are no English letter are passed over like punctuation") {
    CHECK(found("\xe2\x80\x9cLeeds\xe2\x80\x9d") == "Leeds");
    CHECK(found("Leeds\xff") == "Leeds");
}

TEST_CASE("the list of authorities can be searched by part of a name or a region") {
    CHECK(authorities_matching(published(), "").size() == published().authorities().size());
    const auto yorkshire = authorities_matching(published(), "yorkshire");
    CHECK(yorkshire.size() == 15);
    REQUIRE(authorities_matching(published(), "chelsea").size() == 1);
    CHECK(authorities_matching(published(), "chelsea")[0]->name == "Kensington and Chelsea");
    CHECK(authorities_matching(published(), "xyzzy").empty());
}
