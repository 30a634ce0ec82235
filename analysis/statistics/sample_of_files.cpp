#include "analysis/statistics/sample_of_files.hpp"

#include <cstddef>
#include <cstdlib>

namespace headroom {

// File by file: the chance of k failures among one more file.
FilesFailing files_failing(double share) {
    FilesFailing chances{};
    chances[0] = 1;
    for (std::size_t file = 0; file < inspected_files; ++file) {
        for (std::size_t k = file + 1; k > 0; --k)
            chances[k] = chances[k] * (1 - share) + chances[k - 1] * share;
        chances[0] *= 1 - share;
    }
    return chances;
}

int files_quantile(const FilesFailing& chances, double share) {
    double below = 0;
    for (std::size_t k = 0; k < chances.size(); ++k) {
        below += chances[k];
        if (below >= share) return static_cast<int>(k);
    }
    return inspected_files;
}

double chance_of_fewer(const FilesFailing& one, const FilesFailing& other) {
    double chance = 0, one_below = 0;
    for (std::size_t k = 0; k < other.size(); ++k) {
        chance += one_below * other[k];
        one_below += one[k];
    }
    return chance;
}

double chance_apart(const FilesFailing& chances, int files) {
    double chance = 0;
    for (int i = 0; i <= inspected_files; ++i) {
        for (int j = 0; j <= inspected_files; ++j) {
            if (std::abs(i - j) >= files)
                chance += chances[static_cast<std::size_t>(i)] * chances[static_cast<std::size_t>(j)];
        }
    }
    return chance;
}

}  // namespace headroom
