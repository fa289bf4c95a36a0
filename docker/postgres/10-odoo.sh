#!/bin/sh
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
# Give Odoo an account of its own: it may make databases and is no superuser.
set -eu
for word in "$POSTGRES_PASSWORD" "$KINERJA_DB_PASSWORD"; do
    if [ "${#word}" -lt 12 ]; then
        # Without this the half-made data would be taken for complete at the next start.
        rm -rf "${PGDATA:?}"/*
        echo "The passwords of the database need at least 12 characters: see the file .env." >&2
        exit 1
    fi
done
# The list of processes shows the words of a command to everybody: none is a password.
psql -v ON_ERROR_STOP=1 -U postgres -d postgres <<'SQL'
\getenv password KINERJA_DB_PASSWORD
CREATE ROLE odoo LOGIN CREATEDB PASSWORD :'password';
SQL
