"""A study as EMA Workbench has its own results, for its PRIM, CART, feature scoring and pictures.

    experiments, outcomes = experiments_and_outcomes(xarray.open_dataset("study.h5"), ["unmet_per_100"])
    prim.Prim(experiments, outcomes["unmet_per_100"] > 20)
    save_results((experiments, outcomes), "study.tar.gz")
"""


def experiments_and_outcomes(study, measures):
    """As `perform_experiments` returns them. A pandas table with a row for each point: uncertainties and levers under
    their keys, words as categories, then scenario, policy and model; a lever is NaN at a policy that was written out.
    And by measure an array over points: the mean over futures, in the measure's unit."""
    points = study[measures].mean("replication").to_dataframe()
    factors = [name for name in study.coords if name.startswith("factor_")]
    experiments = points[factors].rename(columns=lambda name: name.removeprefix("factor_"))
    experiments = experiments.assign(scenario=points.world, policy=points.policy_name, model="headroom")
    words = experiments.select_dtypes("object").columns
    return experiments.astype({name: "category" for name in words}), {name: points[name].to_numpy() for name in measures}
