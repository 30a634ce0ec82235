// A study in its file: written block by block, read back whole, in blocks or measure by measure.
#include <hdf5.h>

#include <cstring>
#include <fstream>
#include <iterator>

#include "sim/futures/study_table.hpp"
#include "sim/results/packed_measures.hpp"
#include "sim/results/results_file.hpp"
#include "tests/catch.hpp"
#include "tests/results/study_example.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

bool same_bits(std::span<const double> a, std::span<const double> b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Writes so many points at a time, which must be what the writer asks for or all there are.
void write_in_blocks(const StudyResults& study, const std::filesystem::path& file, int threads) {
    StudyResults origin = study;
    origin.series.clear();
    ResultsWriter writer(origin, file, threads);
    const int most = writer.points_in_a_block();
    for (int first = 0; first < study.points(); first += most) {
        const int last = std::min(first + most, study.points());
        writer.write(first, std::span(study.series)
                                .subspan(study.index_of(first, 0),
                                         study.index_of(last, 0) - study.index_of(first, 0)));
    }
    writer.finish();
}

bool has_variable(const std::filesystem::path& path, const char* name) {
    const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    const bool has = H5Lexists(file, name, H5P_DEFAULT) > 0;
    H5Fclose(file);
    return has;
}

void check_equal(const StudyDesign& read, const StudyDesign& written) {
    CHECK(read.kind == written.kind);
    CHECK(read.worlds == written.worlds);
    CHECK(read.base == written.base);
    CHECK(read.second_order == written.second_order);
    CHECK(read.policy_names == written.policy_names);
    CHECK(read.moved == written.moved);
    REQUIRE(read.factors.size() == written.factors.size());
    for (std::size_t i = 0; i < read.factors.size(); ++i) {
        const FactorColumn &one = read.factors[i], &other = written.factors[i];
        CAPTURE(other.key);
        CHECK(one.key == other.key);
        CHECK(one.meaning == other.meaning);
        CHECK(one.words == other.words);
        CHECK(one.is_lever == other.is_lever);
        CHECK(one.low == other.low);
        CHECK(one.high == other.high);
        if (other.words.empty()) CHECK(one.unit == other.unit);
        CHECK(same_bits(one.values, other.values));
    }
}

}  // namespace

TEST_CASE(
    "worlds, policies and factors come back as they were: numbers, words, levers, and which are moved") {
    const ScratchFolder folder;
    StudyResults written = example_worlds();
    write_results(written, folder / "study.h5");
    check_equal(read_results(folder / "study.h5").design, written.design);
    check_equal(read_origin_of_results(folder / "study.h5").design, written.design);
    written.design.kind = "saltelli";
    written.design.second_order = true;
    written.design.moved.clear();
    write_results(written, folder / "study.h5");
    check_equal(read_origin_of_results(folder / "study.h5").design, written.design);
}

TEST_CASE("a lever that is a word has none at a policy that was written out") {
    const ScratchFolder folder;
    StudyResults written = example_worlds();
    FactorColumn& kind = written.design.factors[2];
    kind.is_lever = true;
    for (std::size_t point = 0; point < kind.values.size(); point += 3)
        kind.values[point] = std::numeric_limits<double>::quiet_NaN();
    write_results(written, folder / "study.h5");
    const StudyResults read = read_origin_of_results(folder / "study.h5");
    for (std::size_t point = 0; point < kind.values.size(); ++point) {
        const double value = read.design.factors[2].values[point];
        CHECK(std::isnan(value) == (point % 3 == 0));
        if (point % 3 != 0) CHECK(value == kind.values[point]);
    }
}

TEST_CASE("a comparison has no worlds and no factors, and its file no coordinates of them") {
    const ScratchFolder folder;
    write_results(example_study(), folder / "comparison.h5");
    const StudyResults read = read_results(folder / "comparison.h5");
    CHECK(read.design == StudyDesign{});
    CHECK(read.period_months == 1);
    for (const char* name : {"world", "policy", "policy_name"})
        CHECK_FALSE(has_variable(folder / "comparison.h5", name));
}

TEST_CASE(
    "values for the run, months, quarters and years come back to the last bit, on the axis of that name") {
    for (const int period_months : {0, 1, 3, 12}) {
        const ScratchFolder folder;
        const StudyResults written = example_worlds(2, 3, period_months, 26);
        write_results(written, folder / "study.h5");
        const StudyResults read = read_results(folder / "study.h5");
        CAPTURE(period_months);
        CHECK(read.months == 26);
        CHECK(read.period_months == period_months);
        CHECK(read.periods() == written.periods());
        CHECK(read.start == written.start);
        REQUIRE(read.series.size() == written.series.size());
        for (std::size_t i = 0; i < read.series.size(); ++i)
            CHECK(same_bits(read.series[i].values(), written.series[i].values()));
        CHECK(has_variable(folder / "study.h5", "month") == (period_months == 1));
        CHECK(has_variable(folder / "study.h5", "quarter") == (period_months == 3));
        CHECK(has_variable(folder / "study.h5", "year") == (period_months == 12));
    }
}

