#!/usr/bin/python3
"""Reads a results file as its users will, with h5py and with xarray, and says what it does not find.

check_results.py FILE.h5 [--question QUESTION.json] [--replications N]
Exit code 0 when the file keeps the promises of a results file, 1 when it does not.
"""
import argparse
import json
import re
import sys

import h5py
import numpy as np
import xarray

ROOT_ATTRIBUTES = ("format_version", "headroom_version", "git_commit", "seed", "question", "scenario",
                   "authority", "created_by")
MEASURE_ATTRIBUTES = ("units", "long_name", "cell_methods", "definition")


def without_comments(text):
    """JSON without its // comments; those inside strings stay."""
    return re.sub(r'("(?:[^"\\]|\\.)*")|//[^\n]*', lambda match: match.group(1) or "", text)


def is_dimension(variable):
    return h5py.h5ds.is_scale(variable.id)


def is_of_the_log(item):
    """A column of the event log of one future, or of its families and workers."""
    return bool(item.shape) and axis_names(item)[0] in ("entry", "family", "worker")


def is_of_the_members(item):
    """Which of a fit's sets of settings each future used, and the settings."""
    return bool(item.shape) and axis_names(item) in (["replication"], ["replication", "setting"])


def is_measure(name, item):
    """Numbers that are neither a coordinate nor a factor of the design, the list of failures, members or the log."""
    return (isinstance(item, h5py.Dataset) and item.dtype.kind in "fiu" and not is_dimension(item)
            and not name.startswith(("factor_", "failure")) and not is_of_the_log(item)
            and not is_of_the_members(item))


def measures(file):
    return [name for name, item in file.items() if is_measure(name, item)]


def text(value):
    """An attribute as text; h5py gives text of fixed length as bytes."""
    return value.decode() if isinstance(value, bytes) else str(value)


def axis_names(variable):
    """The dimension of each axis, as the attached dimension scales name it; None where there is none."""
    return [axis[0].name.strip("/") if len(axis) else None for axis in variable.dims]


def axes_with_methods(cell_methods):
    """The axes named in "month: mean (by working day)"; what stands in brackets is a remark."""
    return re.findall(r"(\w+):", re.sub(r"\(.*?\)", "", cell_methods))


def root_faults(file):
    for name in ROOT_ATTRIBUTES:
        if name not in file.attrs:
            yield f"the root attribute {name} is missing"
        elif not text(file.attrs[name]).strip():
            yield f"the root attribute {name} is empty"
    for name in ("question", "scenario"):
        try:
            json.loads(without_comments(text(file.attrs.get(name, "null"))))
        except ValueError as fault:
            yield f"the root attribute {name} is not JSON: {fault}"
    for name, item in file.items():
        if not isinstance(item, h5py.Dataset):
            yield f"{name} is a group; the file promises one flat root group"


def number_of_failures(file):
    return file["failures"].shape[0] if "failures" in file and file["failures"].shape else 0


def variable_faults(file):
    for name, variable in file.items():
        if not isinstance(variable, h5py.Dataset) or is_dimension(variable):
            continue
        axes = axis_names(variable)
        if None in axes and variable.shape:
            yield f"{name} has an axis without a dimension"
        if not is_measure(name, variable):
            continue
        for attribute in MEASURE_ATTRIBUTES:
            if not text(variable.attrs.get(attribute, "")).strip():
                yield f"{name} has no {attribute}"
        for named in axes_with_methods(text(variable.attrs.get("cell_methods", ""))):
            if named not in axes:
                yield f"{name} has a cell method over {named}, which is none of its axes {axes}"
        if axes[:2] != ["point", "replication"]:
            yield f"{name} does not run over point and replication first, but over {axes}"
        if name.endswith("_histogram") and not str(axes[-1]).startswith("bin"):
            yield f"{name} does not run over bins last, but over {axes}"
        if variable.dtype.kind == "f" and number_of_failures(file) == 0 and np.isinf(variable[...]).any():
            yield f"{name} holds an infinite number"


