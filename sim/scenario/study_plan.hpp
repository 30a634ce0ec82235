// A study as it is asked: a question, what is uncertain about the world it is asked of, what the authority
// may decide, and which points of both are to be looked at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/factor.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

enum class DesignKind {
    none,
    full_factorial,
    one_at_a_time,
    latin_hypercube,
    sobol,
    saltelli,
    morris,
    file,
    count
};

// The word for it in a study and in a results file; empty for none.
std::string_view word_of(DesignKind kind);

// Which points of a space of factors are looked at. Only what its kind knows is used.
struct DesignChoice {
    DesignKind kind = DesignKind::none;
    int points = 100;
    int levels = 0;  // 0: as the kind has it by itself
    int base = 64;
    bool second_order = false;
    int trajectories = 20;
    std::uint64_t seed = 1;
    std::string file;                       // the file of points
    std::vector<std::vector<double>> rows;  // of it: a value for every factor, by point
    std::vector<int> lines;                 // where each row stands in it
};

// Everything that a study needs; made by the reader, never changed after.
struct StudyPlan {
    Scenario question;  // with the policies that are written out as its alternatives
    bool has_written_policies = false;
    Alternative as_now;           // where policies made of levers start from
    std::vector<Factor> factors;  // of worlds
    DesignChoice design;
    std::vector<Factor> levers;  // of policies
    DesignChoice lever_design;
    int period_months = 0;  // months that are kept as one value; 0: the whole run
};

// How many points a design has over these factors, which may be more than a size can count; 0 for no factors.
double points_in(const std::vector<Factor>& factors, const DesignChoice& design);

// How many levels a full factorial or a design of one at a time has of each factor that is not fixed: all
// values of a list.
std::vector<std::size_t> levels_in(const std::vector<Factor>& factors, const DesignChoice& design);

// A study that was read: its faults, or else a plan to carry out.
struct StudyReading {
    StudyPlan plan;
    std::vector<Fault> faults;
    bool is_good() const { return faults.empty(); }
};

StudyReading read_study(const std::string& path, const Choices& choices = {});
StudyReading read_study_text(const std::string& file, const std::string& text, const Choices& choices = {});

// Whether a text asks for a study, by its keys; not whether it can be read.
bool is_study_text(const std::string& text);

}  // namespace headroom
