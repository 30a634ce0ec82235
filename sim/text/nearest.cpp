#include "sim/text/nearest.hpp"

#include <algorithm>

#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// Longer words are no keys or names of ours, and comparing them would only cost time.
constexpr std::size_t longest_compared = 200;

std::string lower(std::string_view text) {
    std::string result = in_small_letters(text.substr(0, longest_compared));
    for (char& c : result) c = c == ' ' || c == '-' ? '_' : c;
    return result;
}

struct Candidate {
    int distance;
    std::string_view word;
};

// A part typed for the whole ("caseload" for "caseload_limit") is nearer than its letters say.
int distance_between(const std::string& written, const std::string& word) {
    const bool is_part = written.size() >= 3 && word.find(written) != std::string::npos;
    return is_part ? 1 : edit_distance(written, word);
}

}  // namespace

int edit_distance(std::string_view one, std::string_view other) {
    const std::string a = lower(one), b = lower(other);
    std::vector<int> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::vector<std::string> nearest_words(std::string_view written, const std::vector<std::string>& words,
                                       int most) {
    const std::string meant = lower(written);
    const int furthest = std::max<int>(1, static_cast<int>(meant.size()) / 3);
    std::vector<Candidate> near;
    for (const std::string& word : words) {
        const int distance = distance_between(meant, lower(word));
        if (distance <= furthest) near.push_back({distance, word});
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const Candidate& a, const Candidate& b) { return a.distance < b.distance; });
    std::vector<std::string> result;
    for (const auto& [distance, word] : near) {
        if (static_cast<int>(result.size()) == most || distance > near.front().distance + 1) break;
        if (std::find(result.begin(), result.end(), word) == result.end()) result.emplace_back(word);
    }
    return result;
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& words) {
    const std::vector<std::string> near = nearest_words(written, words);
    if (near.empty()) return "";
    std::string text = "Did you mean ";
    for (std::size_t i = 0; i < near.size(); ++i) {
        if (i > 0) text += i + 1 == near.size() ? " or " : ", ";
        text += "\"" + near[i] + "\"";
    }
    return text + "?";
}

}  // namespace headroom
