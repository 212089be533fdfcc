//! A vault in one SQLite file.
//!
//! Rollback journal and `synchronous = EXTRA`: when a commit returns, the bytes and the directory entry are on the disk
//! (V15), and between commits the one file is the whole vault, so a plain copy of it is complete. Why not a write-ahead log:
//! `docs/vault-format.md` section 8.
//!
//! It must never hold a statement open between calls, and never write to a file that is not a vault.

use std::fmt;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use ebb_seal::header::MAGIC;
use ebb_seal::{DeviceId, hash_record};
use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, Row, Transaction, TransactionBehavior, params};

use crate::backend::{Backend, Change, Commit, Condition, Scan, StoredHead, StoredRow};
use crate::error::BackendError;

/// `EbbV`, at byte 68 of the file: what `file` and SQLite itself call the application id.
const APPLICATION_ID: i64 = 0x4562_6256;

/// One file per layout; the file's `user_version` is how many were applied.
const MIGRATIONS: [&str; 1] = [include_str!("sql/001_first.sql")];

/// How many bytes at the start of a file are searched for the header of a vault.
const SEARCHED_FOR_HEADER: u64 = 1 << 16;

/// How a file is opened.
#[derive(Debug, Clone, Copy)]
pub struct SqliteOptions {
    /// How long to wait while another process writes.
    pub busy_timeout: Duration,
    /// Another file layer registered with SQLite. For tests that cut the power; then nothing is asked of the operating
    /// system directly.
    pub vfs: Option<&'static str>,
}

impl SqliteOptions {
    /// What a program uses.
    pub const STANDARD: SqliteOptions = SqliteOptions {
        busy_timeout: Duration::from_secs(5),
        vfs: None,
    };
}

/// A vault in one SQLite file.
pub struct SqliteBackend {
    connection: Connection,
}

impl fmt::Debug for SqliteBackend {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SqliteBackend")
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Create,
    Write,
    Read,
}

impl SqliteBackend {
    /// Opens the file for a new vault and makes it if it is missing, readable by its owner only. An unfinished attempt is
    /// continued; a file that is something else is refused and left alone.
    ///
    /// # Errors
    /// [`BackendError`].
    pub fn create(path: &Path, options: SqliteOptions) -> Result<Self, BackendError> {
        if options.vfs.is_none() {
            make_private_file(path)?;
        }
        Self::connect(path, options, Access::Create)
    }

    /// Opens an existing file. Where writing is not allowed, reading works and writing says [`BackendError::ReadOnly`].
    ///
    /// # Errors
    /// [`BackendError::NotAVault`] if the file is missing or something else, [`BackendError::Newer`],
    /// [`BackendError::Damaged`].
    pub fn open(path: &Path, options: SqliteOptions) -> Result<Self, BackendError> {
        Self::connect(path, options, Access::Write)
    }

    /// Opens an existing file without ever writing to it.
    ///
    /// # Errors
    /// As [`SqliteBackend::open`].
    pub fn open_read_only(path: &Path, options: SqliteOptions) -> Result<Self, BackendError> {
        Self::connect(path, options, Access::Read)
    }

    fn connect(path: &Path, options: SqliteOptions, access: Access) -> Result<Self, BackendError> {
        if options.vfs.is_none() && !path.is_file() {
            return Err(BackendError::NotAVault);
        }
        let outcome = Self::connect_unchecked_kind(path, options, access);
        // SQLite cannot tell a foreign file from a vault whose first page is damaged; the header of a vault can.
        match outcome {
            Err(BackendError::NotAVault) if options.vfs.is_none() && has_vault_header(path) => {
                Err(BackendError::Damaged)
            }
            outcome => outcome,
        }
    }

