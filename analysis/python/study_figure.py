#!/usr/bin/python3
"""A measure against a factor, every policy in its own colour: the median of each point, and a band with 8 futures in 10.

Usage: study_figure.py STUDY.h5 FIGURE.png [MEASURE] [FACTOR]      FACTOR as in the file: factor_work_scale
"""
import sys
import textwrap

import matplotlib
import xarray

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402


def figure(study, measure, factor):
    """A matplotlib figure; its labels and units are those of the file."""
    drawing, axes = pyplot.subplots(figsize=(8, 5), layout="constrained")
    for name, of_policy in study.sortby(factor).groupby("policy_name"):
        low, middle, high = of_policy[measure].quantile([0.1, 0.5, 0.9], "replication").values
        axes.plot(of_policy[factor], middle, marker="o", markersize=3, label=name)
        axes.fill_between(of_policy[factor], low, high, alpha=0.12)
    axes.set_xlabel(f"{factor.removeprefix('factor_')} ({study[factor].attrs.get('units', 'kind')})")
    axes.set_ylabel(f"{measure} ({study[measure].attrs['units']})")
    axes.set_title(textwrap.fill(study.attrs["title"], 90), fontsize="medium")
    axes.legend(fontsize="small")
    return drawing


if __name__ == "__main__":
    study = xarray.open_dataset(sys.argv[1])
    measure = sys.argv[3] if len(sys.argv) > 3 else "unmet_per_100"
    factor = sys.argv[4] if len(sys.argv) > 4 else "factor_" + study.attrs["design_moves"].split(",")[0]
    if len(study[measure].dims) > 2:
        sys.exit(f"{measure} is kept by {study[measure].dims[2]}; this picture takes one value a future: a study with "
                 '"by": "run", or study.isel(...) of one period.')
    figure(study, measure, factor).savefig(sys.argv[2], dpi=120)
