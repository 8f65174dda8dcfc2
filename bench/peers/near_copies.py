"""
Texts that are nearly the same, by datasketch, as its manual has it, with the same bands as Skein's: MinHash of runs of three
words, candidates by LSH, and the Jaccard index of each pair. Asked with a file of texts; prints JSON. Reading is not timed.
"""

import json
import re
import sys
import time
import zlib
from pathlib import Path

from datasketch import MinHash, MinHashLSH

BANDS, ROWS = 20, 3
LEAST_ALIKE = 0.3
WORD = re.compile(r"\w+")


def shingles(text):
    words = WORD.findall(text.lower())
    return {" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)}


texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))

begun, used = time.perf_counter(), time.process_time()
sets = [shingles(text) for text in texts]
# SHA-1, its default, takes longer.
signatures = MinHash.bulk(sets, num_perm=BANDS * ROWS, hashfunc=zlib.crc32)
index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
pairs = []
for at, signature in enumerate(signatures):
    own = sets[at]
    for before in index.query(signature):
        shared = len(own & sets[before])
        if shared / (len(own) + len(sets[before]) - shared) >= LEAST_ALIKE:
            pairs.append((before, at))
    index.insert(at, signature, check_duplication=False)
seconds, processor = time.perf_counter() - begun, time.process_time() - used

json.dump({"seconds": seconds, "processor": processor, "pairs": pairs}, sys.stdout)