    fn connect_unchecked_kind(path: &Path, options: SqliteOptions, access: Access) -> Result<Self, BackendError> {
        let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX
            | match access {
                Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
                Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
                Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
            };
        let connection = match options.vfs {
            Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs),
            None => Connection::open_with_flags(path, flags),
        }
        .map_err(from_sqlite)?;
        let backend = Self { connection };
        backend.configure(options).map_err(from_sqlite)?;
        backend.bring_up_to_date(access)?;
        Ok(backend)
    }

    fn configure(&self, options: SqliteOptions) -> rusqlite::Result<()> {
        let connection = &self.connection;
        connection.busy_timeout(options.busy_timeout)?;
        // A tampered file must not be able to run code of its own.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        connection.pragma_update(None, "cell_size_check", true)?;
        connection.pragma_update(None, "synchronous", "EXTRA")?;
        connection.pragma_update(None, "fullfsync", true)
    }

    /// Refuses foreign and newer files, then applies the layouts that are missing, all in one transaction.
    fn bring_up_to_date(&self, access: Access) -> Result<(), BackendError> {
        let n_known = MIGRATIONS.len();
        if self.layout(access)? == n_known {
            return Ok(());
        }
        if access == Access::Read {
            return Err(BackendError::ReadOnly);
        }
        let transaction = self.begin().map_err(from_sqlite)?;
        // Read again inside the transaction: another process may have been faster.
        let n_applied = self.layout(access)?;
        for layout in MIGRATIONS.iter().skip(n_applied) {
            transaction.execute_batch(layout).map_err(from_sqlite)?;
        }
        transaction
            .pragma_update(None, "application_id", APPLICATION_ID)
            .map_err(from_sqlite)?;
        transaction
            .pragma_update(None, "user_version", i64::try_from(n_known).unwrap_or(0))
            .map_err(from_sqlite)?;
        transaction.commit().map_err(from_sqlite)
    }

    /// How many layouts the file has seen; 0 only for an empty file that may become a vault.
    fn layout(&self, access: Access) -> Result<usize, BackendError> {
        let number = |pragma: &str| {
            self.connection
                .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
                .map_err(from_sqlite)
        };
        let found = number("user_version")?;
        match (number("application_id")?, found) {
            (APPLICATION_ID, 1..) => {
                let supported = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
                match u32::try_from(found) {
                    Ok(found) if found > supported => Err(BackendError::Newer { found, supported }),
                    _ => usize::try_from(found).map_err(|_| BackendError::Damaged),
                }
            }
            (APPLICATION_ID, _) => Err(BackendError::Damaged),
            (0, 0) if access == Access::Create && number("schema_version")? == 0 => Ok(0),
            _ => Err(BackendError::NotAVault),
        }
    }

    fn begin(&self) -> rusqlite::Result<Transaction<'_>> {
        Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)
    }

    fn meta(&self, name: &str) -> rusqlite::Result<Option<Vec<u8>>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT bytes FROM meta WHERE name = ?1")?;
        statement.query_row([name], |row| row.get(0)).optional()
    }

    fn last(&self, device: DeviceId) -> rusqlite::Result<Option<StoredHead>> {
        let sql = "SELECT seq, bytes FROM record WHERE device = ?1 ORDER BY seq DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get(1)?));
        let found: Option<(i64, Vec<u8>)> = statement.query_row([device.0.as_slice()], read).optional()?;
        Ok(found.map(|(seq, bytes)| StoredHead {
            seq: u64::try_from(seq).unwrap_or(0),
            bytes,
        }))
    }

    fn holds(&self, condition: &Condition<'_>) -> rusqlite::Result<bool> {
        Ok(match *condition {
            Condition::HeaderIs(expected) => self.meta("header")?.as_deref() == expected,
            Condition::HeadIs { device, head } => {
                self.last(device)?.map(|last| (last.seq, hash_record(&last.bytes))) == head
            }
            Condition::RecordIs { device, seq, bytes } => {
                let sql = "SELECT bytes FROM record WHERE device = ?1 AND seq = ?2";
                let key = params![device.0.as_slice(), signed(seq)];
                let stored: Option<Vec<u8>> = self.connection.query_row(sql, key, |row| row.get(0)).optional()?;
                stored.as_deref() == Some(bytes)
            }
            Condition::NoRecords => !self
                .connection
                .query_row("SELECT EXISTS (SELECT 1 FROM record)", [], |row| row.get(0))?,
        })
    }

    fn apply(&self, change: &Change<'_>) -> rusqlite::Result<usize> {
        let connection = &self.connection;
        let put_meta = "INSERT INTO meta (name, bytes) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET bytes = ?2";
        match *change {
            Change::Header(bytes) => connection.prepare_cached(put_meta)?.execute(params!["header", bytes]),
            Change::Device(device) => connection
                .prepare_cached(put_meta)?
                .execute(params!["device", device.0.as_slice()]),
            Change::Record { device, seq, bytes } => {
                let sql = "INSERT INTO record (device, seq, bytes) VALUES (?1, ?2, ?3)";
                connection
                    .prepare_cached(sql)?
                    .execute(params![device.0.as_slice(), signed(seq), bytes])
            }
            Change::Heal { device, seq, bytes } => {
                let sql = "UPDATE record SET bytes = ?3 WHERE device = ?1 AND seq = ?2";
                connection
                    .prepare_cached(sql)?
                    .execute(params![device.0.as_slice(), signed(seq), bytes])
            }
            Change::CachePut { name, bytes } => {
                let sql = "INSERT INTO cache (name, bytes) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET bytes = ?2";
                connection.prepare_cached(sql)?.execute(params![name.as_slice(), bytes])
            }
            Change::CacheClear => connection.execute("DELETE FROM cache", []),
        }
    }

    fn commit_now(
        &self,
        conditions: &[Condition<'_>],
        changes: &[Change<'_>],
        progress: &mut dyn FnMut(usize),
    ) -> rusqlite::Result<Commit> {
        let transaction = self.begin()?;
        for condition in conditions {
            if !self.holds(condition)? {
                return Ok(Commit::Refused);
            }
        }
        for (done, change) in (1..).zip(changes) {
            let n_rows = self.apply(change)?;
            if n_rows == 0 && matches!(change, Change::Heal { .. }) {
                return Ok(Commit::Refused);
            }
            if done % 1024 == 0 {
                progress(done);
            }
        }
        transaction.commit()?;
        progress(changes.len());
        Ok(Commit::Done)
    }

    /// Visits rows in one direction until the end, or until the storage cannot be read further. Returns the last id.
    fn walk(
        &self,
        sql: &str,
        until: Option<i64>,
        visit: &mut dyn FnMut(StoredRow<'_>),
        last: &mut Option<i64>,
    ) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            if until == Some(id) {
                return Ok(());
            }
            *last = Some(id);
            visit(StoredRow {
                device: blob(row, 1)?,
                seq: whole(row, 2)?,
                bytes: blob(row, 3)?,
            });
        }
        Ok(())
    }
}

