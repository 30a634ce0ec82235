#include "sim/places/authority_names.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/places/teaching_team.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {
namespace {

using Words = std::vector<std::string>;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Lower-case words without punctuation: "St. Helens" is st, helens.
Words words_of(std::string_view text) {
    Words words;
    bool inside = false;
    for (char c : text) {
        if (c == '\'') continue;
        const bool belongs = is_letter_or_digit(c);
        if (belongs && !inside) words.emplace_back();
        if (belongs) words.back() += lower(c);
        inside = belongs;
    }
    return words;
}

// Words that say what kind of council it is rather than which. Never leaves nothing.
Words telling(Words words) {
    static constexpr std::string_view silent[] = {"and",          "of",      "the",     "city",
                                                  "county",       "royal",   "borough", "council",
                                                  "metropolitan", "unitary", "district"};
    if (words.size() > 2 && words[0] == "london" && words[1] == "borough") words.erase(words.begin());
    Words kept;
    for (const std::string& word : words)
        if (std::ranges::find(silent, word) == std::end(silent)) kept.push_back(word);
    return kept.empty() ? words : kept;
}

// A name under which a place can be asked for.
struct Name {
    const PublishedPlace* place;
    std::string full;     // all words
    std::string telling;  // without the silent ones
};

std::vector<Name> names_of(const PublishedFigures& published) {
    std::vector<Name> names;
    const auto add = [&names](const PublishedPlace& place, const std::string& text) {
        const Words words = words_of(text);
        names.push_back({&place, joined(words, " "), joined(telling(words), " ")});
    };
    for (const PublishedPlace& place : published.authorities()) {
        add(place, place.name);
        add(place, place.code);
        for (const std::string& member : place.members) add(place, member);
    }
    static const PublishedPlace made_up{.code = std::string(teaching_team),
                                        .name = std::string(teaching_team),
                                        .region = "",
                                        .type = "",
                                        .members = {},
                                        .figures = {}};
    add(made_up, made_up.name);
    return names;
}

template <typename Fits>
std::vector<const PublishedPlace*> places_where(const std::vector<Name>& names, Fits fits) {
    std::vector<const PublishedPlace*> places;
    for (const Name& name : names)
        if (fits(name) && std::ranges::find(places, name.place) == places.end()) places.push_back(name.place);
    return places;
}

bool begins_a_word(std::string_view name, std::string_view text) {
    return name.starts_with(text) || name.find(' ' + std::string(text)) != std::string_view::npos;
}

// To the whole name, or to as much of its beginning as was asked for, so that a misspelt beginning is near
// too.
double distance(const std::string& asked, const std::string& name) {
    constexpr double only_a_beginning = 0.5;
    const double whole = edit_distance(asked, name);
    const double beginning = edit_distance(asked, std::string_view(name).substr(0, asked.size()));
    return std::min(whole, beginning + only_a_beginning);
}

// Those about as near as the nearest, which has at most a letter in three wrong.
std::vector<const PublishedPlace*> nearest(const std::vector<Name>& names, const std::string& asked) {
    constexpr std::size_t suggested = 3;
    std::vector<std::pair<double, const PublishedPlace*>> ranked;
    for (const Name& name : names)
        ranked.emplace_back(std::min(distance(asked, name.full), distance(asked, name.telling)), name.place);
    std::ranges::stable_sort(ranked, {}, &std::pair<double, const PublishedPlace*>::first);
    const double least = ranked.front().first;
    if (least > 1 + static_cast<double>(asked.size()) / 3) return {};
    std::vector<const PublishedPlace*> places;
    for (const auto& [far, place] : ranked)
        if (places.size() < suggested && far <= least + 1 && std::ranges::find(places, place) == places.end())
            places.push_back(place);
    return places;
}

// "A", "A or B", "A; B or C": semicolons because some names hold commas.
std::string listed(const std::vector<const PublishedPlace*>& places) {
    std::string text;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0) text += i + 1 == places.size() ? " or " : "; ";
        text += places[i]->name;
    }
    return text;
}

// As typed, but no longer than any name.
std::string quoted(std::string_view asked) {
    constexpr std::size_t longest = 60;
    return '"' + std::string(asked.substr(0, longest)) + (asked.size() > longest ? "..." : "") + '"';
}

NamedPlace refused(std::string fault) {
    return {std::nullopt, std::move(fault), ""};
}

NamedPlace one_of(const std::vector<const PublishedPlace*>& places, std::string_view asked) {
    if (places.size() == 1) return {places.front()->code, "", places.front()->name};
    return refused(quoted(asked) + " could be " + listed(places) + ": give more of the name.");
}

NamedPlace unknown(const std::vector<Name>& names, std::string_view asked) {
    const std::string start = "No authority with published figures is called " + quoted(asked);
    constexpr std::size_t longest_compared = 100;
    const auto near = nearest(names, joined(telling(words_of(asked.substr(0, longest_compared))), " "));
    if (near.empty()) return refused(start + "; `headroom authorities` lists them all.");
    return refused(start + "; did you mean " + listed(near) + "? `headroom authorities` lists them all.");
}

}  // namespace

NamedPlace find_place(const PublishedFigures& published, std::string_view asked) {
    const std::string full = joined(words_of(asked), " ");
    const std::string short_form = joined(telling(words_of(asked)), " ");
    if (full.empty())
        return refused("No authority is named: give a name, or \"typical\" for England in small.");
    if (full == "typical") return {"typical", "", "typical"};
    const std::vector<Name> names = names_of(published);
    if (auto exact = places_where(names, [&](const Name& name) { return name.full == full; }); !exact.empty())
        return one_of(exact, asked);
    const auto is_asked = [&](const PublishedPlace& place) {
        return joined(words_of(place.name), " ") == full;
    };
    if (is_asked(published.england()))
        return refused("England is not one authority: \"typical\" is England scaled to 62,500 children.");
    for (const PublishedPlace& region : published.regions()) {
        if (!is_asked(region)) continue;
        std::string names;
        for (const PublishedPlace& place : published.authorities())
            if (place.region == region.name) names += (names.empty() ? "" : ", ") + place.name;
        return refused(quoted(asked) + " is a region; choose one of its authorities: " + names + ".");
    }
    using Fits = bool (*)(const Name&, const std::string&);
    static constexpr Fits ways[] = {
        [](const Name& name, const std::string& text) { return name.telling == text; },
        [](const Name& name, const std::string& text) { return name.telling.starts_with(text); },
        [](const Name& name, const std::string& text) { return begins_a_word(name.telling, text); },
    };
    for (const Fits fits : ways)
        if (auto found = places_where(names, [&](const Name& name) { return fits(name, short_form); });
            !found.empty())
            return one_of(found, asked);
    return unknown(names, asked);
}

std::vector<const PublishedPlace*> authorities_matching(const PublishedFigures& published,
                                                        std::string_view text) {
    const std::string wanted = joined(words_of(text), " ");
    std::vector<const PublishedPlace*> found;
    for (const PublishedPlace& place : published.authorities())
        for (const std::string& field : {place.name, place.region, place.code})
            if (joined(words_of(field), " ").find(wanted) != std::string::npos) {
                found.push_back(&place);
                break;
            }
    return found;
}

}  // namespace headroom
