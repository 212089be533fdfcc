//! Backup files as the page reads them, at the gate and in the open app.

use super::state::App;
use crate::platform::files;
use crate::sheet::{Problem, too_large, unreadable_file};

/// Largest backup that is read: more than a diary of many lives.
const LIMIT_BYTES: u64 = 512 * 1024 * 1024;

/// The bytes of a chosen backup.
pub(super) async fn read_backup(app: App, file: &web_sys::File) -> Result<Vec<u8>, Problem> {
    let words = app.words();
    files::read(file, LIMIT_BYTES).await.map_err(|unread| match unread {
        files::Unread::TooLarge => too_large(LIMIT_BYTES, &words),
        files::Unread::Unreadable => unreadable_file(&words),
    })
}
