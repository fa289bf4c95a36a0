# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Where the rules packages are and which modules they have."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    ROOT / "hr_asn_kinerja" / "kinerja_rules",
    ROOT / "hr_asn_kinerja_portal" / "citizen_rules",
)
ADDONS = tuple(package.parent for package in PACKAGES)
FILES = tuple(sorted(file for package in PACKAGES for file in package.glob("*.py")))


def module_name(file: Path) -> str:
    """Return the name under which the rules import it: `kinerja_rules.nip`."""
    package = file.parent.name
    return package if file.stem == "__init__" else f"{package}.{file.stem}"