TEST_CASE("a measure alone is read as it stands among all, with its unit and definition") {
    const ScratchFolder folder;
    for (const int period_months : {0, 3}) {
        const StudyResults written = example_worlds(3, 4, period_months, 9);
        write_results(written, folder / "study.h5");
        for (const Measure measure : {Measure::cost, Measure::unmet_hours, Measure::wait_days_p90}) {
            const MeasureRow& row = row_of(measure);
            const StudyTable table = read_study_table(folder / "study.h5", row.name);
            CHECK(table.measure == row.name);
            CHECK(table.definition == row.definition);
            const int periods = row.kind == MeasureKind::whole ? 1 : written.periods();
            REQUIRE(table.periods == periods);
            check_equal(table.origin.design, written.design);
            for (int point = 0; point < written.points(); ++point) {
                for (int future = 0; future < 4; ++future) {
                    for (int period = 0; period < periods; ++period)
                        CHECK(table.at(point, future, period) ==
                              written.at(point, future).at(measure, period));
                }
            }
        }
    }
}

TEST_CASE("a measure that is none, or that a damaged file lacks, is refused by name") {
    const ScratchFolder folder;
    write_results(example_worlds(), folder / "study.h5");
    CHECK_THROWS_WITH(read_study_table(folder / "study.h5", "costs"), Contains("costs is not a measure"));
    const hid_t file = H5Fopen((folder / "study.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    H5Ldelete(file, "cost", H5P_DEFAULT);
    H5Fclose(file);
    CHECK_THROWS_WITH(read_study_table(folder / "study.h5", "cost"),
                      Contains("it is damaged") && Contains("cost"));
}

TEST_CASE("any points are read alone as they stand among all") {
    const ScratchFolder folder;
    const StudyResults written = example_worlds(5, 3);
    write_results(written, folder / "study.h5");
    const ResultsReader reader(folder / "study.h5");
    CHECK(reader.origin().points() == 15);
    CHECK(reader.origin().series.empty());
    for (int first = 0; first < 15; ++first) {
        for (const int points : {1, 2, 15 - first}) {
            if (first + points > 15) continue;
            const std::vector<Series> some = reader.read(first, points);
            REQUIRE(some.size() == static_cast<std::size_t>(points) * 3);
            for (std::size_t i = 0; i < some.size(); ++i)
                CHECK(same_bits(some[i].values(), written.series[written.index_of(first, 0) + i].values()));
        }
    }
}

TEST_CASE("a block of points is made of whole chunks of every measure, whatever the size of the study") {
    for (const int points : {1, 3, 20, 600, 1024, 1500, 100'000}) {
        for (const int replications : {1, 5, 50, 300, 5000}) {
            for (const int period_months : {0, 1, 12}) {
                const Extent extent{points, replications, 36, period_months, 0, Date{2025, 4, 1}};
                const std::vector<Variable> variables = variables_of(extent);
                const int block = points_in_a_block(variables, extent);
                CAPTURE(points, replications, period_months);
                CHECK(block >= 1);
                bool is_whole = true;
                for (const Variable& variable : variables) {
                    const ChunkShape shape = chunk_shape(variable, extent, block);
                    is_whole = is_whole && (block >= points || block % shape.points == 0);
                    is_whole = is_whole && shape.points <= points && shape.futures <= replications;
                }
                CHECK(is_whole);
                double numbers = 0;
                for (const Variable& variable : variables) numbers += static_cast<double>(variable.length);
                CHECK((block == 1 || numbers * replications * block * 8 <= 68e6));
            }
        }
    }
}

TEST_CASE("a file of several blocks has the same bytes on any number of threads, and comes back whole") {
    const ScratchFolder folder;
    const StudyResults study = large_example();
    {
        StudyResults origin = study;
        origin.series.clear();
        const ResultsWriter writer(origin, folder / "probe.h5", 1);
        REQUIRE(writer.points_in_a_block() < study.points());
    }
    CHECK_FALSE(std::filesystem::exists(folder / "probe.h5"));
    write_in_blocks(study, folder / "one.h5", 1);
    write_in_blocks(study, folder / "three.h5", 3);
    write_results(study, folder / "whole.h5", 2);
    CHECK(bytes_of(folder / "one.h5") == bytes_of(folder / "three.h5"));
    CHECK(bytes_of(folder / "one.h5") == bytes_of(folder / "whole.h5"));
    const ResultsReader reader(folder / "one.h5");
    bool all_same = true;
    for (const int first : {0, 4, 8, 12}) {
        const std::vector<Series> some = reader.read(first, std::min(4, study.points() - first));
        for (std::size_t i = 0; i < some.size(); ++i)
            all_same =
                all_same && same_bits(some[i].values(), study.series[study.index_of(first, 0) + i].values());
    }
    CHECK(all_same);
    const StudyTable table = read_study_table(folder / "one.h5", "cost");
    for (int point = 0; point < study.points(); ++point)
        CHECK(table.at(point, 39, 119) == study.at(point, 39).at(Measure::cost, 119));
}

TEST_CASE("a failed future of a study is NaN in every measure and listed with its point") {
    const ScratchFolder folder;
    StudyResults written = example_worlds(4, 3);
    written.failures = {{2, 1, 42, "a diary held a task of no family"}, {11, 2, 42, "posts were lost"}};
    write_results(written, folder / "study.h5");
    CHECK(read_origin_of_results(folder / "study.h5").failures == written.failures);
    const StudyTable table = read_study_table(folder / "study.h5", "cost");
    int missing = 0;
    for (const double value : table.values) missing += std::isnan(value);
    CHECK(missing == 2);
    CHECK(std::isnan(table.at(2, 1)));
    CHECK(std::isnan(table.at(11, 2)));
}
