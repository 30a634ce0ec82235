#include "sim/results/moved_assumptions.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Handle write_numbers(hid_t file, const char* name, std::span<const hsize_t> lengths,
                     const std::vector<double>& numbers) {
    Handle dataset(H5Dcreate2(file, name, H5T_IEEE_F64LE, hdf5::dataspace(lengths), H5P_DEFAULT,
                              hdf5::dataset_settings(), H5P_DEFAULT),
                   H5Dclose, "make a variable of assumptions");
    check(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()),
          "write assumptions");
    return dataset;
}

Handle write_counted_axis(hid_t file, const char* name, hsize_t length, const char* definition) {
    std::vector<double> numbers;
    for (hsize_t i = 0; i < length; ++i) numbers.push_back(static_cast<double>(i));
    Handle axis = write_numbers(file, name, {&length, 1}, numbers);
    check(H5DSset_scale(axis, name), "make an axis");
    hdf5::write_text(axis, "units", "1");
    hdf5::write_text(axis, "definition", definition);
    return axis;
}

void attach(hid_t dataset, unsigned place, hid_t axis) {
    check(H5DSattach_scale(dataset, axis, place), "name the axis of a variable");
}

std::vector<double> read_numbers(hid_t file, const char* name, const std::vector<hsize_t>& lengths) {
    const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open a variable of assumptions");
    if (hdf5::lengths_of(dataset) != lengths) throw hdf5::Hdf5Error("match assumptions with their axes");
    hsize_t count = 1;
    for (const hsize_t length : lengths) count *= length;
    std::vector<double> numbers(count);
    check(H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()),
          "read assumptions");
    return numbers;
}

// The axes of what was tried.
struct Axes {
    Handle moved, future;
};

void write_values(hid_t file, hid_t point, const StudyResults& results, const Axes& axes) {
    const auto points = static_cast<std::size_t>(results.points());
    const std::size_t futures = hdf5::lengths_of(axes.future)[0];
    std::vector<double> used, value, lived, unmet;
    for (const MovedAssumption& moved : results.moved) {
        used.push_back(moved.used);
        value.push_back(moved.value);
        lived.push_back(static_cast<double>(moved.unmet_per_100.size() / points));
        unmet.insert(unmet.end(), moved.unmet_per_100.begin(), moved.unmet_per_100.end());
        unmet.insert(unmet.end(), futures * points - moved.unmet_per_100.size(), not_a_number);
    }
    const hsize_t count = results.moved.size();
    const auto along = [&](const char* name, const std::vector<double>& numbers, const char* definition) {
        const Handle dataset = write_numbers(file, name, {&count, 1}, numbers);
        hdf5::write_text(dataset, "definition", definition);
        attach(dataset, 0, axes.moved);
    };
    along("moved_used", used, "value of the assumption in the comparison");
    along("moved_value", value, "value it was moved to");
    along("moved_lived", lived, "futures lived with it there, from the first on");
    const hsize_t lengths[3] = {count, futures, points};
    const Handle dataset = write_numbers(file, "moved_unmet_per_100", lengths, unmet);
    hdf5::write_text(dataset, "units", "hours per 100 hours");
    hdf5::write_text(dataset, "definition",
                     "unmet hours of every 100 planned over the run, with one assumption moved");
    attach(dataset, 0, axes.moved);
    attach(dataset, 1, axes.future);
    attach(dataset, 2, point);
}

}  // namespace

void write_moved_assumptions(hid_t file, hid_t point, const StudyResults& results) {
    if (results.moved.empty()) return;
    std::size_t futures = 1;
    std::vector<std::string> keys;
    for (const MovedAssumption& moved : results.moved) {
        futures = std::max(futures, moved.unmet_per_100.size() / static_cast<std::size_t>(results.points()));
        keys.push_back(moved.key);
    }
    const Axes axes{write_counted_axis(file, "moved", keys.size(),
                                       "an assumption at one end of what its evidence leaves open"),
                    write_counted_axis(file, "moved_future", futures, "number of the future")};
    const Handle names = hdf5::write_texts(file, "moved_key", keys);
    hdf5::write_text(names, "long_name", "key of the assumption that was moved");
    attach(names, 0, axes.moved);
    write_values(file, point, results, axes);
}

std::vector<MovedAssumption> read_moved_assumptions(hid_t file, int points) {
    const std::vector<std::string> keys = hdf5::read_texts(file, "moved_key");
    if (keys.empty()) return {};
    const hsize_t count = keys.size();
    const Handle axis(H5Dopen2(file, "moved_future", H5P_DEFAULT), H5Dclose, "open an axis");
    const std::vector<hsize_t> futures = hdf5::lengths_of(axis);
    constexpr hsize_t most = 10'000'000;
    if (futures.size() != 1 || points < 1 || futures[0] > most / count / static_cast<hsize_t>(points))
        throw hdf5::Hdf5Error("read an axis");
    const std::vector<double> used = read_numbers(file, "moved_used", {count});
    const std::vector<double> value = read_numbers(file, "moved_value", {count});
    const std::vector<double> lived = read_numbers(file, "moved_lived", {count});
    const std::vector<double> unmet =
        read_numbers(file, "moved_unmet_per_100", {count, futures[0], static_cast<hsize_t>(points)});
    const std::size_t row = futures[0] * static_cast<std::size_t>(points);
    std::vector<MovedAssumption> moved;
    for (std::size_t i = 0; i < count; ++i) {
        if (!(lived[i] >= 0) || lived[i] > static_cast<double>(futures[0]))
            throw hdf5::Hdf5Error("match assumptions with their futures");
        const auto from = unmet.begin() + static_cast<std::ptrdiff_t>(i * row);
        const auto to = from + whole_part<std::ptrdiff_t>(lived[i]) * points;
        moved.push_back({keys[i], used[i], value[i], std::vector<double>(from, to)});
    }
    return moved;
}

}  // namespace headroom
