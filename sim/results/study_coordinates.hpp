// Where the points of a study stand: worlds, policies and factors, as coordinates of the file.
#pragma once

#include "sim/futures/study_results.hpp"
#include "sim/results/new_file.hpp"

namespace headroom {

// Writes nothing for a comparison.
void write_study_coordinates(const NewFile& file, const StudyDesign& design);

// The names of the coordinates, to be listed where readers look for them; "" for a comparison.
std::string study_coordinate_names(const StudyDesign& design);

// Throws an Hdf5Error where they do not fit so many points.
StudyDesign read_study_coordinates(hid_t file, int points);

}  // namespace headroom
