//! Lets SQLite keep its files on a [`crate::disk::Disk`]. Locks are not simulated: one connection per disk.
#![expect(unsafe_code, reason = "SQLite's file layer is a C interface; this is test code only")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::{Arc, Mutex, Once};

use rusqlite::ffi;

use crate::disk::{Disk, Op, WriteFailure, disk_of, lock};

/// The name under which the file layer is registered.
pub(crate) const NAME: &str = "ebb-forgetful-disk";

const C_NAME: &CStr = c"ebb-forgetful-disk";

#[repr(C)]
struct OpenFile {
    base: ffi::sqlite3_file,
    handle: *mut Handle,
}

struct Handle {
    disk: Arc<Mutex<Disk>>,
    file: usize,
}

/// Registers the file layer once.
pub(crate) fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: all-zero is a valid value of both C structs; they are leaked, so SQLite may keep pointing at them.
        unsafe {
            let methods: &'static mut ffi::sqlite3_io_methods = Box::leak(Box::new(std::mem::zeroed()));
            methods.iVersion = 1;
            methods.xClose = Some(close);
            methods.xRead = Some(read);
            methods.xWrite = Some(write);
            methods.xTruncate = Some(truncate);
            methods.xSync = Some(sync);
            methods.xFileSize = Some(file_size);
            methods.xLock = Some(lock_nothing);
            methods.xUnlock = Some(lock_nothing);
            methods.xCheckReservedLock = Some(nobody_writes);
            methods.xFileControl = Some(not_found);
            methods.xSectorSize = Some(sector_size);
            methods.xDeviceCharacteristics = Some(no_promises);
            let standard = ffi::sqlite3_vfs_find(std::ptr::null());
            let layer: &'static mut ffi::sqlite3_vfs = Box::leak(Box::new(std::mem::zeroed()));
            layer.iVersion = 1;
            layer.szOsFile = c_int::try_from(size_of::<OpenFile>()).unwrap();
            layer.mxPathname = 512;
            layer.zName = C_NAME.as_ptr();
            layer.pAppData = std::ptr::from_mut(methods).cast();
            layer.xOpen = Some(open);
            layer.xDelete = Some(delete);
            layer.xAccess = Some(access);
            layer.xFullPathname = Some(full_path);
            layer.xRandomness = (*standard).xRandomness;
            layer.xSleep = (*standard).xSleep;
            layer.xCurrentTime = (*standard).xCurrentTime;
            assert_eq!(ffi::sqlite3_vfs_register(layer, 0), ffi::SQLITE_OK);
        }
    });
}

unsafe fn text<'a>(name: *const c_char) -> &'a str {
    // SAFETY: SQLite passes a valid C string that outlives the call.
    unsafe { CStr::from_ptr(name) }.to_str().unwrap_or_default()
}

/// The disk and file behind an open file.
unsafe fn handle<'a>(file: *mut ffi::sqlite3_file) -> &'a Handle {
    // SAFETY: SQLite passes the struct that `open` filled.
    unsafe { &*(*file.cast::<OpenFile>()).handle }
}

unsafe fn perform(file: *mut ffi::sqlite3_file, op: impl FnOnce(usize) -> Op, broken: c_int) -> c_int {
    // SAFETY: as `handle`.
    let handle = unsafe { handle(file) };
    match lock(&handle.disk).perform(op(handle.file)) {
        Ok(()) => ffi::SQLITE_OK,
        Err(WriteFailure::Full) => ffi::SQLITE_FULL,
        Err(WriteFailure::Broken) => broken,
    }
}

