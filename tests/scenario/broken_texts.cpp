#include "tests/scenario/bad_questions.hpp"

const std::vector<BadQuestion>& broken_texts() {
    using namespace std::string_literals;
    static const std::vector<BadQuestion> all = {
        {"an empty file",
         "",
         {" is empty, but should be a question; scenarios/questions/caseload-limit.json is one to start "
          "from."}},
        {"nothing but a comment",
         "// What would a limit do?\n",
         {" is empty, but should be a question; scenarios/questions/caseload-limit.json is one to start "
          "from."}},
        {"a text cut off",
         "{\"months\": 36,\n \"alternatives\": [\n  {\"name\": \"As now\",",
         {", line 3, column 21: the end of the text is before its time, but should be after everything "
          "opened is closed. "
          "The { opened on line 3 is still open: a } is probably missing at the end, or further up."}},
        {"a text cut off inside a word",
         "{\"months\": 36,\n \"alternati",
         {", line 2, column 12: the end of the text is before its time, but should be after everything "
          "opened is closed. "
          "The { opened on line 1 is still open: a } is probably missing at the end, or further up."}},
        {"a comma too many",
         "{\"months\": 36,\n}",
         {R"(, line 2, column 1: "}" is not expected there, but should be another entry, or no comma before it.)"}},
        {"a comma missing",
         "{\"months\": 36\n \"seed\": 1}",
         {R"(, line 2, column 2: "seed" is not expected there, but should be after a comma or a colon: one seems to be missing before it.)"}},
        {"a bracket too many",
         "{\"months\": 36}}",
         {R"(, line 1, column 15: "}" is not expected there. Nothing is open there: this bracket is one too many.)"}},
        {"a bracket of the wrong kind",
         "{\"months\": 36]",
         {R"(, line 1, column 14: "]" is not expected there. The { opened on line 1 is still open: a } is probably missing before it.)"}},
        {"a closing bracket missing inside an alternative",
         "{\"alternatives\": [\n {\"name\": \"a\", \"policy\": {\"posts\": {\"add\": 1}},\n {\"name\": "
         "\"b\"}]}",
         {R"(, line 3, column 2: "{" is not expected there. The { opened on line 2 is still open: a } is probably missing before it.)"}},
        {"the last alternative not closed",
         "{\"alternatives\": [\n {\"name\": \"a\"\n]}",
         {R"(, line 3, column 1: "]" is not expected there. The { opened on line 2 is still open: a } is probably missing before it.)"}},
        {"the list of alternatives not closed",
         "{\"alternatives\": [\n {\"name\": \"a\"}\n}",
         {R"(, line 3, column 1: "}" is not expected there. The [ opened on line 1 is still open: a ] is probably missing before it.)"}},
        {"quotes from a word processor",
         "{“months”: 36}",
         {", line 1, column 2: \"“months”\" is not expected there, but should be a straight double quote "
          "(\")."}},
        {"single quotes",
         "{'months': 36}",
         {", line 1, column 2: \"'months'\" is not expected there, but should be a straight double quote "
          "(\")."}},
        {"a key without quotes",
         "{months: 36}",
         {R"(, line 1, column 2: "months" is not expected there, but should be a key or a value, words in double quotes.)"}},
        {"a quote not closed",
         "{\"question\": \"Why?\n}",
         {", line 1, column 19: the end of the line is inside a text, but should be a closing double quote, "
          "on the same "
          "line as the opening one."}},
        {"a comma for a decimal point",
         "{\"settings\": {\"work_scale\": 0,8}}",
         {R"(, line 1, column 31: "8" is not expected there, but should be a key in double quotes; in a number, write a point for the decimals and no commas.)"}},
        {"no value",
         "{\"months\": }",
         {R"(, line 1, column 12: "}" is not expected there, but should be a value: a number, true, false, a text in double quotes, or a bracket.)"}},
        {"a key given twice",
         "{\"months\": 36,\n\"months\": 12}",
         {", line 2: months is given again after line 1, but should be given once."}},
        {"a key given twice, once in disguise",
         "{\"months\": 36,\n\"m\\u006fnths\": 12}",
         {", line 2: months is given again after line 1, but should be given once."}},
        {"no number", "{\"months\": NaN}", {", line 1: months is \"NaN\", but should be a finite number."}},
        {"a number beyond numbers",
         "{\"months\": 36,\n\"seed\": 1e999}",
         {", line 2: seed is \"1e999\", but should be a finite number."}},
        {"infinity, with another fault",
         "{\"months\": -Infinity, \"replications\": 0}",
         {", line 1: months is \"-Infinity\", but should be a finite number.",
          ", line 1: replications is 0, but should be a whole number from 1 to 100000 (futures)."}},
        {"brackets without end",
         std::string(1000, '['),
         {", line 1: the bracket there is inside 64 others, but should be less deep: a question nests about "
          "six."}},
        {"a text of Windows",
         "\xFF\xFE{\0}\0"s,
         {" is UTF-16 text, but should be UTF-8 text (in your editor: Save as, encoding UTF-8)."}},
        {"a text of before 2000",
         "{\n\"question\": \"caf\xE9\"}",
         {", line 2, column 17: the letter there is not UTF-8, but should be UTF-8 text (in your editor: "
          "Save as, encoding "
          "UTF-8)."}},
    };
    return all;
}
