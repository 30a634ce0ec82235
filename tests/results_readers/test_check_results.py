#!/usr/bin/python3
"""check_results.py passes a file that keeps its promises, and names each promise that is broken."""
import json
import os
import tempfile
import unittest

import h5py
import numpy as np

from check_results import faults, without_comments

QUESTION = {"question": "What would a limit do?", "months": 3,
            "alternatives": [{"name": "As now"}, {"name": "Limit 18"}]}
TEXT = h5py.string_dtype("utf-8")


def write_dimension(file, name, values, **attributes):
    file[name] = values
    file[name].make_scale(name)
    file[name].attrs.update(attributes)


def write_measure(file, name, dimensions):
    shape = [file[dimension].shape[0] for dimension in dimensions]
    file[name] = np.arange(np.prod(shape), dtype=float).reshape(shape)
    for axis, dimension in enumerate(dimensions):
        file[name].dims[axis].attach_scale(file[dimension])
    file[name].attrs.update(units="children", long_name=name, definition="So many.",
                            cell_methods=f"{dimensions[-1]}: point (over the whole: run)")


def write_results(path):
    with h5py.File(path, "w") as file:
        for name in ("format_version", "headroom_version", "git_commit", "seed", "authority", "created_by"):
            file.attrs[name] = "1"
        file.attrs["question"] = json.dumps(QUESTION) + " // as asked"
        file.attrs["scenario"] = np.bytes_(b"{}")
        write_dimension(file, "point", np.arange(2))
        write_dimension(file, "replication", np.arange(4))
        write_dimension(file, "month", np.array([0, 30, 61]), units="days since 2025-04-01")
        write_dimension(file, "bin", np.arange(5))
        file.create_dataset("point_name", data=["As now", "Limit 18"], dtype=TEXT)
        file["point_name"].dims[0].attach_scale(file["point"])
        write_measure(file, "waiting", ("point", "replication", "month"))
        write_measure(file, "cost", ("point", "replication"))
        write_measure(file, "wait_histogram", ("point", "replication", "bin"))


def write_log(file):
    """Three entries about two families: 2 hours were unmet."""
    write_dimension(file, "entry", np.arange(3))
    write_dimension(file, "family", np.array([7, 812]))
    columns = {"log_date": [0, 1, 1], "log_kind": [1, 0, 1], "log_unmet_hours": [0.0, 2.0, 0.0]}
    for name, values in columns.items():
        file[name] = np.array(values, dtype="i1" if name == "log_kind" else float)
        file[name].dims[0].attach_scale(file["entry"])
        file[name].attrs.update(units="days since 2025-04-01" if name == "log_date" else "1", long_name=name,
                                definition="What it is.")
    file["log_kind"].attrs.update(flag_values=np.array([0, 1], dtype="i1"), flag_meanings="task_done referred")
    file["family_children"] = np.array([2, 3])
    file["family_children"].dims[0].attach_scale(file["family"])
    file["family_children"].attrs.update(units="children", long_name="children", definition="How many.")
    write_measure(file, "unmet_hours", ("point", "replication", "month"))
    file["unmet_hours"][...] = 0
    file["unmet_hours"][0, 0, 1] = 2


def write_members(file):
    """Four futures of two sets of settings, which differ in one setting."""
    write_dimension(file, "setting", np.arange(1))
    file.create_dataset("setting_key", data=["work_scale"], dtype=TEXT)
    file["member"] = np.array([0, 1, 0, 1])
    file["setting_value"] = np.array([[0.5], [0.6], [0.5], [0.6]])
    for name in ("member", "setting_value"):
        file[name].dims[0].attach_scale(file["replication"])
    for name, axis in (("setting_key", 0), ("setting_value", 1)):
        file[name].dims[axis].attach_scale(file["setting"])


class CheckResults(unittest.TestCase):
    def faults_after(self, change, question=None, replications=4):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "results.h5")
            write_results(path)
            with h5py.File(path, "r+") as file:
                change(file)
            return faults(path, question or QUESTION, replications)

    def assert_found(self, words, change, **asked):
        found = self.faults_after(change, **asked)
        self.assertTrue(any(words in fault for fault in found), found)

    def test_a_file_that_keeps_its_promises_passes(self):
        self.assertEqual(self.faults_after(lambda file: None), [])

    def test_the_settings_of_each_future_pass_and_are_no_measures(self):
        self.assertEqual(self.faults_after(write_members), [])

    def test_a_set_of_settings_that_is_not_the_same_in_all_its_futures_is_named(self):
        def change(file):
            write_members(file)
            file["setting_value"][2, 0] = 0.55

        self.assert_found("two futures with the set of settings 0", change)

    def test_a_log_that_keeps_its_promises_passes(self):
        self.assertEqual(self.faults_after(write_log), [])

    def test_a_log_with_a_code_that_nobody_knows_is_named(self):
        def change(file):
            write_log(file)
            file["log_kind"][2] = 9
        self.assert_found("log_kind holds a code without a word", change)

    def test_a_log_whose_hours_are_not_the_measures_is_named(self):
        def change(file):
            write_log(file)
            file["log_unmet_hours"][0] = 1
        self.assert_found("the log holds 3.0 unmet hours, the measures 2.0", change)

    def test_a_log_whose_days_are_no_dates_is_named(self):
        def change(file):
            write_log(file)
            file["log_date"].attrs["units"] = "1"
        self.assert_found("days of the log as dates", change)

    def test_a_column_of_the_log_without_its_meaning_is_named(self):
        def change(file):
            write_log(file)
            del file["family_children"].attrs["definition"]
        self.assert_found("family_children has no definition", change)

    def test_a_missing_or_broken_root_attribute_is_named(self):
        self.assert_found("git_commit is missing", lambda file: file.attrs.pop("git_commit"))
        self.assert_found("scenario is not JSON", lambda file: file.attrs.modify("scenario", "{"))

    def test_a_group_is_named(self):
        self.assert_found("is a group", lambda file: file.create_group("monthly"))

    def test_a_measure_without_its_definition_is_named(self):
        self.assert_found("waiting has no definition", lambda file: file["waiting"].attrs.pop("definition"))

    def test_a_cell_method_over_an_axis_that_is_not_there_is_named(self):
        self.assert_found("cost has a cell method over month",
                          lambda file: file["cost"].attrs.modify("cell_methods", "month: point"))

    def test_an_axis_without_a_dimension_is_named(self):
        self.assert_found("cost has an axis without",
                          lambda file: file["cost"].dims[1].detach_scale(file["replication"]))

    def test_a_measure_without_a_number_is_named(self):
        self.assert_found("cost holds no number", lambda file: file["cost"].write_direct(np.full((2, 4), np.nan)))

    def test_months_that_are_no_dates_are_named(self):
        self.assert_found("months as dates", lambda file: file["month"].attrs.pop("units"))

    def test_points_that_are_not_the_alternatives_are_named(self):
        self.assert_found("the points are called",
                          lambda file: file["point_name"].write_direct(np.array(["As now", "Other"], dtype=TEXT)))

    def test_too_few_replications_are_named(self):
        self.assert_found("4 replications instead of 5", lambda file: None, replications=5)

    def test_comments_are_taken_out_of_a_question_but_not_of_its_words(self):
        self.assertEqual(without_comments('{"a": "b // c"} // d'), '{"a": "b // c"} ')


if __name__ == "__main__":
    unittest.main()
