//! `web-pack`: turns what the compiler made for the browser, and the files beside it, into a folder a server can serve.
//!
//! `cargo xtask web` builds and calls it; a person rarely does. It reads `--wasm` and `--static`, writes `--out`, and
//! touches nothing else. With `--plain` nothing is renamed or added: for a page that is not the app. Start at `names.rs`: why files are renamed, and who names whom.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a build script talks to the person who runs it"
)]

mod bind;
mod fold;
mod names;
mod squeeze;
mod stamp;
mod tzif;
mod zones;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use pico_args::Arguments;

/// The time zones of the whole world, which the app reads one at a time.
const ZONES: &str = "tz.bin";
const STYLE: &str = "style.css";

/// Name, with `/`, relative to the app's root → content.
type Files = BTreeMap<String, Vec<u8>>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut args = Arguments::from_env();
    let is_plain = args.contains("--plain");
    let mut path = |name: &'static str| -> Result<PathBuf> {
        args.value_from_os_str(name, |value| Ok::<_, std::convert::Infallible>(PathBuf::from(value)))
            .with_context(|| format!("read {name}"))
    };
    let (wasm, statics, out) = (path("--wasm")?, path("--static")?, path("--out")?);
    if let Some(first) = args.finish().first() {
        bail!("`{}` is not understood", first.to_string_lossy());
    }

    let compiled = std::fs::read(&wasm).with_context(|| format!("read {}", wasm.display()))?;
    let stem = wasm.file_stem().and_then(|stem| stem.to_str());
    let stem = stem.with_context(|| format!("find the name in {}", wasm.display()))?;
    let mut files = read_folder(&statics)?;
    if is_plain {
        files.extend(bind::bind(stem, compiled)?);
        return write_folder(&out, files);
    }
    let chart_style = ebb_present::chart::svg::stylesheet();
    let style = files
        .get_mut(STYLE)
        .with_context(|| format!("find {STYLE} in {}", statics.display()))?;
    style.extend_from_slice(b"\n");
    style.extend_from_slice(chart_style.as_bytes());

    let stamp = stamp::of(&compiled, &files)?;
    if stamp::is_kept(&out, &stamp) {
        println!("Nothing changed since the last time.");
        return Ok(());
    }
    files.extend(bind::bind(stem, compiled)?);
    files.insert(ZONES.to_owned(), zones::pack()?);
    let app = names::settle(files)?;
    write_folder(&out, app)?;
    stamp::keep(&out, &stamp)
}

/// Every file below `folder`. Files whose name begins with a dot are a person's own.
fn read_folder(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, before)) = open.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("read the folder {}", folder.display()))? {
            let entry = entry.with_context(|| format!("read the folder {}", folder.display()))?;
            let path = entry.path();
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
                bail!("{}: the name is no text", path.display());
            };
            if name.starts_with('.') {
                continue;
            }
            if path.is_dir() {
                open.push((path, format!("{before}{name}/")));
            } else {
                let bytes = std::fs::read(&path).with_context(|| format!("read {}", path.display()))?;
                files.insert(format!("{before}{name}"), bytes);
            }
        }
    }
    Ok(files)
}

/// Writes beside the folder first, so that nobody is ever served half an app.
fn write_folder(out: &Path, files: Files) -> Result<()> {
    let fresh = out.with_extension("new");
    if fresh.exists() {
        std::fs::remove_dir_all(&fresh).with_context(|| format!("clear {}", fresh.display()))?;
    }
    for (name, bytes) in squeeze::with_small_forms(files)? {
        let path = fresh.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).with_context(|| format!("make {}", parent.display()))?;
        }
        std::fs::write(&path, bytes).with_context(|| format!("write {}", path.display()))?;
    }
    if out.exists() {
        std::fs::remove_dir_all(out).with_context(|| format!("clear {}", out.display()))?;
    }
    std::fs::rename(&fresh, out).with_context(|| format!("put {} in its place", out.display()))
}
