"""Pages to rows and rows to a record, for engines that spread the reading over many machines.

``gather_files`` runs where the files are and keeps nothing; ``keep`` runs where the record is. A record
made so is the one that ``rapporteur.read`` makes of the same files, in whatever order rows arrive and
however often::

    def gather(paths):                       # pyspark: frame.mapInArrow(gather, schema)
        import pyarrow
        from rapporteur import batches
        for batch in paths:
            for path in batch.column("path").to_pylist():
                for rows in batches.gather_files(path):
                    yield pyarrow.record_batch(rows)

A row is one article with what it says, or one odd thing of a source that gave no article:

=============== ================= ==========================================================
article         string            the article's id, SHA-256; null where there is no article
article_json    string            the article as the record keeps it, without its text
text            string            its text
claims_json     list of string    each claim as the record keeps it
problems_json   list of string    each problem as the record keeps it
path            string            where it was read
content         string            of a source without article: names the bytes, SHA-256
status          string            ``read``; ``failed``: kept, but a stage failed on it;
                                  ``odd``: no article came of it
tools           string            the version that read it; ``keep`` takes only its own
=============== ================= ==========================================================
"""

from ._rapporteur import Batch, Batches, gather_files, keep, schema

__all__ = ["Batch", "Batches", "gather_files", "keep", "schema"]
