// The log as vidigi reads it: who arrives departs, and whoever a worker took on is let go.
#include "sim/results/vidigi.hpp"

#include <map>
#include <vector>

#include "sim/text/csv_rows.hpp"
#include "tests/catch.hpp"
#include "tests/explanation/made_up_log.hpp"

using namespace headroom;

namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows_of(const std::string& csv) {
    std::vector<Row> rows;
    CsvRows lines(csv);
    for (CsvRow row; lines.next(row);) rows.push_back(row.cells);
    return rows;
}

enum Column { entity, event_type, event, time_of, timestamp, pathway, resource, run, family, children };

std::map<std::string, std::vector<Row>> by_entity(const std::vector<Row>& rows) {
    std::map<std::string, std::vector<Row>> entities;
    for (std::size_t i = 1; i < rows.size(); ++i) entities[rows[i][entity]].push_back(rows[i]);
    return entities;
}

}  // namespace

TEST_CASE("the columns are those that vidigi asks for, and a few more") {
    const std::vector<Row> rows = rows_of(vidigi_csv(made_up_future()));
    REQUIRE(rows.size() > 10);
    CHECK(rows[0] == Row{"entity_id", "event_type", "event", "time", "timestamp", "pathway", "resource_id",
                         "run_number", "family", "children", "stage", "ended"});
    for (const Row& row : rows) CHECK(row.size() == rows[0].size());
}

TEST_CASE("everyone arrives first and departs last, and once") {
    for (const auto& [id, rows] : by_entity(rows_of(vidigi_csv(made_up_future())))) {
        CAPTURE(id);
        CHECK(rows.front()[event] == "arrival");
        CHECK(rows.back()[event] == "depart");
        int comings_and_goings = 0;
        for (const Row& row : rows) comings_and_goings += row[event_type] == "arrival_departure";
        CHECK(comings_and_goings == 2);
        for (const Row& row : rows) CHECK(row[pathway] == rows.front()[pathway]);
    }
}

TEST_CASE("whoever a worker takes on, the same worker lets go, before anyone else takes them on") {
    for (const auto& [id, rows] : by_entity(rows_of(vidigi_csv(made_up_future())))) {
        CAPTURE(id);
        std::string with;
        for (const Row& row : rows) {
            if (row[event_type] == "resource_use") {
                CHECK(with.empty());
                CHECK_FALSE(row[resource].empty());
                with = row[resource];
            } else if (row[event_type] == "resource_use_end") {
                CHECK(row[resource] == with);
                with.clear();
            } else {
                CHECK(with.empty());
            }
        }
    }
}

TEST_CASE("a family's way is told as it was") {
    const auto entities = by_entity(rows_of(vidigi_csv(made_up_future())));
    REQUIRE(entities.count("2") == 1);
    std::vector<std::string> way;
    for (const Row& row : entities.at("2")) way.push_back(row[event] + " " + row[timestamp]);
    CHECK(way == std::vector<std::string>{"arrival 2025-04-08", "screening 2025-04-08",
                                          "waiting_list 2025-04-09", "with_worker 2025-04-10",
                                          "leaves_worker 2025-04-30", "waiting_list 2025-04-30",
                                          "depart 2025-06-02"});
    CHECK(entities.at("2").back().back() == "open");
    CHECK(entities.at("3").back().back() == "closed");
    CHECK(entities.at("2").front()[family] == "812");
    CHECK(entities.at("2")[3][resource] == "3");
}

TEST_CASE("time never runs back") {
    const std::vector<Row> rows = rows_of(vidigi_csv(made_up_future()));
    int before = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        CHECK(std::stoi(rows[i][time_of]) >= before);
        before = std::stoi(rows[i][time_of]);
    }
}
