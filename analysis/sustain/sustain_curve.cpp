#include "analysis/sustain/sustain_curve.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/measure_names.hpp"
#include "analysis/sustain/sustain_words.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"

namespace headroom {

namespace {

constexpr std::array<int, curve_measures.size()> curve_decimals = {1, 1, 1, 1, 2, 1};

// "35 more posts", with a word where we stand and where the search ended.
std::string row_words(const SustainQuestion& question, const SustainAnswer& answer, const FuturesAt& at) {
    const std::string posts = words_of(*question.dial, at.value);
    if (at.value == answer.beside->today.value)
        return at.value == 0 ? "as now: you are here" : posts + ": you are here";
    const bool is_found = answer.beside->found && at.value == answer.beside->found->value;
    if (!is_found) return posts;
    if (answer.finding == SustainAnswer::Finding::never) return posts + ": best tried";
    return posts + (must_change(question, answer) ? ": enough" : ": just enough");
}

}  // namespace

std::size_t shared_futures(const std::vector<FuturesAt>& curve) {
    std::size_t shared = std::numeric_limits<std::size_t>::max();
    for (const FuturesAt& at : curve) shared = std::min(shared, at.futures.size());
    return shared;
}

std::string curve_text(const SustainQuestion& question, const SustainAnswer& answer, std::size_t width) {
    if (!answer.beside || answer.beside->curve.empty()) return "";
    const std::vector<FuturesAt>& curve = answer.beside->curve;
    const std::size_t futures = shared_futures(curve);
    std::vector<std::string> headers = {"posts"};
    for (const Measure measure : curve_measures) headers.emplace_back(called(measure).along_posts);
    TextTable table(headers, 12);
    for (const FuturesAt& at : curve) {
        std::vector<std::string> cells = {row_words(question, answer, at)};
        for (std::size_t which = 0; which < curve_measures.size(); ++which)
            cells.push_back(number_words(curve_at(at, which, futures).mean, curve_decimals[which]));
        table.add_row(std::move(cells));
    }
    return "What a caseload does here, by posts: means of the first " +
           counted_futures(static_cast<int>(futures)) + "\n" + table.text(width) + "\n";
}

}  // namespace headroom
