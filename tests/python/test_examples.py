#!/usr/bin/python3
"""The examples of analysis/python and analysis/r read a study with few words, and say what the program says.

Usage: test_examples.py PROGRAM      needs python3-xarray, -h5netcdf, -pandas, -matplotlib, and R with ncdf4
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import numpy
import pandas
import xarray

HERE = pathlib.Path(__file__).resolve().parent
ANALYSIS = HERE.parent.parent / "analysis"
sys.path.insert(0, str(ANALYSIS / "python"))

from for_ema_workbench import experiments_and_outcomes  # noqa: E402
from for_salib import problem_and_outputs  # noqa: E402
from study_table import table  # noqa: E402

PROGRAM = pathlib.Path(sys.argv.pop()).resolve()


def output_of(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        for name in ("policies", "saltelli"):
            output_of(PROGRAM, "study", HERE / f"{name}_study.json", "-o", cls.folder / f"{name}.h5", "--quiet")
        cls.policies = xarray.open_dataset(cls.folder / "policies.h5")
        cls.saltelli = xarray.open_dataset(cls.folder / "saltelli.h5")

    def test_factors_worlds_and_policies_are_coordinates_with_their_units(self):
        for name in ("world", "policy", "policy_name", "factor_work_scale", "factor_posts.add"):
            self.assertIn(name, self.policies.unmet_per_100.coords, name)
        self.assertEqual(self.policies["factor_posts.add"].attrs["role"], "lever")
        self.assertEqual(self.policies.factor_work_scale.attrs["role"], "uncertainty")
        self.assertEqual(self.policies.unmet_per_100.dims, ("point", "replication"))
        self.assertEqual(len(numpy.unique(self.policies.policy_name)), 5)

    def test_every_policy_meets_the_same_worlds(self):
        by_policy = self.policies.factor_work_scale.groupby("policy_name")
        worlds = {tuple(of_policy.values) for _, of_policy in by_policy}
        self.assertEqual(len(worlds), 1)
        self.assertEqual(len(worlds.pop()), 12)

    def test_the_table_has_a_row_for_every_point_and_the_mean_over_its_futures(self):
        output_of("/usr/bin/python3", "-B", ANALYSIS / "python/study_table.py", self.folder / "policies.h5",
                  self.folder / "table.csv")
        read = pandas.read_csv(self.folder / "table.csv", index_col="point")
        self.assertEqual(len(read), 60)
        for point in (0, 17, 59):
            self.assertAlmostEqual(read.unmet_per_100[point], self.policies.unmet_per_100.values[point].mean())

    def test_the_mean_of_a_policy_is_what_the_program_prints(self):
        said = output_of(PROGRAM, "study", HERE / "policies_study.json", "-o", self.folder / "policies.h5")
        means = table(self.policies, ["unmet_per_100"]).groupby("policy_name").unmet_per_100.mean()
        for name, mean in means.items():
            self.assertRegex(said, rf"(?m)^{name} +{mean:.1f} \(")

    def test_the_figure_is_a_picture(self):
        picture = self.folder / "figure.png"
        output_of("/usr/bin/python3", "-B", ANALYSIS / "python/study_figure.py", self.folder / "policies.h5", picture)
        self.assertEqual(picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")
        self.assertGreater(picture.stat().st_size, 10000)

    def test_ema_workbench_gets_the_experiments_and_outcomes_it_documents(self):
        experiments, outcomes = experiments_and_outcomes(self.policies, ["unmet_per_100", "cost"])
        self.assertEqual(list(experiments.columns), ["referrals", "work_scale", "caseload_limit.kind", "posts.add",
                                                     "scenario", "policy", "model"])
        self.assertEqual({name: len(values) for name, values in outcomes.items()}, {"unmet_per_100": 60, "cost": 60})
        for name in ("caseload_limit.kind", "policy", "model"):
            self.assertEqual(experiments.dtypes[name], "category")
        for name in ("work_scale", "referrals"):
            self.assertFalse(experiments[name].isna().any())

    def test_salib_gets_its_problem_and_its_order_of_rows(self):
        problem, samples, outputs = problem_and_outputs(self.saltelli, "unmet_per_100")
        self.assertEqual((problem["num_vars"], problem["names"]), (2, ["referrals", "work_scale"]))
        self.assertEqual(problem["bounds"][0], [-10, 10])
        self.assertEqual((samples.shape, outputs.shape), ((16 * 6, 2), (16 * 6,)))
        first, mixed_1, mixed_2, other_1, other_2, second = (samples[row::6] for row in range(6))
        for mixed, base, swapped, column in ((mixed_1, first, second, 0), (mixed_2, first, second, 1),
                                             (other_1, second, first, 0), (other_2, second, first, 1)):
            numpy.testing.assert_array_equal(mixed[:, column], swapped[:, column])
            numpy.testing.assert_array_equal(mixed[:, 1 - column], base[:, 1 - column])

    def test_indices_by_the_formulas_of_salib_are_those_the_program_prints(self):
        study = json.loads((HERE / "saltelli_study.json").read_text())
        study["design"]["second_order"] = False
        (self.folder / "first.json").write_text(json.dumps(study))
        output_of(PROGRAM, "study", self.folder / "first.json", "-o", self.folder / "first.h5", "--quiet")
        said = json.loads(output_of(PROGRAM, "sensitivity", self.folder / "first.h5", "--json"))[0]["periods"][0]
        indices = {(index["index"], index["factor"]): index["value"] for index in said["indices"]}
        problem, _, outputs = problem_and_outputs(xarray.open_dataset(self.folder / "first.h5"), "unmet_per_100")
        base = numpy.r_[outputs[0::4], outputs[3::4]]
        # SALib.analyze.sobol; it centres on the mean of all outputs, the program on that of the rows A and B, which
        # moves the first order a little and the total not at all.
        first, second = outputs[0::4] - base.mean(), outputs[3::4] - base.mean()
        for column, name in enumerate(problem["names"]):
            mixed = outputs[column + 1::4] - base.mean()
            self.assertAlmostEqual(indices["first", name], (second * (mixed - first)).mean() / base.var(), places=9)
            self.assertAlmostEqual(indices["total", name], ((first - mixed) ** 2).mean() / 2 / base.var(), places=9)

    def test_r_reads_the_same_table(self):
        output_of("Rscript", ANALYSIS / "r/study.R", self.folder / "policies.h5", self.folder / "r.csv",
                  self.folder / "r.pdf")
        read = pandas.read_csv(self.folder / "r.csv", na_values="NA")
        here = table(self.policies, ["unmet_per_100"])
        numpy.testing.assert_allclose(read.unmet_per_100, here.unmet_per_100)
        self.assertEqual(list(read.policy_name), list(here.policy_name))
        numpy.testing.assert_allclose(read["factor_posts.add"], here["factor_posts.add"])
        self.assertEqual((self.folder / "r.pdf").read_bytes()[:5], b"%PDF-")

    def test_every_example_is_short(self):
        for example in [*(ANALYSIS / "python").glob("*.py"), ANALYSIS / "r/study.R"]:
            self.assertLess(len(example.read_text().splitlines()), 45, example.name)


if __name__ == "__main__":
    unittest.main()
