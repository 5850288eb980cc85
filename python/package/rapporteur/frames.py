"""Tables as frames, for those who would rather not name the types themselves."""


def to_pandas(table):
    """The table as a ``pandas.DataFrame``; ``Table.to_pandas`` says what its columns are."""
    try:
        import pandas
        import pyarrow
    except ImportError as error:
        raise ImportError(
            "to_pandas needs pandas and pyarrow: pip install 'rapporteur[pandas]'"
        ) from error
    kinds = {pyarrow.int64(): pandas.Int64Dtype(), pyarrow.bool_(): pandas.BooleanDtype()}
    return pyarrow.table(table).to_pandas(types_mapper=kinds.get, date_as_object=False)