def member_faults(file):
    """Of a fitted place: every future says which set of settings it used, and the same set has the same values."""
    if "setting_value" not in file:
        return
    members, values = file["member"][...], file["setting_value"][...]
    if len(file["setting_key"]) != values.shape[1]:
        yield f"there are {len(file['setting_key'])} keys for {values.shape[1]} settings"
    for member in set(members.tolist()):
        if (values[members == member] != values[members == member][0]).any():
            yield f"two futures with the set of settings {member} have different settings"


def log_faults(file):
    """Of the event log, where there is one: every code has its word, and its hours are those of the measures."""
    for name, column in file.items():
        if isinstance(column, h5py.Dataset) and not is_dimension(column) and is_of_the_log(column):
            for attribute in ("units", "long_name", "definition"):
                if not text(column.attrs.get(attribute, "")).strip():
                    yield f"{name} has no {attribute}"
            if "flag_meanings" in column.attrs:
                words = text(column.attrs["flag_meanings"]).split()
                codes = np.atleast_1d(column.attrs.get("flag_values", []))
                if len(words) != len(codes):
                    yield f"{name} has {len(codes)} codes and {len(words)} words"
                if not np.isin(column[...], np.append(codes, -1)).all():
                    yield f"{name} holds a code without a word"
    if "log_unmet_hours" in file and "unmet_hours" in file:
        logged, measured = file["log_unmet_hours"][...].sum(), file["unmet_hours"][...].sum()
        if not np.isclose(logged, measured, rtol=1e-9):
            yield f"the log holds {logged} unmet hours, the measures {measured}"


def h5py_faults(path):
    with h5py.File(path, "r") as file:
        yield from root_faults(file)
        yield from variable_faults(file)
        yield from member_faults(file)
        yield from log_faults(file)
        if not measures(file):
            yield "there is no measure in it"


def shape_faults(dataset, replications):
    for name in ("point", "replication", "month"):
        if name not in dataset.sizes:
            yield f"xarray finds no dimension {name}"
    if replications and dataset.sizes.get("replication") != replications:
        yield f"{dataset.sizes.get('replication')} replications instead of {replications}"
    if "month" not in dataset or dataset["month"].dtype.kind != "M":
        yield "xarray does not read the months as dates"
    if "point_name" not in dataset.variables:
        yield "xarray finds no names of the points"
    if "entry" in dataset.sizes and dataset["log_date"].dtype.kind != "M":
        yield "xarray does not read the days of the log as dates"


def question_faults(dataset, question):
    names = [str(name) for name in np.atleast_1d(dataset["point_name"].values)]
    asked = [alternative["name"] for alternative in question["alternatives"]]
    if names != asked:
        yield f"the points are called {names}, the alternatives {asked}"
    if "months" in question and dataset.sizes["month"] != question["months"]:
        yield f"{dataset.sizes['month']} months instead of {question['months']}"


def value_faults(path, dataset):
    """What one reader sees is what the other sees, and with no failures every month of every future is there."""
    with h5py.File(path, "r") as file:
        has_failures = number_of_failures(file) > 0
        for name in measures(file):
            if name not in dataset.variables:
                yield f"xarray does not find {name}"
                continue
            seen = np.asarray(dataset[name].values, dtype=float)
            if not np.array_equal(seen, np.asarray(file[name][...], dtype=float), equal_nan=True):
                yield f"h5py and xarray read different numbers in {name}"
            if not has_failures and seen.size and np.isnan(seen).all():
                yield f"{name} holds no number at all"


def xarray_faults(path, question, replications):
    with xarray.open_dataset(path, decode_timedelta=False) as dataset:
        faults = list(shape_faults(dataset, replications))
        yield from faults
        if not faults:
            if question:
                yield from question_faults(dataset, question)
            yield from value_faults(path, dataset)


def faults(path, question=None, replications=None):
    # A file that h5py finds fault with may be one that xarray cannot open at all.
    return list(h5py_faults(path)) or list(xarray_faults(path, question, replications))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--question")
    parser.add_argument("--replications", type=int)
    asked = parser.parse_args()
    question = None
    if asked.question:
        with open(asked.question, encoding="utf-8") as text:
            question = json.loads(without_comments(text.read()))
    found = faults(asked.file, question, asked.replications)
    for fault in found:
        print(f"{asked.file}: {fault}")
    if not found:
        print(f"{asked.file}: read alike by h5py and xarray")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
