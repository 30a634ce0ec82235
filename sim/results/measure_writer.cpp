#include "sim/results/measure_writer.hpp"

#include <algorithm>
#include <limits>

namespace headroom {

namespace {

using hdf5::check;
using hdf5::Handle;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::vector<bool> failed_futures(const StudyResults& origin) {
    std::vector<bool> failed(origin.index_of(origin.points(), 0), false);
    for (const Failure& failure : origin.failures)
        failed[origin.index_of(failure.point, failure.replication)] = true;
    return failed;
}

void describe(hid_t dataset, const NewFile& file, const Variable& variable) {
    const hsize_t one = 1;
    const Handle fill(H5Acreate2(dataset, "_FillValue", H5T_IEEE_F64LE, hdf5::dataspace({&one, 1}),
                                 H5P_DEFAULT, H5P_DEFAULT),
                      H5Aclose, "state the missing value");
    check(H5Awrite(fill, H5T_NATIVE_DOUBLE, &not_a_number), "state the missing value");
    hdf5::write_text(dataset, "units", variable.unit);
    hdf5::write_text(dataset, "long_name", spoken(variable.name));
    hdf5::write_text(dataset, "cell_methods", variable.cell_methods);
    hdf5::write_text(dataset, "definition", variable.definition);
    file.attach(dataset, 0, "point");
    file.attach(dataset, 1, "replication");
    for (unsigned i = 0; i < variable.axes.size(); ++i) file.attach(dataset, 2 + i, variable.axes[i]);
}

}  // namespace

MeasureWriter::MeasureWriter(const NewFile& file, const StudyResults& origin, const Extent& extent)
    : extent_(extent), variables_(variables_of(extent)), failed_(failed_futures(origin)) {
    for (const Variable& variable : variables_) datasets_.push_back(make(file, variable));
}

int MeasureWriter::points_in_a_block() const {
    return headroom::points_in_a_block(variables_, extent_);
}

void MeasureWriter::write(int first_point, std::span<const Series> series, int threads) const {
    constexpr std::size_t at_a_time = 40;
    const Block block{first_point, static_cast<int>(series.size()) / extent_.replications, series, &failed_,
                      points_in_a_block()};
    for (std::size_t from = 0; from < variables_.size(); from += at_a_time) {
        const auto some = std::span(variables_).subspan(from, std::min(at_a_time, variables_.size() - from));
        const std::vector<PackedMeasure> packed = packed_measures(block, some, extent_, threads);
        for (std::size_t i = 0; i < some.size(); ++i) {
            for (const PackedChunk& chunk : packed[i]) {
                const hsize_t corner[4] = {static_cast<hsize_t>(chunk.point),
                                           static_cast<hsize_t>(chunk.future), 0, 0};
                check(H5Dwrite_chunk(datasets_[from + i], H5P_DEFAULT, 0, corner, chunk.bytes.size(),
                                     chunk.bytes.data()),
                      "write a measure");
            }
        }
    }
}

Handle MeasureWriter::make(const NewFile& file, const Variable& variable) const {
    std::vector<hsize_t> lengths{static_cast<hsize_t>(extent_.points),
                                 static_cast<hsize_t>(extent_.replications)};
    for (const std::string& axis : variable.axes) lengths.push_back(hdf5::lengths_of(file.axis(axis))[0]);
    std::vector<hsize_t> chunk = lengths;
    const ChunkShape shape = chunk_shape(variable, extent_, points_in_a_block());
    chunk[0] = static_cast<hsize_t>(shape.points);
    chunk[1] = static_cast<hsize_t>(shape.futures);
    const Handle settings = hdf5::dataset_settings();
    check(H5Pset_chunk(settings, static_cast<int>(chunk.size()), chunk.data()), "shape a chunk");
    check(H5Pset_shuffle(settings), "choose shuffling");
    check(H5Pset_deflate(settings, 1), "choose compression");
    check(H5Pset_fill_value(settings, H5T_NATIVE_DOUBLE, &not_a_number), "choose the missing value");
    Handle dataset(H5Dcreate2(file, variable.name.c_str(), H5T_IEEE_F64LE, hdf5::dataspace(lengths),
                              H5P_DEFAULT, settings, H5P_DEFAULT),
                   H5Dclose, "make a measure");
    describe(dataset, file, variable);
    return dataset;
}

}  // namespace headroom
