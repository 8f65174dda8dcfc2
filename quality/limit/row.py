"""Columns of what accounts show by themselves."""

import numpy as np
import pandas as pd


class Row:
    """Collects one column after another; what is unknown stays unknown."""

    def __init__(self, n):
        self.n = n
        self.columns = {}

    def put(self, name, values):
        self.columns[name] = np.asarray(values, dtype=float)

    def per(self, name, series):
        """From a series by account number."""
        self.put(name, series.reindex(range(self.n)).to_numpy(dtype=float))

    def count(self, name, series):
        self.put(name, series.reindex(range(self.n)).fillna(0).to_numpy(dtype=float))

    def frame(self):
        return pd.DataFrame(self.columns)


def typical(keys, values):
    """The commonest value of each key, told from the data themselves."""
    table = pd.DataFrame({"k": keys, "v": values})
    table = table[(table.k != "") & (table.v != "") & table.v.notna()]
    return table.groupby("k").v.agg(lambda v: v.value_counts().index[0])
