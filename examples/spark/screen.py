"""Screens the parties of a large file with Apache Spark: every partition goes through a `namesieve screen --stream` of its own.

    spark-submit screen.py PARTIES.jsonl OUTCOMES --namesieve /opt/namesieve --pack sdn.pack --pack un.pack

PARTIES.jsonl has one JSON object a line, such as {"reference": "7", "name": "Jane Roe", "birth": "1970"}. OUTCOMES is a folder that
Spark makes, with one JSON object for each party, in the order of the file. Program and packs have to be at these paths on every
machine of the cluster; no name leaves it.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def main():
    arguments = argparse.ArgumentParser(description="Screens the parties of a JSON lines file with Apache Spark.")
    arguments.add_argument("parties")
    arguments.add_argument("outcomes")
    arguments.add_argument("--namesieve", default="namesieve", help="the program, by its path on every machine")
    arguments.add_argument("--pack", action="append", default=[], help="a pack, by its path on every machine")
    arguments.add_argument("--partitions", type=int, default=None, help="into how many parts the file is cut at least")
    given = arguments.parse_args()

    command = [given.namesieve, "screen", "--stream"]
    for pack in given.pack:
        command += ["--pack", pack]

    spark = SparkSession.builder.appName("namesieve").getOrCreate()
    parties = spark.sparkContext.textFile(given.parties, given.partitions)
    # checkCode: a process that fails fails the job; its rows are never taken for rows without potential matches.
    outcomes = parties.pipe(shlex.join(command), checkCode=True)
    outcomes.saveAsTextFile(given.outcomes)
    spark.stop()


if __name__ == "__main__":
    main()