unsafe extern "C" fn open(
    layer: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes valid pointers and room for an `OpenFile`.
    unsafe {
        (*file).pMethods = std::ptr::null();
        if name.is_null() {
            return ffi::SQLITE_CANTOPEN;
        }
        let name = text(name);
        let Some(disk) = disk_of(name) else {
            return ffi::SQLITE_CANTOPEN;
        };
        let number = {
            let mut disk = lock(&disk);
            let may_create = flags & ffi::SQLITE_OPEN_CREATE != 0 && !disk.is_read_only;
            match disk.find(name) {
                Some(number) => number,
                None if may_create => disk.create(name),
                None => return ffi::SQLITE_CANTOPEN,
            }
        };
        if !out_flags.is_null() {
            let is_read_only = lock(&disk).is_read_only;
            *out_flags = if is_read_only { ffi::SQLITE_OPEN_READONLY } else { flags };
        }
        (*file.cast::<OpenFile>()).handle = Box::into_raw(Box::new(Handle { disk, file: number }));
        (*file).pMethods = (*layer).pAppData.cast();
        ffi::SQLITE_OK
    }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: `open` made this box and SQLite closes a file once.
    drop(unsafe { Box::from_raw((*file.cast::<OpenFile>()).handle) });
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, buffer: *mut c_void, len: c_int, at: i64) -> c_int {
    // SAFETY: SQLite passes `len` writable bytes.
    let (buffer, handle) = unsafe {
        (
            std::slice::from_raw_parts_mut(buffer.cast::<u8>(), usize::try_from(len).unwrap()),
            handle(file),
        )
    };
    let disk = lock(&handle.disk);
    let there = disk
        .content(handle.file)
        .get(usize::try_from(at).unwrap()..)
        .unwrap_or_default();
    let n_there = there.len().min(buffer.len());
    buffer[..n_there].copy_from_slice(&there[..n_there]);
    buffer[n_there..].fill(0);
    if n_there == buffer.len() {
        ffi::SQLITE_OK
    } else {
        ffi::SQLITE_IOERR_SHORT_READ
    }
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, bytes: *const c_void, len: c_int, at: i64) -> c_int {
    // SAFETY: SQLite passes `len` readable bytes.
    unsafe {
        let bytes = std::slice::from_raw_parts(bytes.cast::<u8>(), usize::try_from(len).unwrap()).to_vec();
        let at = usize::try_from(at).unwrap();
        perform(file, |file| Op::Write { file, at, bytes }, ffi::SQLITE_IOERR_WRITE)
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, len: i64) -> c_int {
    let len = usize::try_from(len).unwrap();
    // SAFETY: as `handle`.
    unsafe { perform(file, |file| Op::Truncate { file, len }, ffi::SQLITE_IOERR_TRUNCATE) }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: as `handle`.
    unsafe { perform(file, |file| Op::Sync { file }, ffi::SQLITE_IOERR_FSYNC) }
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, size: *mut i64) -> c_int {
    // SAFETY: SQLite passes a valid place for the size.
    unsafe {
        let handle = handle(file);
        *size = i64::try_from(lock(&handle.disk).content(handle.file).len()).unwrap();
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn lock_nothing(_file: *mut ffi::sqlite3_file, _level: c_int) -> c_int {
    ffi::SQLITE_OK
}

unsafe extern "C" fn nobody_writes(_file: *mut ffi::sqlite3_file, answer: *mut c_int) -> c_int {
    // SAFETY: SQLite passes a valid place for the answer.
    unsafe { *answer = 0 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn not_found(_file: *mut ffi::sqlite3_file, _op: c_int, _argument: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_file: *mut ffi::sqlite3_file) -> c_int {
    512
}

unsafe extern "C" fn no_promises(_file: *mut ffi::sqlite3_file) -> c_int {
    0
}

unsafe extern "C" fn delete(_layer: *mut ffi::sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: as `text`.
    let name = unsafe { text(name) };
    let Some(disk) = disk_of(name) else {
        return ffi::SQLITE_IOERR_DELETE;
    };
    let mut disk = lock(&disk);
    if disk.find(name).is_none() {
        return ffi::SQLITE_IOERR_DELETE_NOENT;
    }
    match disk.perform(Op::Delete {
        name: name.to_owned(),
        is_synced: sync_folder != 0,
    }) {
        Ok(()) => ffi::SQLITE_OK,
        Err(_) => ffi::SQLITE_IOERR_DELETE,
    }
}

unsafe extern "C" fn access(
    _layer: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    answer: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes valid pointers.
    unsafe {
        let name = text(name);
        let is_there = disk_of(name).is_some_and(|disk| {
            let disk = lock(&disk);
            disk.find(name).is_some() && !(flags == ffi::SQLITE_ACCESS_READWRITE && disk.is_read_only)
        });
        *answer = c_int::from(is_there);
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn full_path(
    _layer: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    len: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: SQLite passes a C string and `len` writable bytes.
    unsafe {
        let name = CStr::from_ptr(name).to_bytes_with_nul();
        if name.len() > usize::try_from(len).unwrap() {
            return ffi::SQLITE_CANTOPEN;
        }
        std::ptr::copy_nonoverlapping(name.as_ptr().cast::<c_char>(), out, name.len());
    }
    ffi::SQLITE_OK
}
