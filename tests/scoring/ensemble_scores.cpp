// Scores of forecasts, against examples worked by hand.
#include "analysis/scoring/ensemble_scores.hpp"

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("the CRPS of three members is their mean distance from what came, less half that among them") {
    // From 3: 2, 1 and 1, mean 4/3. Among 1, 2 and 4: 1, 3 and 2, mean 2.
    CHECK(crps_of(std::vector<double>{1, 2, 4}, 3) == Approx(4.0 / 3 - 1));
    CHECK(crps_of(std::vector<double>{4, 1, 2}, 3) == Approx(4.0 / 3 - 1));
    // Two members at 0 and 10, and 5 came: 5 - 10 / 2.
    CHECK(crps_of(std::vector<double>{0, 10}, 5) == Approx(0).margin(1e-12));
    CHECK(crps_of(std::vector<double>{0, 10}, 25) == Approx(20 - 5));
}

TEST_CASE("the CRPS of a forecast without a range is how far it lay off") {
    CHECK(crps_of(std::vector<double>{7}, 3) == Approx(4));
    CHECK(crps_of(std::vector<double>{7, 7, 7}, 3) == Approx(4));
}

TEST_CASE("the CRPS is in the figure's unit: ten times the figures, ten times the score") {
    const double once = crps_of(std::vector<double>{1, 2, 4, 9}, 3);
    CHECK(crps_of(std::vector<double>{10, 20, 40, 90}, 30) == Approx(10 * once));
}

TEST_CASE("what comes inside a range, or on its edge, is held by it") {
    const std::vector<double> members = {40, 0, 20, 10, 30};  // 80 %: 4 to 36, half: 10 to 30
    struct Came {
        double outcome;
        bool in_50, in_80;
    };
    for (const Came& came : {Came{20, true, true}, Came{30, true, true}, Came{35, false, true},
                             Came{36, false, true}, Came{37, false, false}, Came{-1, false, false}}) {
        const ForecastScore score = score_of(members, 20, came.outcome);
        CAPTURE(came.outcome);
        CHECK(score.is_in_50 == came.in_50);
        CHECK(score.is_in_80 == came.in_80);
        CHECK(score.error == Approx(std::abs(came.outcome - 20)));
    }
}

TEST_CASE("mean scores are means, and shares of those that were held") {
    const std::vector<double> members = {0, 10, 20, 30, 40};
    const std::vector<ForecastScore> scores = {score_of(members, 20, 20), score_of(members, 20, 35),
                                               score_of(members, 20, 90), score_of(members, 20, 0)};
    const MeanScores means = mean_scores(scores);
    CHECK(means.number == 4);
    CHECK(means.error == Approx((0 + 15 + 70 + 20) / 4.0));
    CHECK(means.in_50 == Approx(0.25));
    CHECK(means.in_80 == Approx(0.5));
    CHECK(mean_scores({}).number == 0);
}
