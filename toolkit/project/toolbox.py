"""With what pages are made: the versions of all that writes bytes of them, and of all that it needs."""

from __future__ import annotations

import ctypes
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from io import BytesIO

from fontTools.ttLib import TTFont

import toolkit
from toolkit.release.manifest import Font, Tools
from toolkit.release.sbom import Bill, Component, Sort, normal_name, python_purl
from toolkit.release.sums import sha256

#: The packages whose release may change a byte of an edition.
PACKAGES = (
    "babel",
    "fonttools",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "pillow",
    "pydyf",
    "pyphen",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
)
#: Those that may change a byte of a signature inside of a PDF, and the extra that brings them.
_SIGNING_PACKAGES = ("cryptography", "pyhanko")
_SIGNING = "sign"
#: Libraries of the system that set and embed letters, and the function that tells their version.
_LIBRARIES = {
    "harfbuzz": ("libharfbuzz.so.0", "hb_version_string"),
    "pango": ("libpango-1.0.so.0", "pango_version_string"),
}
#: The version of a library that does not tell.
_UNKNOWN = "unknown"
#: The number of the name in which a font tells its version (OpenType, name table).
_NAME_OF_VERSION = 5
#: What the toolkit is called as a package.
_PROGRAM = "matched-editions"
#: The most letters that the name of a licence has.
_LONGEST_NAME = 60
#: A line of the field Requires-Dist (PEP 508): a name, its extras, and somewhere the extra it is for.
_REQUIREMENT = re.compile(r"\s*(?P<name>[\w.-]+)\s*(?:\[(?P<extras>[^]]*)\])?")
_FOR_EXTRA = re.compile(r"""\bextra\s*==\s*["']([^"']+)["']""")


def tools(fonts: Mapping[str, bytes], *, signed: bool = False) -> Tools:
    """The tools of a release whose pages are set in some font files, by their names.

    ``signed`` are those that have signatures inside of PDFs.
    """
    packages = sorted((*PACKAGES, *(_SIGNING_PACKAGES if signed else ())))
    return Tools(
        toolkit=toolkit.__version__,
        python=f"{sys.version_info.major}.{sys.version_info.minor}",
        packages={name: version(name) for name in packages},
        libraries=_libraries(),
        fonts=tuple(_font(name, fonts[name]) for name in sorted(fonts)),
    )


def _font(name: str, data: bytes) -> Font:
    with TTFont(BytesIO(data), lazy=True) as font:
        said = font["name"].getDebugName(_NAME_OF_VERSION) or ""
    return Font(file=name, version=said, sha256=sha256(data))


def bill(fonts: Mapping[str, bytes], *, signed: bool = False) -> Bill:
    """All parts of the environment: packages and what they need, Python, libraries, font files.

    ``signed`` is that of a release with signatures inside of PDFs.
    """
    packages = _packages({_SIGNING} if signed else set())
    program = packages.pop(_PROGRAM)
    others = (
        Component(Sort.PLATFORM, platform.python_implementation(), platform.python_version()),
        *(
            Component(Sort.LIBRARY, name, known, f"pkg:generic/{name}@{known}" if known else "")
            for name, known in _known_libraries().items()
        ),
        *(Component(Sort.FILE, name, sha256=sha256(data)) for name, data in fonts.items()),
    )
    return Bill(program, (*packages.values(), *others))


def _packages(wanted_of_program: set[str]) -> dict[str, Component]:
    """The toolkit and the packages that it needs, and those that they need, by their names."""
    needed_by_program = _requirements_of_program(wanted_of_program)
    found: dict[str, Component] = {_PROGRAM: _program(needed_by_program)}
    extras: dict[str, set[str]] = {}
    waiting = [_requirement(line) for line in needed_by_program]
    while waiting:
        name, wanted = waiting.pop()
        if name in found and wanted <= extras.get(name, set()):
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # for another system or another Python: this one does without
        extras[name] = extras.get(name, set()) | wanted
        needed = [_requirement(line) for line in _requirements(package, extras[name])]
        found[name] = _component(package, [needed_name for needed_name, _ in needed])
        waiting.extend(needed)
    return found


def _program(requirements: list[str]) -> Component:
    needed = [_requirement(line)[0] for line in requirements]
    return Component(
        Sort.APPLICATION,
        _PROGRAM,
        toolkit.__version__,
        python_purl(_PROGRAM, toolkit.__version__),
        expression="MIT AND OFL-1.1",
        requires=_references(needed),
    )


def _requirements_of_program(extras: set[str]) -> list[str]:
    """What the toolkit says that it needs; where it runs without being installed, what writes bytes."""
    try:
        return list(_requirements(distribution(_PROGRAM), extras))
    except PackageNotFoundError:
        return [*PACKAGES, *(_SIGNING_PACKAGES if extras else ())]


def _requirements(package: Distribution, extras: set[str]) -> Iterator[str]:
    """The lines of what a package needs, with those of some extras."""
    for line in package.requires or ():
        wanted = _FOR_EXTRA.findall(line)
        if not wanted or extras.intersection(normal_name(extra) for extra in wanted):
            yield line


def _requirement(line: str) -> tuple[str, set[str]]:
    """The name in a requirement, and the extras that it asks for."""
    match = _REQUIREMENT.match(line)
    if match is None:
        return "", set()
    extras = (match["extras"] or "").split(",")
    return normal_name(match["name"]), {normal_name(one.strip()) for one in extras if one.strip()}


def _references(names: list[str]) -> tuple[str, ...]:
    """The references of those packages that are there."""
    found = []
    for name in names:
        try:
            found.append(python_purl(name, version(name)))
        except PackageNotFoundError:
            continue
    return tuple(found)


def _component(package: Distribution, needed: list[str]) -> Component:
    name = normal_name(package.name)
    return Component(
        Sort.LIBRARY,
        name,
        package.version,
        python_purl(name, package.version),
        expression=_said(package, "License-Expression"),
        licences=_licences(package),
        requires=_references(needed),
    )


def _said(package: Distribution, field: str) -> str:
    """A field of the metadata of a package; empty, if it has none."""
    return "".join((package.metadata.get_all(field) or [])[:1])


def _licences(package: Distribution) -> tuple[str, ...]:
    """The names of its licences, where they are told: some packages put the whole licence there."""
    classifiers = package.metadata.get_all("Classifier") or ()
    names = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License ::")]
    told = _said(package, "License")
    return tuple(names or ([told] if 0 < len(told) <= _LONGEST_NAME and "\n" not in told else []))


def _libraries() -> dict[str, str]:
    return {name: _version(*how) for name, how in _LIBRARIES.items()}


def _known_libraries() -> dict[str, str]:
    return {name: "" if told == _UNKNOWN else told for name, told in _libraries().items()}


def _version(library: str, function: str) -> str:
    try:
        ask = getattr(ctypes.CDLL(library), function)
    except (OSError, AttributeError):
        # Another system calls the library otherwise; the engine has found it by its own ways.
        return _UNKNOWN
    ask.restype = ctypes.c_char_p
    answer: bytes = ask()
    return answer.decode()
