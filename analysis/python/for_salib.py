"""One policy of a study as SALib has its problems, samples and outputs.

    study = xarray.open_dataset("study.h5")
    problem, samples, outputs = problem_and_outputs(study, "unmet_per_100", policy=0)
    SALib.analyze.sobol.analyze(problem, outputs, calc_second_order=bool(study.attrs["design_second_order"]))
    SALib.analyze.morris.analyze(problem, samples, outputs)

The rows of a Saltelli design and of Morris' trajectories stand in SALib's own order.
"""
import numpy


def problem_and_outputs(study, measure, policy=0):
    """The problem (num_vars, names, bounds), the samples (worlds by factors) and the outputs (by world: the mean over
    futures, in the measure's unit). A word stands as its place among the words of its factor. A world in which every
    future failed is NaN, for which SALib has no rule: leave its whole block out."""
    names = study.attrs["design_moves"].split(",")
    worlds = study.isel(point=(study.policy == policy).values)
    factors = [worlds["factor_" + name] for name in names]
    problem = {"num_vars": len(names), "names": names,
               "bounds": [[factor.attrs["lowest"], factor.attrs["highest"]] for factor in factors]}
    samples = numpy.column_stack([as_numbers(factor) for factor in factors])
    return problem, samples, worlds[measure].mean("replication").values


def as_numbers(factor):
    words = factor.attrs.get("words", "").split(",")
    return [words.index(value) for value in factor.values] if factor.dtype == object else factor.values
