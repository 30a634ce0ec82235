// What a back-test is to do.
#pragma once

#include <vector>

#include "sim/fitting/fit_place.hpp"

namespace headroom {

// What is fitted to, and which years are forecast.
struct BacktestPlan {
    int march = 2021;  // what was known at its end
    std::vector<int> years = {2022, 2023, 2024};
    FitOptions fit;
};

}  // namespace headroom
