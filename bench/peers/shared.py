"""
Accounts linked where they share a value, with how many, and who is connected: by DuckDB and NetworkX, as one would write it
in a notebook. Asked with the folder of the files and the most holders of a value; prints JSON. Imports are not timed.
"""

import json
import os
import sys
import time
from pathlib import Path

import duckdb
import networkx

PAIRS = """
SELECT one.account, other.account, count(*)
FROM held AS one JOIN held AS other
  ON one.kind = other.kind AND one.value = other.value AND one.account < other.account
GROUP BY ALL
"""

held = Path(__file__).with_name("held.sql").read_text("utf-8")
os.chdir(sys.argv[1])

begun, used = time.perf_counter(), time.process_time()
database = duckdb.connect()
database.execute(held, {"most": int(sys.argv[2])})
links = database.execute(PAIRS).fetchall()
graph = networkx.Graph()
graph.add_weighted_edges_from(links)
components = list(networkx.connected_components(graph))
seconds, processor = time.perf_counter() - begun, time.process_time() - used

json.dump(
    {
        "seconds": seconds,
        "processor": processor,
        "links": [f"{one}\n{other}\n{count}" for one, other, count in links],
        "components": [list(component) for component in components],
    },
    sys.stdout,
)
