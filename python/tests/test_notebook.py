"""The tutorial runs, and its frames are those that the command exports."""

from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel")

TUTORIAL = Path(__file__).parents[1] / "tutorial.ipynb"

FRAMES = """
import pyarrow.parquet
for name in record.tables:
    pyarrow.parquet.write_table(pyarrow.table(record[name]), {folder!r} + f"/{{name}}.parquet")
"""


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """The notebook with its outputs, and the folder with its frames."""
    frames = tmp_path_factory.mktemp("frames")
    notebook = nbformat.read(TUTORIAL, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(FRAMES.format(folder=str(frames))))
    client = nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": TUTORIAL.parent}})
    client.execute()
    return notebook, frames


def test_every_cell_shows_something(executed):
    notebook, _ = executed
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"][:-1]
    assert len(cells) >= 14
    for cell in cells:
        assert any(output.output_type == "execute_result" for output in cell.outputs), cell.source
    assert "<mark>" in str([cell.outputs for cell in cells])


def test_its_frames_are_those_of_the_command(executed, run, tmp_path):
    _, frames = executed
    pages = "../examples/moscow-talks/pages"
    run("read", pages, "--record", tmp_path / "talks.db", "--json", at=TUTORIAL.parent)
    run("export", "--record", tmp_path / "talks.db", "--format", "parquet", "-o", tmp_path / "theirs")
    names = sorted(path.name for path in frames.iterdir())
    assert names == sorted(path.name for path in (tmp_path / "theirs").iterdir())
    for name in names:
        ours = pyarrow.parquet.read_table(frames / name)
        assert ours.equals(pyarrow.parquet.read_table(tmp_path / "theirs" / name)), name
