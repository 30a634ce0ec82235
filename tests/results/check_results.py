"""Reads a results file as a researcher would: check_results.py h5py|xarray|failed|members FILE.h5; add_moved makes it
an older one."""

import sys


def check_h5py(path):
    import h5py

    with h5py.File(path, "r") as file:
        assert int(file.attrs["format_version"]) == 1
        assert int(file.attrs["seed"]) == 18446744073709551615
        assert text(file.attrs["authority"]) == "typical"
        assert text(file.attrs["question"]).endswith("// as given\n")
        assert all(isinstance(entry, h5py.Dataset) for entry in file.values()), "one flat root group"
        unmet = file["unmet_per_100"]
        assert [axis[0].name for axis in unmet.dims] == ["/point", "/replication", "/month"]
        assert text(unmet.attrs["units"]) == "hours per 100 planned"
        for name in ("long_name", "cell_methods", "definition"):
            assert text(unmet.attrs[name]), name
        assert text(unmet.attrs["cell_methods"]) == "month: mean"
        assert text(file["wait_days_p90"].attrs["cell_methods"]) == "replication: point (over the whole run)"
        assert (text(file["wait_days_histogram"].attrs["cell_methods"])
                == "bin_wait_days: sum (over the whole run)")
        names = []
        file.id.links.iterate(names.append, idx_type=h5py.h5.INDEX_CRT_ORDER)
        assert names[:3] == [b"point", b"replication", b"month"], "variables keep their order"
        assert unmet.compression == "gzip" and unmet.shuffle


def text(value):
    return value.decode() if isinstance(value, bytes) else value


def check_xarray(path):
    import numpy
    import xarray

    with xarray.open_dataset(path) as study:
        assert dict(study.sizes)["point"] == 3 and dict(study.sizes)["team"] == 2
        assert list(study.point_name.values)[1] == "Alternative 1, \u201cl\u00edmit\u201d"
        assert "point_name" in study.coords
        assert study.month.values[0] == numpy.datetime64("2025-04-01")
        assert study.month.values[1] == numpy.datetime64("2025-05-01")
        assert study.unmet_hours.dims == ("point", "replication", "month")
        assert study.wait_days_p90.dims == ("point", "replication")
        assert study.wait_days_histogram.dims == ("point", "replication", "bin_wait_days")
        assert study.bin_share_of_plan_unmet.values[-1] == 98
        assert study.team_unmet_hours.dims == ("point", "replication", "team", "month")
        for name, variable in study.data_vars.items():
            assert variable.dtype == numpy.float64, f"{name} was decoded as {variable.dtype}"
        assert float(study.unmet_hours.sel(month="2025-06-01").mean()) > 0


def check_failed(path):
    import numpy
    import xarray

    with xarray.open_dataset(path) as study:
        assert list(study.failures.values) == ["a diary held a task of no family"]
        assert [int(study[f"failure_{what}"][0]) for what in ("point", "replication", "seed")] == [1, 3, 42]
        assert bool(numpy.isnan(study.unmet_hours[1, 3]).all())
        assert not bool(numpy.isnan(study.unmet_hours[1, 2]).any())


def check_members(path):
    import xarray

    with xarray.open_dataset(path) as study:
        assert study.setting_value.dims == ("replication", "setting")
        assert list(study.setting_key.values) == ["work_scale", "weeks_to_hire"]
        assert "setting_key" in study.coords
        assert list(study.member.values) == [0, 1, 0, 1, 0]
        assert float(study.setting_value[1, 1]) == 17 and float(study.setting_value[2, 0]) == 0.1 + 0.2
        assert study.setting_value.attrs["definition"] and study.member.attrs["definition"]


def add_moved(path):
    """What files held until the futures themselves told what an answer rests on."""
    import h5py
    import numpy

    with h5py.File(path, "r+") as file:
        file["moved"], file["moved_future"] = numpy.arange(2.0), numpy.arange(3.0)
        file["moved_key"] = ["work_scale", "work_scale"]
        for name in ("moved_used", "moved_value", "moved_lived"):
            file[name] = numpy.ones(2)
        file["moved_unmet_per_100"] = numpy.ones((2, 3, 3))


if __name__ == "__main__":
    checks = {"h5py": check_h5py, "xarray": check_xarray, "failed": check_failed, "members": check_members,
              "add_moved": add_moved}
    checks[sys.argv[1]](sys.argv[2])
