#pragma once

#include <atomic>

#include "analysis/sustain/sustain_answer.hpp"

namespace headroom {

// Runs the futures again as the alternative stands, at the value found and, where posts are turned, along a
// curve from a fifth fewer of the case holders' posts to two fifths more. What is left over when it is asked
// to stop is not known.
BesideToday look_beside(const SustainQuestion& question, const SustainAnswer& answer,
                        const TurningOutcome& outcome, std::atomic<bool>& stop);

// Posts beside today's under the policy that an alternative starts with.
double posts_now(const SustainQuestion& question);

}  // namespace headroom
