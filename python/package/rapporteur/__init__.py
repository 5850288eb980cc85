"""Keeps the auditable record of a negotiation from many outlets' pages.

>>> import rapporteur
>>> record = rapporteur.read("pages/", "talks.db")
>>> record["meetings"].to_pandas()
>>> record.explain("m-0123abcd")

Every table is Arrow: hand it to pandas, polars, duckdb or pyarrow as it is. What is read, kept and told
is what the ``rapporteur`` command reads, keeps and tells; the two share one core and one file.
"""

from . import batches, errors
from ._rapporteur import (
    Article,
    Articles,
    Dossier,
    Explanation,
    Reading,
    Record,
    Table,
    Verification,
    articles,
    code_sentences,
    open,
    read,
)
from .errors import (
    InternalError,
    MissingRecordError,
    NotFoundError,
    RapporteurError,
    RapporteurWarning,
    RecordError,
    UsageError,
)

__all__ = [
    "Article",
    "Articles",
    "Dossier",
    "Explanation",
    "InternalError",
    "MissingRecordError",
    "NotFoundError",
    "RapporteurError",
    "RapporteurWarning",
    "Reading",
    "Record",
    "RecordError",
    "Table",
    "UsageError",
    "Verification",
    "articles",
    "batches",
    "code_sentences",
    "errors",
    "open",
    "read",
]
