"""
What programs that are not ours read of an unpacked bundle: prints it as JSON. With --exchange, of each folder given, what
they read of the forms in which a graph is handed on.
"""

import collections
import json
import sys
from pathlib import Path

import bagit
import networkx
import stix2
from followthemoney import model
from followthemoney.exc import InvalidData


def counted(graph):
    names = {ref: attributes.get("label") for ref, attributes in graph.nodes(data=True)}
    return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges(), "names": names}


def read_stix(data):
    bundle = stix2.parse((data / "stix.json").read_text("utf-8"), allow_custom=False)
    types = collections.Counter(item.type for item in bundle.objects)
    known = {item.id for item in bundle.objects}
    refs = [
        ref
        for item in bundle.objects
        for name in ("source_ref", "target_ref", "created_by_ref", "object_refs")
        for ref in ([item[name]] if isinstance(item.get(name), str) else item.get(name) or [])
    ]
    return {
        "types": dict(types),
        "twice": len(bundle.objects) - len(known),
        "dangling": [ref for ref in refs if ref not in known],
    }


def read_follow_the_money(data):
    schemata = collections.Counter()
    lost, incomplete, invalid = [], [], []
    for line in (data / "followthemoney.json").read_text("utf-8").splitlines():
        said = json.loads(line)
        entity = model.get_proxy(said, cleaned=False)
        schemata[entity.schema.name] += 1
        for name, values in said["properties"].items():
            kept = entity.get(name)
            if len(kept) < len(values):
                lost.append([name, values, kept])
        # Its own validation, which says nothing of properties that the schema does not have.
        try:
            entity.schema.validate(said)
        except InvalidData as error:
            invalid.append([entity.id, said["properties"], error.errors])
        invalid += [[entity.id, name] for name in said["properties"] if name not in entity.schema.properties]
        incomplete += [[entity.id, name] for name in entity.schema.required if not entity.get(name)]
    return {"schemata": dict(schemata), "lost": lost, "incomplete": incomplete, "invalid": invalid}


def read_exchange(data):
    return {"stix": read_stix(data), "followthemoney": read_follow_the_money(data)}


def read_bundle(folder):
    data = folder / "data"
    bag = bagit.Bag(str(folder))
    bag.validate()
    return {
        "bagit": bag.is_valid(),
        "graphml": counted(networkx.read_graphml(data / "graph.graphml", force_multigraph=True)),
        "gexf": counted(networkx.read_gexf(data / "graph.gexf")),
        **read_exchange(data),
    }


asked = sys.argv[1:]
if asked[0] == "--exchange":
    print(json.dumps([read_exchange(Path(data)) for data in asked[1:]]))
else:
    print(json.dumps(read_bundle(Path(asked[0]))))
