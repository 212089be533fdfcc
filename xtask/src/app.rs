//! `cargo xtask run`: the app on this machine, from nothing to a page in a browser, with nothing to configure.
//!
//! What is missing is installed or named by `web.rs`; what is served is in `serve.rs`. No diary passes through here: it
//! is made and kept by the browser.

mod desktop;
pub(crate) mod serve;

use std::net::{Ipv4Addr, TcpListener};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use xshell::Shell;

use crate::{machine, web};
use serve::Server;

const PORT: u16 = 7340;

/// What a person asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    pub(crate) port: Option<u16>,
    pub(crate) browser: Browser,
    /// Stop by ourselves after this time, for machines nobody sits at.
    pub(crate) stop_after: Option<Duration>,
}

/// Whether a browser is opened when the app is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Open,
    Leave,
}

/// Builds, serves, and stays until somebody stops it.
pub(crate) fn run(shell: &Shell, wanted: Wanted) -> Result<()> {
    let port = wanted.port.unwrap_or(PORT);
    // Said before a build of several minutes rather than after it.
    if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        bail!(
            "port {port} of this machine cannot be used ({error}). Perhaps Ebb runs already: open \
             http://localhost:{port} and look.\nIf it is something else, stop that, or choose another port with \
             `--port`; a browser keeps a separate diary for each port, so keep to the one you choose."
        );
    }
    machine::require(shell, &machine::RUSTC)?;
    machine::require(shell, &machine::C_COMPILER)?;
    println!("1. The app. The first time takes a few minutes, later only what changed is built.");
    let folder = web::build(shell, web::Parts::App)?;
    println!("2. The server of its files.");
    let program = serve::build(shell)?;
    println!("3. Starting it.");
    let mut server = Server::start(&program, &folder, port)?;
    server
        .ask_for_the_page()
        .context("ask the server for the page, as a browser would")?;

    let address = server.address();
    let opened = wanted.browser == Browser::Open && desktop::open(&address);
    println!("\nEbb is ready: {address}");
    println!(
        "{}",
        if opened {
            "A browser was asked to open it. What you write stays in that browser, on this device."
        } else {
            "Open that address in a browser. What you write stays in that browser, on this device."
        }
    );
    println!("Ctrl-C stops the server; once installed, the app opens without it.");
    let deadline = wanted.stop_after.map(|time| Instant::now() + time);
    server.stay(deadline)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_said_before_anything_is_built() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let wanted = Wanted {
            port: Some(port),
            browser: Browser::Leave,
            stop_after: None,
        };
        // An empty folder: a build would fail with other words.
        let shell = Shell::new().unwrap();
        let empty = shell.create_temp_dir().unwrap();
        shell.change_dir(empty.path());
        let words = run(&shell, wanted).unwrap_err().to_string();
        assert!(
            words.starts_with(&format!("port {port} of this machine cannot be used")),
            "{words}"
        );
        assert!(words.contains("Perhaps Ebb runs already"), "{words}");
    }
}
