//! Finds the files that several repositories share; a test that cannot find them says so and stops.

use std::path::PathBuf;

/// The bytes of a shared file, or `None` with a printed line when the shared files are not on this machine.
pub(crate) fn read(path_in_shared: &str) -> Option<Vec<u8>> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = option_env!("EBB_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let path = folder.join(path_in_shared);
    #[expect(clippy::disallowed_methods, reason = "a test may read its own input")]
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        #[expect(clippy::print_stdout, reason = "a skipped test must say that it was skipped")]
        {
            println!("skipped: shared file {path_in_shared} not found (set EBB_SHARED when building)");
        }
    }
    bytes
}
