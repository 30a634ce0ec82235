#!/usr/bin/python3
"""One row for every point of a study: its world, its policy, its factors, and measures as means over futures.

Usage: study_table.py STUDY.h5 TABLE.csv [MEASURE ...]
"""
import sys

import xarray


def table(study, measures):
    """A pandas table by point: the coordinates, then each measure in its own unit. Failed futures count nowhere."""
    return study[measures].mean("replication").to_dataframe()


if __name__ == "__main__":
    study = xarray.open_dataset(sys.argv[1])
    table(study, sys.argv[3:] or ["unmet_per_100", "children_unallocated", "cost"]).to_csv(sys.argv[2])
