// What may be wrong with a study, and the sentence that says so.
#include <string>
#include <vector>

#include "sim/scenario/study_plan.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

struct BadStudy {
    std::string text;
    std::vector<std::string> sentences;  // each after "ours.json"
};

const std::vector<BadStudy>& bad_studies() {
    static const std::vector<BadStudy> all = {
        {R"({"factors": {"work_scal": "evidence"}})",
         {", line 1: factors.work_scal is not a known key. Did you mean \"work_scale\"?"}},
        {R"({"factors": {"work_scale": {"from": 0.9, "to": 0.5}}})",
         {", line 1: factors.work_scale.to is 0.5, but should be no less than \"from\", 0.9."}},
        {R"({"factors": {"work_scale": {"from": 0.9}}})",
         {", line 1: factors.work_scale is without a range, but should be a group with \"from\" and \"to\", "
          "or with \"values\"."}},
        {R"({"factors": {"work_scale": {}}})",
         {", line 1: factors.work_scale is without a range, but should be a group with \"from\" and \"to\", "
          "or with \"values\"."}},
        {R"({"factors": {"work_scale": {"from": -1, "to": 1}}})",
         {", line 1: factors.work_scale.from is -1, but should be a number from 0.3 to 3 (times)."}},
        {R"({"factors": {"work_scale": {"values": []}}})",
         {", line 1: factors.work_scale.values is an empty list, but should be a list [ ] of at least 1 and "
          "at most 1000 entries."}},
        {R"({"factors": {"work_scale": {"values": [0.7], "from": 0.5}}})",
         {", line 1: factors.work_scale.values is beside other keys, but should be either a range or "
          "\"values\"."}},
        {R"({"factors": {"work_scale": "evidnce"}})",
         {", line 1: factors.work_scale is the text \"evidnce\", but should be a number from 0.3 to 3 "
          "(times), \"evidence\", or a group of keys in curly brackets { }. Did you mean \"evidence\"?"}},
        {R"({"factors": {"posts.add": "evidence"}})",
         {", line 1: factors.posts.add is the text \"evidence\", but should be a whole number from -1000 to "
          "1000 "
          "(posts), or a group of keys in curly brackets { }."}},
        {R"({"factors": {"work_scale": {"from": 0.5, "to": 0.9, "prior": "normal"}}})",
         {", line 1: factors.work_scale.prior is the text \"normal\", but should be one of uniform or "
          "triangular."}},
        {R"({"fitted": "unfitted", "factors": {"work_scale": {"from": 0.8, "to": 0.9, "prior": "triangular"}}})",
         {", line 1: factors.work_scale.most_likely is 0.66, but should be a value within the range, from "
          "0.8 to 0.9."}},
        {R"({"factors": {"posts.support_workers": {"from": 0, "to": 9, "prior": "triangular"}}})",
         {", line 1: factors.posts.support_workers.prior is \"triangular\", but should be a \"most_likely\" "
          "value beside "
          "it, since a decision has no usual one."}},
        {R"({"factors": {"caseload_limit.kind": {"values": ["hard", "soft"]}}})",
         {", line 1: factors.caseload_limit.kind.values[2] is the text \"soft\", but should be one of none, "
          "advisory, hard, points, by_type, intake or average."}},
        {R"({"factors": {"caseload_limit.kind": {"from": 1, "to": 3}}})",
         {", line 1: factors.caseload_limit.kind.values is missing, but should be a list [ ] of at least 1 "
          "and at most 100 entries.",
          ", line 1: factors.caseload_limit.kind.from is not a known key, but should be one of values.",
          ", line 1: factors.caseload_limit.kind.to is not a known key, but should be one of values."}},
        {R"({"factors": {"recruitment.freeze": {"from": false, "to": true}}})",
         {", line 1: factors.recruitment.freeze.values is missing, but should be a list [ ] of at least 1 "
          "and at most 100 entries.",
          ", line 1: factors.recruitment.freeze.from is not a known key, but should be one of values.",
          ", line 1: factors.recruitment.freeze.to is not a known key, but should be one of values."}},
        {R"({"factors": "all assumption"})",
         {", line 1: factors is the text \"all assumption\", but should be \"all assumptions\". Did you mean "
          "\"all assumptions\"?"}},
        {R"({"factors": "all assumptions", "design": {"kind": "saltely"}})",
         {", line 1: design.kind is the text \"saltely\", but should be one of full_factorial, "
          "one_at_a_time, latin_hypercube, sobol, saltelli, morris or file. Did you mean \"saltelli\"?"}},
        {R"({"factors": "all assumptions", "design": {"kind": "morris", "levels": 5}})",
         {", line 1: design.levels is 5, but should be an even number."}},
        {R"({"factors": "all assumptions", "design": {"kind": "sobol", "base": 5}})",
         {", line 1: design.base is not a known key. \"base\" belongs to kind \"saltelli\"."}},
        {R"({"factors": "all assumptions", "design": {"points": 5}})",
         {", line 1: design.kind is missing, but should be one of full_factorial, one_at_a_time, "
          "latin_hypercube, sobol, saltelli, morris or file."}},
        {R"({"factors": "all assumptions"})",
         {", line 1: design is 4.50283905890997e+17 points, but should be at most 10000000. Where there are "
          "many "
          "factors, latin_hypercube and sobol have as many points as you say."}},
        {R"({"factors": "all assumptions", "design": {"kind": "file"}})",
         {", line 1: design.file is missing, but should be a text of 1 to 1000 letters."}},
        {R"({"design": {"kind": "sobol"}})",
         {", line 1: design is there, but should be beside \"factors\", which it spreads out."}},
        {R"({"levers": {"work_scale": {"values": [0.7]}}})",
         {", line 1: levers.work_scale is not a known key. \"work_scale\" belongs in settings or in "
          "alternatives.settings."}},
        {R"({"levers": "all assumptions"})",
         {", line 1: levers is the text \"all assumptions\", but should be a group of keys in curly brackets "
          "{ }."}},
        {R"({"levers": {"posts.add": {"from": 0, "to": 10}}, "lever_design": {"kind": "sobol", "points": 0}})",
         {", line 1: lever_design.points is 0, but should be a whole number from 1 to 1000000 (points)."}},
        {R"({"replications": "auto"})",
         {", line 1: replications is the text \"auto\", but should be a whole number from 1 to 100000 "
          "(futures)."}},
        {R"({"steps": {"posts.add": [1]}})",
         {", line 1: steps is not a known key. \"steps\" belongs to a question, not to a study."}},
        {R"({"by": "week"})",
         {", line 1: by is the text \"week\", but should be one of run, month, quarter or year."}},
        {"{\n\"factors\": {\n\"work_scale\": {\"from\": 0.9,\n \"to\": 0.5}}}",
         {", line 4: factors.work_scale.to is 0.5, but should be no less than \"from\", 0.9."}},
        {R"({"factors": {"work_scale": "evidence"}, "design": {"kind": "sobol", "points": 1000000}, "replications": 2000})",
         {", line 1: replications is 2000000000 futures in all, but should be at most 100000000."}},
        {R"({"factors": {"work_scale": "evidence", "strain_to_leaving": "evidence", "weeks_to_hire": "evidence"}, "design": {"kind": "full_factorial", "levels": 1000}})",
         {", line 1: design is 1000000000 points, but should be at most 10000000. Where there are many "
          "factors, latin_hypercube and sobol have as many points as you say."}},
        {R"({"factors": {"posts.add": {"values": [1e999, 2]}}})",
         {", line 1: factors.posts.add.values[1] is \"1e999\", but should be a finite number."}},
        {R"({"factors": {"posts.add": {"values": [1, 1]}}})",
         {", line 1: factors.posts.add.values[2] is 1 again, but should be a value of its own."}},
        {R"({"factors": {"caseload_limit.kind": {"values": ["hard", "none", "hard"]}}})",
         {", line 1: factors.caseload_limit.kind.values[3] is hard again, but should be a value of its "
          "own."}},
        {R"({"factors": {"work_scale": {"from": "0.5", "to": 0.9}}})",
         {", line 1: factors.work_scale.from is the text \"0.5\", but should be a number from 0.3 to 3 "
          "(times). Write the number without quotes."}},
        {R"({"levers": {"posts.add": {"from": 0, "to": 9}, "recruitment.attractiveness_percent": {"from": 50, "to": 150}, "posts.support_workers": {"from": 0, "to": 9}}, "lever_design": {"kind": "full_factorial", "levels": 1000}})",
         {", line 1: levers is 10000000 policies, but should be at most 10000."}},
    };
    return all;
}

}  // namespace

TEST_CASE("every fault of a study is told in a sentence with its key, what was found and what is expected") {
    for (const BadStudy& bad : bad_studies()) {
        CAPTURE(bad.text);
        std::string expected;
        for (const std::string& sentence : bad.sentences) expected += "ours.json" + sentence + "\n";
        CHECK(sentences_of(read_study_text("ours.json", bad.text).faults) == expected);
    }
}
