#include "analysis/discovery/prim.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/intervals.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int fewest_inside = 5;

// The cases still inside, as places.
using Places = std::vector<std::size_t>;

Places places_of(const std::vector<bool>& inside) {
    Places places;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i]) places.push_back(i);
    }
    return places;
}

int failing_of(const Cases& cases, const Places& places) {
    return static_cast<int>(
        std::count_if(places.begin(), places.end(), [&](std::size_t i) { return cases.fails[i]; }));
}

// One way to make a box smaller, and what is left.
struct Peel {
    std::size_t factor;
    Limit limit;
    int cases = 0, failing = 0;
};

// Peels one box in every possible way and keeps the best.
class Peeling {
public:
    Peeling(const Cases& cases, const Box& box, double share)
        : cases_(cases),
          box_(box),
          places_(places_of(box.inside(cases))),
          failing_(failing_of(cases, places_)),
          least_(std::max<std::size_t>(1, whole_part<std::size_t>(share * double(places_.size())))) {}

    std::optional<Box> best(int least_cases, const std::vector<bool>& factors) {
        least_cases_ = least_cases;
        for (std::size_t factor = 0; factor < cases_.factors.size(); ++factor) {
            if (!factors.empty() && !factors[factor]) continue;
            if (cases_.factors[factor].is_choice())
                try_words(factor);
            else
                try_ends(factor);
        }
        if (!best_) return std::nullopt;
        Box smaller = box_;
        smaller.limits[best_->factor] = best_->limit;
        return smaller;
    }

private:
    void try_words(std::size_t factor) {
        const Limit& now = box_.limits[factor];
        if (std::count(now.words.begin(), now.words.end(), true) < 2) return;
        for (std::size_t word = 0; word < now.words.size(); ++word) {
            if (!now.words[word]) continue;
            Limit limit = now;
            limit.words[word] = false;
            consider(factor, limit);
        }
    }

    void try_ends(std::size_t factor) {
        const std::vector<double>& values = cases_.factors[factor].values;
        std::vector<double> sorted;
        for (const std::size_t place : places_) sorted.push_back(values[place]);
        std::sort(sorted.begin(), sorted.end());
        if (sorted.empty() || sorted.front() == sorted.back()) return;
        // Of equal values all go or none.
        auto kept = std::lower_bound(sorted.begin(), sorted.end(), sorted[least_]);
        if (kept == sorted.begin()) kept = std::upper_bound(sorted.begin(), sorted.end(), sorted[0]);
        Limit low = box_.limits[factor];
        low.low = (*(kept - 1) + *kept) / 2;
        consider(factor, low);
        auto gone = std::upper_bound(sorted.begin(), sorted.end(), sorted[sorted.size() - 1 - least_]);
        if (gone == sorted.end()) gone = std::lower_bound(sorted.begin(), sorted.end(), sorted.back());
        Limit high = box_.limits[factor];
        high.high = (*(gone - 1) + *gone) / 2;
        consider(factor, high);
    }

    void consider(std::size_t factor, const Limit& limit) {
        Peel peel{factor, limit};
        for (const std::size_t place : places_) {
            if (!limit.holds(cases_.factors[factor].values[place])) continue;
            ++peel.cases;
            peel.failing += cases_.fails[place] ? 1 : 0;
        }
        if (peel.cases < least_cases_ || peel.cases == static_cast<int>(places_.size())) return;
        if (!best_ || gain(peel) > gain(*best_)) best_ = peel;
    }

    // Density won for each world given up.
    double gain(const Peel& peel) const {
        const double all = static_cast<double>(places_.size());
        return (peel.failing / double(peel.cases) - failing_ / all) / (all - peel.cases);
    }

    const Cases& cases_;
    const Box& box_;
    Places places_;
    int failing_;
    std::size_t least_;  // worlds to peel off
    int least_cases_ = 0;
    std::optional<Peel> best_;
};

Step step_of(const Cases& cases, Box box) {
    Step step{std::move(box), {}, 0};
    step.counted = counted_inside(cases, step.box.inside(cases));
    const double failing = cases.failing_share() * static_cast<double>(cases.size());
    step.coverage = failing > 0 ? step.counted.failing / failing : 0;
    return step;
}

int least_cases(const Cases& cases, const PrimChoice& choice) {
    return std::max(fewest_inside,
                    whole_part<int>(std::ceil(choice.least_support * static_cast<double>(cases.size()))));
}

// How many standard errors the failing worlds inside are above what as many worlds drawn at random would hold
// (hypergeometric).
double clearness_of(const Step& step, const Step& everywhere) {
    const double all = everywhere.counted.cases, inside = step.counted.cases;
    const double share = everywhere.counted.density();
    const double variance = inside * share * (1 - share) * (all - inside) / (all - 1);
    return variance > 0 ? (step.counted.failing - inside * share) / std::sqrt(variance) : 0;
}

enum class End { low, high };

// One side of a box.
struct Face {
    std::size_t factor;
    End end;
};

double& end_of(Limit& limit, End end) {
    return end == End::low ? limit.low : limit.high;
}

// The box with one end moved out past the nearest `count` worlds beyond it that meet all other limits.
std::optional<Box> moved_out(const Cases& cases, const Box& box, Face face, std::size_t count) {
    const auto [factor, end] = face;
    const double outwards = end == End::low ? -1 : 1;
    Box open = box;
    end_of(open.limits[factor], end) = outwards * infinity;
    const std::vector<bool> inside = box.inside(cases), reach = open.inside(cases);
    std::vector<double> beyond;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (reach[i] && !inside[i]) beyond.push_back(outwards * cases.factors[factor].values[i]);
    }
    if (beyond.empty()) return std::nullopt;
    std::sort(beyond.begin(), beyond.end());
    const double last = beyond[std::min(count, beyond.size()) - 1];
    const auto next = std::upper_bound(beyond.begin(), beyond.end(), last);
    if (next != beyond.end()) end_of(open.limits[factor], end) = outwards * (last + *next) / 2;
    return open;
}

