// Nothing in a file of one's own figures is passed over quietly: cells, columns, names.
#include <algorithm>
#include <string>
#include <vector>

#include "sim/places/own_figures.hpp"
#include "tests/catch.hpp"
#include "tests/places/own_texts.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("no filled cell without a heading is dropped, so that no number is cut by its comma") {
    const std::vector<std::string> numbers = {"12,5",      "12,50", "1,650", "1.650,5",
                                              "1,147,954", "0,7",   "12,5%"};
    for (const std::string heading : {"", "figure,value\n", "Setting,Value,\n", "figure,value,,\n"})
        for (const std::string& number : numbers) {
            CAPTURE(heading, number);
            const std::string told = faults_of_figures(heading + "caseload," + number + "\n");
            const std::string line = heading.empty() ? "line 1" : "line 2";
            CHECK(holds(told, "ours.csv, " + line + ", column 2: \"caseload\" is cut in "));
            CHECK((holds(told, "in quotes, \"" + number + "\"") || holds(told, "a point for its decimals")));
        }
    for (const std::string text :
         {"figure,value\ncaseload,12,ours\n", "caseload,12,ours\n", "figure;value\ncaseload;12;5\n",
          "figure\tvalue\ncaseload\t12\t5\n", "value,figure\n12,5,caseload\n",
          "figure,value,note\ncaseload,12,5,ours\n", "figure,,value\ncaseload,ours,12\n",
          "figure,value\ncaseload,12,,5\n", "caseload,12,,,5\n"}) {
        CAPTURE(text);
        const std::string told = faults_of_figures(text);
        CHECK(holds(told, "is in a column without a heading, behind \""));
        CHECK(holds(told, "put the whole value in quotes"));
    }
    for (const std::string text :
         {"figure,value\ncaseload,12,,\n", "caseload,12,,,\n", "figure,value,note\ncaseload,12,5\n",
          "figure,value,source,note\ncaseload,12,ours,\"2024, March\"\n", "caseload,\"12\"\n",
          "figure;value\ncaseload;12,0\n", ",figure,value\n1,caseload,12\n"}) {
        CAPTURE(text);
        CHECK(faults_of_figures(text).empty());
        CHECK(value_of(read_own_figures("ours.csv", text).figures, Figure::caseload) == 12);
    }
}

TEST_CASE("two columns of one name are refused where either might be meant") {
    for (const std::string heading :
         {"figure,value,value", "figure,Value,note,VALUE", "setting,value,setting", "value,figure,value",
          "our figure,value,our figure"}) {
        CAPTURE(heading);
        const std::string told = faults_of_figures(heading + "\ncaseload,12,15,12\n");
        CHECK(holds(told, "ours.csv, line 1, column "));
        CHECK(holds(told, "is there twice, as columns "));
    }
    CHECK(faults_of_figures("figure,value,note,note\ncaseload,12,a,b\n").empty());
}

TEST_CASE("a file without any figures is refused, whatever else it has") {
    for (const std::string text : {"figure,value\n", "setting;value", "figure,value,note\n,,\n# ours\n"}) {
        CAPTURE(text);
        CHECK(faults_of_figures(text) ==
              "ours.csv is without any figures, but should be a CSV file of figure,value lines.\n");
    }
}

TEST_CASE("a figure called as questions and people call it is answered with its name") {
    for (const Figure figure : every_figure()) {
        const std::string name(name_of(figure));
        std::string spaced = name, dashed = name;
        std::replace(spaced.begin(), spaced.end(), '_', ' ');
        std::replace(dashed.begin(), dashed.end(), '_', '-');
        for (const std::string& other : {"figures." + name, "authority.figures." + name, spaced, dashed}) {
            CAPTURE(other);
            if (other == name) continue;
            CHECK(holds(faults_of_figures("figure,value\n" + other + ",20\n"),
                        "Did you mean \"" + name + "\"?"));
        }
    }
}
