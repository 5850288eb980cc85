"""An archive to a record and its tables, on a cluster.

    spark-submit --master spark://HOST:7077 python/jobs/archive.py --out /shared/out --paths paths.txt

``paths.txt`` has a path a line, of files in any format that the reader knows, web archives first of all. A path and
``out`` must mean the same to every worker. What was read by an earlier run is not read again.
"""

import argparse
import pathlib
import time

from pyspark.sql import SparkSession

import rapporteur
from rapporteur import archive, spark


def main():
    args = asked()
    paths = [line for line in args.paths.read_text().splitlines() if line]
    with stage("start"):
        session = SparkSession.builder.appName("rapporteur").getOrCreate()
    with stage("gather"):
        lines = spark.gather(session, paths, args.out)
    with stage("compare"):
        compared = spark.compare(session, args.out)
    with stage("keep"):
        archive.keep(args.out, args.out / "record.db")
    with stage("settle"):
        record = rapporteur.open(args.out / "record.db", compared=compared)
    with stage("tables"):
        spark.write_tables(record, args.out / "tables")
    print(f"{sum(line['rows'] for line in lines)} readings of {len(paths)} paths, {len(compared)} pairs compared")
    session.stop()


def asked():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paths", type=pathlib.Path, required=True, help="a file with a path a line")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="a folder that all workers see")
    return parser.parse_args()


class stage:
    """Says how long a stage took."""

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.began = time.monotonic()

    def __exit__(self, *_):
        print(f"{self.name}: {time.monotonic() - self.began:.1f} s", flush=True)


if __name__ == "__main__":
    main()
