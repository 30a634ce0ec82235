#include "sim/results/study_coordinates.hpp"

#include <algorithm>
#include <limits>

#include "sim/engine/whole_part.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;
using hdf5::Hdf5Error;

constexpr const char* prefix = "factor_";

std::vector<std::string> keys_of(const std::vector<FactorColumn>& factors) {
    std::vector<std::string> keys;
    for (const FactorColumn& factor : factors) keys.push_back(factor.key);
    return keys;
}

Handle write_by_point(const NewFile& file, const char* name, hid_t type, const std::vector<double>& values) {
    const hsize_t length = values.size();
    Handle dataset(H5Dcreate2(file, name, type, hdf5::dataspace({&length, 1}), H5P_DEFAULT,
                              hdf5::dataset_settings(), H5P_DEFAULT),
                   H5Dclose, "make a coordinate");
    check(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
          "write a coordinate");
    file.attach(dataset, 0, "point");
    return dataset;
}

void write_places(const NewFile& file, const StudyDesign& design) {
    std::vector<double> worlds, policies;
    std::vector<std::string> names;
    for (int world = 0; world < design.worlds; ++world) {
        for (int policy = 0; policy < design.policies(); ++policy) {
            worlds.push_back(world);
            policies.push_back(policy);
            names.push_back(design.policy_names[static_cast<std::size_t>(policy)]);
        }
    }
    const Handle world = write_by_point(file, "world", H5T_STD_I32LE, worlds);
    hdf5::write_text(world, "long_name", "number of the world: one point of the design over factors");
    const Handle policy = write_by_point(file, "policy", H5T_STD_I32LE, policies);
    hdf5::write_text(policy, "long_name", "number of the policy, each lived in every world");
    const Handle name = hdf5::write_texts(file, "policy_name", names);
    hdf5::write_text(name, "long_name", "name of the policy");
    file.attach(name, 0, "point");
}

std::string word_at(const FactorColumn& factor, double value) {
    const bool is_one = value >= 0 && value < static_cast<double>(factor.words.size());
    return is_one ? factor.words[whole_part<std::size_t>(value)] : "";
}

void write_factor(const NewFile& file, const FactorColumn& factor) {
    const std::string name = prefix + factor.key;
    Handle dataset;
    if (factor.words.empty()) {
        dataset = write_by_point(file, name.c_str(), H5T_IEEE_F64LE, factor.values);
        hdf5::write_text(dataset, "units", factor.unit.empty() ? "1" : factor.unit);
    } else {
        std::vector<std::string> texts;
        for (const double value : factor.values) texts.push_back(word_at(factor, value));
        dataset = hdf5::write_texts(file, name.c_str(), texts);
        file.attach(dataset, 0, "point");
        hdf5::write_text(dataset, "words", joined(factor.words, ","));
    }
    hdf5::write_text(dataset, "long_name", factor.meaning);
    hdf5::write_text(dataset, "role", factor.is_lever ? "lever" : "uncertainty");
    hdf5::write_real(dataset, "lowest", factor.low);
    hdf5::write_real(dataset, "highest", factor.high);
}

std::vector<double> read_by_point(hid_t dataset, int points) {
    if (hdf5::lengths_of(dataset) != std::vector<hsize_t>{static_cast<hsize_t>(points)})
        throw Hdf5Error("match a coordinate with the points");
    std::vector<double> values(static_cast<std::size_t>(points));
    check(H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
          "read a coordinate");
    return values;
}

void read_words(hid_t file, const char* name, int points, FactorColumn& factor) {
    for (const std::string& text : hdf5::read_texts(file, name)) {
        const auto found = std::find(factor.words.begin(), factor.words.end(), text);
        factor.values.push_back(found == factor.words.end()
                                    ? std::numeric_limits<double>::quiet_NaN()
                                    : static_cast<double>(found - factor.words.begin()));
    }
    if (factor.values.size() != static_cast<std::size_t>(points))
        throw Hdf5Error("match a coordinate with the points");
}

FactorColumn read_factor(hid_t file, const std::string& key, int points) {
    FactorColumn factor;
    factor.key = key;
    const std::string name = prefix + key;
    const Handle dataset(H5Dopen2(file, name.c_str(), H5P_DEFAULT), H5Dclose, "open a factor");
    factor.words = parts_of(hdf5::read_text(dataset, "words"), ',');
    factor.meaning = hdf5::read_text(dataset, "long_name");
    factor.unit = hdf5::read_text(dataset, "units");
    factor.is_lever = hdf5::read_text(dataset, "role") == "lever";
    factor.low = hdf5::read_real(dataset, "lowest");
    factor.high = hdf5::read_real(dataset, "highest");
    if (factor.words.empty())
        factor.values = read_by_point(dataset, points);
    else
        read_words(file, name.c_str(), points, factor);
    return factor;
}

std::vector<int> places_of(const std::vector<std::string>& keys, const std::vector<FactorColumn>& factors) {
    std::vector<int> places;
    for (const std::string& key : keys) {
        for (std::size_t i = 0; i < factors.size(); ++i) {
            if (factors[i].key == key) places.push_back(static_cast<int>(i));
        }
    }
    return places;
}

}  // namespace

std::string study_coordinate_names(const StudyDesign& design) {
    if (design.kind.empty()) return "";
    std::string names = " world policy policy_name";
    for (const FactorColumn& factor : design.factors) names += " " + (prefix + factor.key);
    return names;
}

void write_study_coordinates(const NewFile& file, const StudyDesign& design) {
    if (design.kind.empty()) return;
    hdf5::write_text(file, "design", design.kind);
    hdf5::write_number(file, "design_base", design.base);
    hdf5::write_number(file, "design_second_order", design.second_order ? 1 : 0);
    hdf5::write_number(file, "worlds", design.worlds);
    hdf5::write_number(file, "policies", design.policies());
    hdf5::write_text(file, "factors", joined(keys_of(design.factors), ","));
    std::vector<std::string> moved;
    for (const int place : design.moved) moved.push_back(design.factors[static_cast<std::size_t>(place)].key);
    hdf5::write_text(file, "design_moves", joined(moved, ","));
    write_places(file, design);
    for (const FactorColumn& factor : design.factors) write_factor(file, factor);
}

StudyDesign read_study_coordinates(hid_t file, int points) {
    StudyDesign design;
    design.kind = hdf5::read_text(file, "design");
    if (design.kind.empty()) return design;
    const std::uint64_t worlds = hdf5::read_number(file, "worlds");
    const std::uint64_t policies = hdf5::read_number(file, "policies");
    const auto all = static_cast<std::uint64_t>(points);
    if (worlds == 0 || policies == 0 || worlds > all || policies > all || worlds * policies != all)
        throw Hdf5Error("match worlds and policies with the points");
    design.worlds = static_cast<int>(worlds);
    design.base = static_cast<int>(std::min<std::uint64_t>(hdf5::read_number(file, "design_base"), all));
    design.second_order = hdf5::read_number(file, "design_second_order") != 0;
    design.policy_names = hdf5::read_texts(file, "policy_name");
    if (design.policy_names.size() != all) throw Hdf5Error("match the names of policies with the points");
    design.policy_names.resize(policies);
    for (const std::string& key : parts_of(hdf5::read_text(file, "factors"), ','))
        design.factors.push_back(read_factor(file, key, points));
    design.moved = places_of(parts_of(hdf5::read_text(file, "design_moves"), ','), design.factors);
    return design;
}

}  // namespace headroom
