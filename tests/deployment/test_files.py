# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What can be said of the files of production without starting them."""

import re

from .stack import ROOT

COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "docker/Dockerfile").read_text(encoding="utf-8")
EXAMPLE = (ROOT / "docker/env.example").read_text(encoding="utf-8")


def test_the_image_has_every_add_on():
    for manifest in ROOT.glob("hr_asn_kinerja*/__manifest__.py"):
        name = manifest.parent.name
        assert f"COPY {name} /opt/kinerja/{name}\n" in DOCKERFILE


def test_the_example_names_every_setting():
    named = set(re.findall(r"^#?(KINERJA_\w+)=", EXAMPLE, re.M))
    assert named == set(re.findall(r"\$\{(KINERJA_\w+)", COMPOSE))


def test_secrets_have_no_default():
    required = re.findall(r"\$\{(KINERJA_\w+):\?", COMPOSE)
    assert {name for name in required if name.endswith("PASSWORD")} == {
        "KINERJA_DB_OWNER_PASSWORD",
        "KINERJA_DB_PASSWORD",
        "KINERJA_ADMIN_PASSWORD",
    }
    for name in required:
        assert f"\n{name}=\n" in EXAMPLE
    assert not re.search(r"PASSWORD:?-", COMPOSE)


def test_no_password_is_a_word_of_a_command():
    script = (ROOT / "docker/postgres/10-odoo.sh").read_text(encoding="utf-8")
    commands = [line for line in script.splitlines() if line.startswith("psql ")]
    assert commands
    assert not [line for line in commands if "PASSWORD" in line]
    assert "\n\\getenv password KINERJA_DB_PASSWORD\n" in script


def test_no_request_writes_to_the_error_log():
    parts = {
        path.name: path.read_text(encoding="utf-8")
        for path in (ROOT / "docker/nginx").glob("*.conf")
    }
    main, _http, inside = parts.pop("nginx.conf").partition("\nhttp {\n")
    assert "\nerror_log /dev/stderr error;\n" in main
    levels = re.findall(r"\berror_log (.+);", "\n".join([inside, *parts.values()]))
    assert levels == ["/dev/stderr emerg"]
