// What may stand in a question, as one tree: the reader, the JSON Schema, `headroom explain` and the page of
// all keys are written from it, so that they cannot disagree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

struct Member;
struct Kind;

// What one value may be.
struct Shape {
    enum class Sort { number, whole, yes_no, text, date, word, list, group, by_kind, either };
    Sort sort = Sort::number;
    double low = 0, high = 0;        // of a number; letters of a text; entries of a list; years of a date
    std::string unit;                // of a number
    std::vector<std::string> words;  // a word is one of these
    std::vector<Member> members;     // of a group, and of every kind of a group by kind
    std::vector<Kind> kinds;         // a group by kind has one of these as its "kind", and its members
    std::vector<Shape> parts;        // a list: of each entry; either: one of these
};

// One key of a group: what it holds and what the documentation says of it.
struct Member {
    std::string key;
    Shape shape;
    std::string meaning = {};
    std::string normal = {};    // the default as it would be written; empty: left out, nothing is meant
    std::string evidence = {};  // of a default that is a fact about the world
    std::string source = {};
    bool is_required = false;
};

// One word for "kind", with the members that only this kind has.
struct Kind {
    std::string word;
    std::string meaning;
    std::vector<Member> members = {};
};

Shape number_shape(double low, double high, std::string_view unit);
Shape whole_shape(double low, double high, std::string_view unit);
Shape text_shape(int shortest, int longest);
Shape date_shape(int first_year, int last_year);
Shape word_shape(std::vector<std::string> words);
Shape list_shape(int least, int most, Shape entry);
Shape group_shape(std::vector<Member> members);
Shape by_kind_shape(std::vector<Member> members, std::vector<Kind> kinds);
Shape either_shape(std::vector<Shape> parts);

// A number of a table of rows, whole where its unit counts whole things; yes or no may be written true or
// false.
Shape row_shape(double low, double high, std::string_view unit);

// Whether a number is in the range of a shape of numbers, and whole where it has to be.
bool allows(const Shape& shape, double number);

// Completes "but should be ...".
std::string expectation(const Shape& shape);

// "yes" and "no" for the 1 and 0 of a yes-or-no row, the plain number otherwise.
std::string normal_text(const Shape& shape, double normal);

}  // namespace headroom
