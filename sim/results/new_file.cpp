#include "sim/results/new_file.hpp"

#include <hdf5_hl.h>

namespace headroom {

using hdf5::check;
using hdf5::Handle;

void NewFile::write_axis(const Dimension& dimension) {
    const hsize_t length = dimension.coordinates.size();
    const hid_t type = dimension.whole_numbers ? H5T_STD_I32LE : H5T_IEEE_F64LE;
    Handle dataset(H5Dcreate2(file_, dimension.name.c_str(), type, hdf5::dataspace({&length, 1}), H5P_DEFAULT,
                              hdf5::dataset_settings(), H5P_DEFAULT),
                   H5Dclose, "make an axis");
    check(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, dimension.coordinates.data()),
          "write an axis");
    check(H5DSset_scale(dataset, dimension.name.c_str()), "make an axis");
    hdf5::write_text(dataset, "units", dimension.unit);
    hdf5::write_text(dataset, "long_name", spoken(dimension.name));
    hdf5::write_text(dataset, "definition", dimension.definition);
    if (dimension.unit.starts_with("days since ")) hdf5::write_text(dataset, "calendar", "standard");
    axes_.emplace_back(dimension.name, std::move(dataset));
}

hid_t NewFile::axis(const std::string& name) const {
    for (const auto& [known, handle] : axes_) {
        if (known == name) return handle;
    }
    throw hdf5::Hdf5Error("find an axis");
}

void NewFile::attach(hid_t dataset, unsigned place, const std::string& name) const {
    check(H5DSattach_scale(dataset, axis(name), place), "name the axis of a variable");
}

void NewFile::close() {
    axes_.clear();
    file_.close();
}

}  // namespace headroom
