#include "analysis/words/colours.hpp"

namespace headroom {

namespace {

// ECMA-48 (1991), section 8.3.117, select graphic rendition. Blue, orange and grey stay apart for the
// colour-blind; where a terminal has only eight colours, orange shows as yellow.
std::string_view mark_of(Ink ink) {
    switch (ink) {
        case Ink::plain: return "";
        case Ink::heading: return "\x1b[1m";
        case Ink::good: return "\x1b[32m";
        case Ink::bad: return "\x1b[31m";
        case Ink::faint: return "\x1b[2m";
        case Ink::waiting: return "\x1b[33m";
        case Ink::stretched: return "\x1b[34m";
        case Ink::turned_away: return "\x1b[35m";
    }
    return "";
}

}  // namespace

std::string inked(std::string_view text, Ink ink, Colours colours) {
    const std::string_view mark = mark_of(ink);
    if (colours == Colours::none || mark.empty() || text.empty()) return std::string(text);
    return std::string(mark) + std::string(text) + "\x1b[0m";
}

Ink ink_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::better: return Ink::good;
        case Verdict::worse: return Ink::bad;
        case Verdict::lower:
        case Verdict::higher: return Ink::plain;
        case Verdict::slight:
        case Verdict::no_difference:
        case Verdict::cannot_tell: return Ink::faint;
    }
    return Ink::plain;
}

}  // namespace headroom
