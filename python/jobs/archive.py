"""An archive to a record and its tables, on a cluster or with this machine's threads.

    spark-submit --master spark://HOST:7077 python/jobs/archive.py --out /shared/out --paths paths.txt
    python python/jobs/archive.py --threads 8 --out out --paths paths.txt

``paths.txt`` has a path a line, of files in any format that the reader knows, web archives first of all. A path and
``out`` must mean the same to every worker. What was read by an earlier run is not read again. At the end stands the
SHA-256 of the record as JSON, which is the same for the same files however they were read.
"""

import argparse
import contextlib
import hashlib
import pathlib
import time

import rapporteur
from rapporteur import archive

#: How often Spark takes up a task. Each document that ends its worker costs two tries before it is left out.
TRIES = "16"


def main():
    args = asked()
    paths = [line for line in args.paths.read_text().splitlines() if line]
    read = by_threads if args.threads else by_cluster
    compared = read(paths, args)
    with stage("keep"):
        archive.keep(args.out, args.out / "record.db")
    with stage("settle"):
        record = rapporteur.open(args.out / "record.db", compared=compared)
    with stage("tables"):
        archive.write_tables(record, args.out / "tables")
    print(f"record: sha256 {hashlib.sha256(record.export('json')).hexdigest()}")


def by_threads(paths, args):
    """Reads here; what is alike is found when the record is settled."""
    with stage("gather"):
        tell(archive.gather(paths, args.out, jobs=args.threads, language_packs=args.language_pack))


def by_cluster(paths, args):
    """Reads on the cluster, which is then let go; compares there, too, if that is asked for."""
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

    from rapporteur import spark

    with stage("start"):
        tries = SparkConf().get("spark.task.maxFailures", TRIES)
        session = SparkSession.builder.appName("rapporteur").config("spark.task.maxFailures", tries).getOrCreate()
        spark.wake(session)
    with stage("gather"):
        tell(spark.gather(session, paths, args.out, language_packs=args.language_pack))
    comparison = None
    if args.compare_on_cluster:
        with stage("compare"):
            comparison = spark.compare(session, args.out)
        print(f"{comparison.articles} articles, {len(comparison.pairs)} pairs compared")
    session.stop()
    return comparison


def tell(lines):
    print(f"{sum(line['rows'] for line in lines)} rows of {len(lines)} paths")


def absolute(path):
    """Workers have working directories of their own."""
    return pathlib.Path(path).absolute()


def asked():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paths", type=pathlib.Path, required=True, help="a file with a path a line")
    parser.add_argument("--out", type=absolute, required=True, help="a folder that all workers see")
    parser.add_argument("--threads", type=int, help="without Spark: so many threads of this machine")
    parser.add_argument("--compare-on-cluster", action="store_true", help="find there who copied whom; else it is found when the record is settled")
    parser.add_argument("--language-pack", action="append", help="a folder for a language beside English; may be repeated")
    return parser.parse_args()


@contextlib.contextmanager
def stage(name):
    """Says how long a stage took."""
    began = time.monotonic()
    yield
    print(f"{name}: {time.monotonic() - began:.1f} s", flush=True)


if __name__ == "__main__":
    main()
