//! Serves the files of the web app on this machine.
//!
//! It reads one folder and answers on one address: no diary, no account, no log. Start at `headers.rs` for what it
//! promises a browser, at `app.rs` for what it answers.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program says where it listens and why it stopped"
)]

mod app;
mod headers;

use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow, bail};
use tokio::net::TcpListener;

const HELP: &str = "\
Serves Ebb, the app in a browser, to this machine. It keeps nothing and logs nothing.

Usage: ebb-server [--dir FOLDER] [--addr ADDRESS]

  --dir FOLDER    what `cargo xtask web` built [the folder web-dist where you are]
  --addr ADDRESS  where to listen [127.0.0.1:7340]
  --help          this text
";
const ADDRESS: &str = "127.0.0.1:7340";
const FOLDER: &str = "web-dist";
/// How long an answer that is under way may take once we were asked to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

struct Wanted {
    folder: PathBuf,
    address: SocketAddr,
}

fn main() -> ExitCode {
    let wanted = match read_args() {
        Ok(Some(wanted)) => wanted,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("error: {error:#}\n\nhint: `ebb-server --help` shows how to call it");
            return ExitCode::from(2);
        }
    };
    match serve(&wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What was asked for; `None` when that was the help text.
fn read_args() -> Result<Option<Wanted>> {
    let mut args = pico_args::Arguments::from_env();
    if args.contains(["-h", "--help"]) {
        return Ok(None);
    }
    let folder: Option<PathBuf> = args
        .opt_value_from_os_str("--dir", |value| Ok::<_, std::convert::Infallible>(PathBuf::from(value)))
        .context("read --dir")?;
    let address: Option<String> = args.opt_value_from_str("--addr").context("read --addr")?;
    if let Some(first) = args.finish().first() {
        bail!("`{}` is not understood", first.to_string_lossy());
    }
    let address = address.unwrap_or_else(|| ADDRESS.to_owned());
    let address = address
        .parse()
        .map_err(|_| anyhow!("`{address}` is no address; write numbers and a port, such as {ADDRESS}"))?;
    Ok(Some(Wanted {
        folder: folder.unwrap_or_else(|| PathBuf::from(FOLDER)),
        address,
    }))
}

fn serve(wanted: &Wanted) -> Result<()> {
    if !wanted.folder.join("index.html").is_file() {
        bail!(
            "there is no built app in {}: `cargo xtask web` builds it, and --dir names its folder",
            wanted.folder.display()
        );
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("start")?;
    runtime.block_on(answer(wanted))
}

async fn answer(wanted: &Wanted) -> Result<()> {
    // Asked for before the address is told, so that nobody can ask us to stop too early.
    let asked = stop_signal()?;
    let listener = match TcpListener::bind(wanted.address).await {
        Ok(listener) => listener,
        Err(error) => bail!("{}", why_not(&error, wanted.address)),
    };
    let address = listener.local_addr().context("read the address we listen on")?;
    if !address.ip().is_loopback() {
        println!(
            "Note: {address} can be reached from other machines. Over plain http their browsers will not install the \
             app or let it work offline; put a server with https in front."
        );
    }
    println!("Ebb is at {} (Ctrl-C stops it)", link(address));

    let (stopping, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = axum::serve(listener, app::app(&wanted.folder)).with_graceful_shutdown(async move {
        asked.await;
        let _ = stopping.send(());
    });
    let patience = async {
        let _ = stopped.await;
        tokio::time::sleep(LAST_ANSWERS).await;
    };
    tokio::select! {
        outcome = server => outcome.context("answer")?,
        () = patience => {}
    }
    println!("Stopped.");
    Ok(())
}

/// Ends when somebody asks us to stop: Ctrl-C, or the machine's own way.
fn stop_signal() -> Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut interrupt = signal(SignalKind::interrupt()).context("listen for Ctrl-C")?;
        let mut terminate = signal(SignalKind::terminate()).context("listen for the end")?;
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    {
        Ok(async {
            let _ = tokio::signal::ctrl_c().await;
        })
    }
}

/// The address as a person opens it. A browser keeps data for each name apart, so there is one name for this machine.
fn link(address: SocketAddr) -> String {
    if address.ip().is_loopback() {
        format!("http://localhost:{}", address.port())
    } else {
        format!("http://{address}")
    }
}

/// Why nobody can listen there, and what to do about it.
fn why_not(error: &std::io::Error, address: SocketAddr) -> String {
    let port = address.port();
    match error.kind() {
        ErrorKind::AddrInUse => format!(
            "port {port} is taken, perhaps by Ebb itself in another window: open {} and look.\n\
             If it is something else, stop that, or choose another port with `--addr {}:{}`.\n\
             A browser keeps a separate diary for each port, so keep to the one you choose.",
            link(address),
            address.ip(),
            port.checked_add(1).unwrap_or(7341),
        ),
        ErrorKind::PermissionDenied => format!(
            "this account may not listen on port {port}: choose one above 1023, such as `--addr {}:7340`",
            address.ip()
        ),
        ErrorKind::AddrNotAvailable => {
            format!("this machine has no address {}: try `--addr {ADDRESS}`", address.ip())
        }
        _ => format!("cannot listen on {address}: {error}"),
    }
}
