#include "sim/results/members.hpp"

#include <hdf5_hl.h>

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;
using hdf5::Hdf5Error;

// As they lie in the file, on every kind of processor.
hid_t stored_type(const std::vector<int>&) {
    return H5T_STD_I32LE;
}
hid_t stored_type(const std::vector<double>&) {
    return H5T_IEEE_F64LE;
}

template <class Number>
Handle write_by_replication(const NewFile& file, const char* name, const std::vector<hsize_t>& lengths,
                            const std::vector<Number>& numbers) {
    Handle dataset(H5Dcreate2(file, name, stored_type(numbers), hdf5::dataspace(lengths), H5P_DEFAULT,
                              hdf5::dataset_settings(), H5P_DEFAULT),
                   H5Dclose, "make a variable of the members");
    check(H5Dwrite(dataset, hdf5::native_type<Number>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()),
          "write the members");
    file.attach(dataset, 0, "replication");
    return dataset;
}

void write_axis_of_settings(NewFile& file, const std::vector<std::string>& keys) {
    Dimension dimension{"setting", "1", "number of a setting in which futures differ", {}, true};
    for (std::size_t i = 0; i < keys.size(); ++i) dimension.coordinates.push_back(static_cast<double>(i));
    file.write_axis(dimension);
    const Handle names = hdf5::write_texts(file, "setting_key", keys);
    hdf5::write_text(names, "long_name", "key of the setting; \"headroom explain KEY\" says what it is");
    file.attach(names, 0, "setting");
}

// All of a variable that must be of these lengths. What it claims must fit into the file, before memory is
// asked for it.
template <class Number>
std::vector<Number> read_whole(hid_t file, const char* name, const std::vector<hsize_t>& lengths) {
    const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open a variable of the members");
    hsize_t bytes = 0, count = 1;
    check(H5Fget_filesize(file, &bytes), "read the size of the file");
    for (const hsize_t length : lengths) count *= length;
    if (hdf5::lengths_of(dataset) != lengths || count > bytes)
        throw Hdf5Error("match the members with the futures");
    std::vector<Number> numbers(count);
    check(H5Dread(dataset, hdf5::native_type<Number>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()),
          "read the members");
    return numbers;
}

}  // namespace

void write_members(NewFile& file, const MembersUsed& members) {
    if (members.keys.empty()) return;
    write_axis_of_settings(file, members.keys);
    const hsize_t replications = members.numbers.size(), settings = members.keys.size();
    const Handle numbers = write_by_replication(file, "member", {replications}, members.numbers);
    hdf5::write_text(numbers, "units", "1");
    hdf5::write_text(numbers, "long_name", "member");
    hdf5::write_text(numbers, "definition", "which of the fit's sets of settings the future used, from 0");
    std::vector<double> all;
    for (const std::vector<double>& values : members.values)
        all.insert(all.end(), values.begin(), values.end());
    const Handle values = write_by_replication(file, "setting_value", {replications, settings}, all);
    hdf5::write_text(values, "long_name", "setting value");
    hdf5::write_text(values, "definition",
                     "value of the setting in the future, in the setting's own unit, today and under every "
                     "alternative that does not set it itself");
    file.attach(values, 1, "setting");
}

std::string member_coordinate_names(const MembersUsed& members) {
    return members.keys.empty() ? "" : " setting_key";
}

MembersUsed read_members(hid_t file, int replications) {
    MembersUsed members;
    members.keys = hdf5::read_texts(file, "setting_key");
    if (members.keys.empty()) return members;
    const hsize_t futures = static_cast<hsize_t>(replications), settings = members.keys.size();
    members.numbers = read_whole<int>(file, "member", {futures});
    const std::vector<double> all = read_whole<double>(file, "setting_value", {futures, settings});
    for (auto from = all.begin(); from != all.end(); from += static_cast<std::ptrdiff_t>(settings))
        members.values.emplace_back(from, from + static_cast<std::ptrdiff_t>(settings));
    return members;
}

}  // namespace headroom