impl Backend for SqliteBackend {
    async fn header(&self) -> Result<Option<Vec<u8>>, BackendError> {
        self.meta("header").map_err(from_sqlite)
    }

    async fn device(&self) -> Result<Option<DeviceId>, BackendError> {
        let bytes = self.meta("device").map_err(from_sqlite)?;
        // A damaged entry is as good as none: a new series is started.
        Ok(bytes.and_then(|bytes| bytes.try_into().ok()).map(DeviceId))
    }

    async fn head(&self, device: DeviceId) -> Result<Option<StoredHead>, BackendError> {
        self.last(device).map_err(from_sqlite)
    }

    async fn scan(&self, visit: &mut dyn FnMut(StoredRow<'_>)) -> Result<Scan, BackendError> {
        let mut last = None;
        let forward = "SELECT id, device, seq, bytes FROM record ORDER BY id";
        match self.walk(forward, None, visit, &mut last).map_err(from_sqlite) {
            Ok(()) => return Ok(Scan::Complete),
            Err(BackendError::Damaged) => {}
            Err(problem) => return Err(problem),
        }
        // Whatever lies behind the damage is reached from the other end.
        let backward = "SELECT id, device, seq, bytes FROM record ORDER BY id DESC";
        match self.walk(backward, last, visit, &mut None).map_err(from_sqlite) {
            Ok(()) | Err(BackendError::Damaged) => Ok(Scan::Partial),
            Err(problem) => Err(problem),
        }
    }

    async fn cache(&self, name: &[u8; 32]) -> Result<Option<Vec<u8>>, BackendError> {
        let sql = "SELECT bytes FROM cache WHERE name = ?1";
        self.connection
            .query_row(sql, [name.as_slice()], |row| row.get(0))
            .optional()
            .map_err(from_sqlite)
    }

    async fn commit(
        &self,
        conditions: &[Condition<'_>],
        changes: &[Change<'_>],
        progress: &mut dyn FnMut(usize),
    ) -> Result<Commit, BackendError> {
        match self.commit_now(conditions, changes, progress) {
            Err(problem) if problem.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => Ok(Commit::Refused),
            // The journal could not be made: the folder is not ours to write.
            Err(problem) if problem.sqlite_error_code() == Some(ErrorCode::CannotOpen) => Err(BackendError::ReadOnly),
            outcome => outcome.map_err(from_sqlite),
        }
    }
}

fn from_sqlite(problem: rusqlite::Error) -> BackendError {
    match problem.sqlite_error_code() {
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => BackendError::ReadOnly,
        Some(ErrorCode::DiskFull) => BackendError::Full,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => BackendError::Busy,
        Some(ErrorCode::DatabaseCorrupt) => BackendError::Damaged,
        Some(ErrorCode::NotADatabase) => BackendError::NotAVault,
        // The statements are fixed: a table or a type that does not fit means a damaged file.
        Some(ErrorCode::Unknown | ErrorCode::TypeMismatch) => BackendError::Damaged,
        None => BackendError::Damaged,
        _ => BackendError::Io(Box::new(problem)),
    }
}

fn blob<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<&'a [u8]> {
    Ok(match row.get_ref(column)? {
        ValueRef::Blob(bytes) | ValueRef::Text(bytes) => bytes,
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => &[],
    })
}

fn whole(row: &Row<'_>, column: usize) -> rusqlite::Result<i64> {
    Ok(row.get_ref(column)?.as_i64().unwrap_or(0))
}

/// Places are below 2^62 by construction ([`crate::vault`]); anything else matches no row.
fn signed(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(-1)
}

/// Makes the file, readable by its owner only, and puts its name on the disk. An existing file is left alone.
fn make_private_file(path: &Path) -> Result<(), BackendError> {
    let mut how = File::options();
    how.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    match how.open(path) {
        Ok(file) => file.sync_all().and_then(|()| sync_folder(path)).map_err(from_io),
        Err(problem) if problem.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(problem) => Err(from_io(problem)),
    }
}

fn sync_folder(path: &Path) -> std::io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        _ => File::open(".")?.sync_all(),
    }
}

fn from_io(problem: std::io::Error) -> BackendError {
    match problem.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => BackendError::Full,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => BackendError::ReadOnly,
        _ => BackendError::Io(Box::new(problem)),
    }
}

/// Whether the beginning of a file holds the header of a vault.
fn has_vault_header(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(SEARCHED_FOR_HEADER).read_to_end(&mut start));
    read.is_ok() && start.windows(MAGIC.len()).any(|window| window == MAGIC)
}
