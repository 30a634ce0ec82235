#include "sim/results/assemble.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "sim/results/study_origin.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

// The points [first, last) of a study, whole worlds or a part of one.
struct Points {
    int first, last;
    int policies;

    std::uint32_t first_world() const { return static_cast<std::uint32_t>(first / policies); }
    std::uint32_t worlds() const {
        return static_cast<std::uint32_t>((last - 1) / policies + 1) - first_world();
    }
    // Where a future of a policy stands among all futures of these points; nothing when it is outside.
    std::optional<std::size_t> place(std::uint32_t world, int policy, std::size_t future,
                                     std::size_t replications) const {
        const int point = static_cast<int>(world) * policies + policy;
        if (point < first || point >= last) return std::nullopt;
        return static_cast<std::size_t>(point - first) * replications + future;
    }
};

std::vector<Series> series_of(const Points& points, const StudyResults& origin, const FuturesFound& found) {
    const auto replications = static_cast<std::size_t>(origin.replications);
    std::vector<Series> series(static_cast<std::size_t>(points.last - points.first) * replications);
    for (Replication& future : found.kept->read(points.first_world(), points.worlds())) {
        for (std::size_t policy = 0; policy < future.series.size(); ++policy) {
            const auto place =
                points.place(future.world, static_cast<int>(policy), future.number, replications);
            if (place) series[*place] = std::move(future.series[policy]);
        }
    }
    if (found.earlier == nullptr) return series;
    const std::size_t before = found.earlier_replications();
    std::vector<Series> earlier = found.earlier->read(points.first, points.last - points.first);
    for (std::size_t i = 0; i < earlier.size(); ++i)
        series[i / before * replications + i % before] = std::move(earlier[i]);
    return series;
}

std::vector<Failure> failures_in(const StudyResults& origin, const FuturesFound& found) {
    std::vector<Failure> failures;
    if (found.earlier) failures = found.earlier->origin().failures;
    std::vector<PartEntry> entries = found.kept->with_faults();
    for (const PartEntry& entry : entries) {
        for (const Replication& future : found.kept->read(entry.world, 1)) {
            if (future.number != entry.number) continue;
            for (std::size_t policy = 0; policy < future.faults.size(); ++policy) {
                if (future.faults[policy].empty()) continue;
                failures.push_back(
                    {origin.design.point(static_cast<int>(entry.world), static_cast<int>(policy)),
                     static_cast<int>(entry.number), origin.seed, future.faults[policy]});
            }
        }
    }
    std::sort(failures.begin(), failures.end(), [](const Failure& a, const Failure& b) {
        return std::pair(a.point, a.replication) < std::pair(b.point, b.replication);
    });
    return failures;
}

}  // namespace

std::unique_ptr<ResultsReader> earlier_of(const std::filesystem::path& output, const StudyResults& origin) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(output, ignored)) return nullptr;
    if (std::filesystem::file_size(output, ignored) == 0) return nullptr;
    auto earlier = std::make_unique<ResultsReader>(output);
    const std::string difference = what_differs(earlier->origin(), origin);
    const bool is_same = difference.empty();
    if (is_same && earlier->origin().replications <= origin.replications) return earlier;
    throw std::vector<Fault>{{.file = output.string(),
                              .found = is_same ? "this study with more replications (" +
                                                     std::to_string(earlier->origin().replications) + ")"
                                               : "the answer to something else (" + difference + ")",
                              .expected = "free, or this study with no more replications",
                              .nearest = "It stays as it is: name another output with -o, or take it away."}};
}

void assemble(StudyResults& origin, const FuturesFound& found, const std::filesystem::path& target,
              int threads) {
    origin.failures = failures_in(origin, found);
    ResultsWriter writer(origin, target, threads);
    const int at_a_time = writer.points_in_a_block();
    for (int first = 0; first < origin.points(); first += at_a_time) {
        const Points points{first, std::min(first + at_a_time, origin.points()), origin.design.policies()};
        writer.write(first, series_of(points, origin, found));
    }
    writer.finish();
}

}  // namespace headroom