// Every box that one pasting makes of this.
std::vector<Box> pasted_boxes(const Cases& cases, const Box& box, std::size_t count) {
    std::vector<Box> larger;
    for (std::size_t factor = 0; factor < box.limits.size(); ++factor) {
        const Limit& limit = box.limits[factor];
        for (std::size_t word = 0; word < limit.words.size(); ++word) {
            if (limit.words[word]) continue;
            larger.push_back(box);
            larger.back().limits[factor].words[word] = true;
        }
        if (!limit.words.empty()) continue;
        for (const End end : {End::low, End::high}) {
            if (std::optional<Box> one = moved_out(cases, box, Face{factor, end}, count))
                larger.push_back(std::move(*one));
        }
    }
    return larger;
}

Step pasted(const Cases& cases, Step step, double share) {
    for (bool has_grown = true; has_grown;) {
        has_grown = false;
        const auto count = std::max<std::size_t>(1, whole_part<std::size_t>(share * step.counted.cases));
        for (const Box& box : pasted_boxes(cases, step.box, count)) {
            Step larger = step_of(cases, box);
            if (larger.counted.cases <= step.counted.cases ||
                larger.counted.density() <= step.counted.density())
                continue;
            step = std::move(larger);
            has_grown = true;
            break;
        }
    }
    return step;
}

// The chance of so many failing worlds inside, were they no likelier there than in a wider box.
double quasi_p_against(const Cases& cases, const Box& box, const Box& wider) {
    const Counted here = counted_inside(cases, box.inside(cases));
    const Counted there = counted_inside(cases, wider.inside(cases));
    const int failing = whole_part<int>(std::round(here.density() * here.groups));
    return 1 - binomial_share_up_to(failing - 1, here.groups, there.density());
}

// Without either end of a range that may be luck while the other is not, where that leaves it so dense.
Box without_idle_ends(const Cases& cases, Box box, double least_density) {
    for (Limit& limit : box.limits) {
        for (const End end : {End::low, End::high}) {
            if (!std::isfinite(limit.low) || !std::isfinite(limit.high)) continue;
            Box wider = box;
            Limit& same = wider.limits[static_cast<std::size_t>(&limit - box.limits.data())];
            end_of(same, end) = end == End::low ? -infinity : infinity;
            const double density = counted_inside(cases, wider.inside(cases)).density();
            if (density >= least_density && quasi_p_against(cases, box, wider) > highest_quasi_p)
                limit = same;
        }
    }
    return box;
}

// The factors that a box limits, less the worse half of those whose limits may be luck.
std::vector<bool> lasting_factors(const Cases& cases, const Box& box) {
    std::vector<bool> lasting(box.limits.size(), false);
    std::vector<std::pair<double, std::size_t>> lucky;
    for (std::size_t factor = 0; factor < box.limits.size(); ++factor) {
        if (!box.limits[factor].restricts()) continue;
        lasting[factor] = true;
        const double p = quasi_p(cases, box, factor);
        if (p > highest_quasi_p) lucky.emplace_back(-p, factor);
    }
    std::sort(lucky.begin(), lucky.end());
    for (std::size_t i = 0; i < (lucky.size() + 1) / 2; ++i) lasting[lucky[i].second] = false;
    return lasting;
}

}  // namespace

std::vector<Step> peeled(const Cases& cases, const PrimChoice& choice) {
    std::vector<Step> steps{step_of(cases, Box::everywhere(cases.factors))};
    while (steps.back().counted.failing < steps.back().counted.cases) {
        Peeling peeling(cases, steps.back().box, choice.peel);
        std::optional<Box> smaller = peeling.best(least_cases(cases, choice), choice.factors);
        if (!smaller) break;
        steps.push_back(step_of(cases, std::move(*smaller)));
    }
    return steps;
}

std::size_t taken_step(const std::vector<Step>& steps, const PrimChoice& choice) {
    std::size_t taken = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (choice.density && steps[i].counted.density() >= *choice.density) return i;
        const bool is_better = choice.density
                                   ? steps[i].counted.density() > steps[taken].counted.density()
                                   : clearness_of(steps[i], steps[0]) > clearness_of(steps[taken], steps[0]);
        if (is_better) taken = i;
    }
    return taken;
}

double quasi_p(const Cases& cases, const Box& box, std::size_t factor) {
    Box without = box;
    without.limits[factor] = Box::everywhere(cases.factors).limits[factor];
    return quasi_p_against(cases, box, without);
}

BoxSearch searched(const Cases& cases, PrimChoice choice) {
    for (;;) {
        BoxSearch search{peeled(cases, choice), 0, {}};
        search.taken = taken_step(search.steps, choice);
        const Step& taken = search.steps[search.taken];
        std::vector<bool> lasting = lasting_factors(cases, taken.box);
        if (std::find(lasting.begin(), lasting.end(), true) == lasting.end()) {
            search.taken = 0;
            search.box = Box::everywhere(cases.factors);
            return search;
        }
        if (lasting == choice.factors) {
            search.box =
                without_idle_ends(cases, pasted(cases, taken, choice.peel / 5).box, taken.counted.density());
            return search;
        }
        choice.factors = std::move(lasting);
    }
}

}  // namespace headroom
