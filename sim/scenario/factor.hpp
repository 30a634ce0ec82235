// What a study varies, and what it may be.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/dial.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// How the values of a factor are spread: one value; a range of numbers, every part of it as likely (uniform)
// or the more so the nearer to the most likely one (triangular); a range of whole numbers; a list.
enum class Spread { fixed, uniform, triangular, whole_numbers, listed };

// One thing that a study varies: a setting, today and in every policy, or a decision, from today on.
struct Factor {
    std::string key;
    std::string meaning;
    std::string unit;
    std::vector<std::string> words;  // of a choice: its values are places in this list
    double Settings::*setting = nullptr;
    const Dial* dial = nullptr;  // where it is no setting
    Spread spread = Spread::fixed;
    double low = 0, high = 0;    // ends of a range
    std::vector<double> listed;  // of Spread::listed; of a fixed one, its value
    double usual = 0;  // as the question has it, for a setting; the low end or first value otherwise

    // From its place in the range (0: low end or first of the list, 1: high end or last) to the value. The
    // share of the usual value gives exactly that value.
    double value_at(double share) const;
    double share_of_usual() const;

    // How many values there are to tell apart; 0 for a range without steps.
    std::size_t steps() const;
    bool is_fixed() const { return spread == Spread::fixed; }
};

// The factor that a key names, not spread yet; its key is empty where no setting and no dial has that name.
Factor factor_of(const std::string& key, const Settings& settings);

// What one value of it may be.
Shape shape_of(const Factor& factor);

// One value of a factor, as it is written: a number, one of its words, or yes or no.
std::string written(const Factor& factor, double value);

}  // namespace headroom
