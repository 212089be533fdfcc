-- The first layout. Every blob is sealed or a header (docs/vault-format.md sections 4 to 7).
-- The names and types below hold for every later layout, so that an older backup tool can still copy the rows.

-- 'header': the vault header. 'device': the series this copy writes.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- id is the order of arrival here; (device, seq) is the place of the record in every copy.
CREATE TABLE record (
    id     INTEGER PRIMARY KEY,
    device BLOB    NOT NULL,
    seq    INTEGER NOT NULL,
    bytes  BLOB    NOT NULL,
    UNIQUE (device, seq)
) STRICT;

-- Can be emptied at any time.
CREATE TABLE cache (
    name  BLOB PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
