#include "sim/study/study.hpp"

#include <algorithm>
#include <filesystem>

#include "sim/futures/authority_futures.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

std::string sentence_on(const Inheritance& found, const std::filesystem::path& folder) {
    std::string text;
    if (!found.replications.empty()) {
        text += counted(static_cast<int>(found.replications.size()), "future", "futures") +
                " finished by an earlier run taken up from " + folder.string() + ". ";
    }
    if (found.damaged > 0) {
        text += counted(found.damaged, "damaged part file there is", "damaged part files there are") +
                " computed again. ";
    }
    if (found.of_other_inputs > 0) {
        text += "Work kept there of another question, seed or version of Headroom was taken away. ";
    }
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace

std::vector<std::uint32_t> numbers_to_live(const StudyOptions& options, const Collection& collection) {
    std::vector<std::uint32_t> numbers = collection.missing();
    if (options.only) std::erase_if(numbers, [&](std::uint32_t number) { return number != *options.only; });
    return numbers;
}

bool wants_more(const StudyOptions& options, Collection& collection) {
    if (!options.wanted || options.only || !collection.missing().empty()) return false;
    const int wanted = options.wanted(collection.replications());
    if (wanted <= static_cast<int>(collection.replications().size())) return false;
    collection.expect(static_cast<std::uint32_t>(wanted));
    return true;
}

void take_up_parts(const StudyOptions& options, Collection& collection) {
    if (!options.parts) return;
    Inheritance found = options.parts->take_up();
    const std::string sentence = sentence_on(found, options.parts->folder());
    if (!sentence.empty() && options.say) options.say(sentence);
    collection.take_up(std::move(found.replications));
}

StudyOutcome run_study(const Scenario& scenario, const StudyOptions& options, std::atomic<bool>& stop) {
    return run_study(
        options, [&] { return AuthorityFutures(scenario); }, stop);
}

}  // namespace headroom
