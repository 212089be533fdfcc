//! `cargo xtask bench-peers`: our engine against other solvers on the same model and workloads, in one run, at equal error.
//!
//! Installs the peers into the target folder, checks that all compute the same model, tunes each peer's tolerances until its error
//! is ours, measures in turns (ours, peer, ours, peer), prints one table and, when asked, writes it into `docs/performance.md`.
//! It takes many minutes and needs a network the first time, so it is no part of `cargo xtask test`; what keeps the folder from
//! rotting there is that its tables are tested and its words are listed. Start at `course.rs` for what is measured.

mod course;
mod figures;
mod setup;
mod table;
mod worker;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use table::Surroundings;

/// How long one pair of solvers is measured, s, unless told.
const PAIR_SECONDS: f64 = 8.0;
const PAGE: &str = "docs/performance.md";
const BEGIN: &str = "<!-- peers: measured by `cargo xtask bench-peers --save` -->";
const END: &str = "<!-- end -->";

/// Whether the tables go into the documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Print only.
    Nothing,
    /// Write them between the markers of `docs/performance.md`.
    Page,
}

/// `cargo xtask bench-peers [--save] [--seconds N]`.
pub(crate) fn run(shell: &Shell, keep: Keep, pair_seconds: Option<f64>) -> Result<()> {
    let place = setup::prepare(shell)?;
    let mut workers = worker::Workers::start(&place)?;
    let measured = course::run(&mut workers, pair_seconds.unwrap_or(PAIR_SECONDS))?;
    let surroundings = Surroundings {
        date: cmd!(shell, "date -u +%Y-%m-%d")
            .quiet()
            .read()
            .context("read the date")?,
        machine: setup::machine_in_words(shell),
        compiler: cmd!(shell, "rustc --version").quiet().read()?,
        diffsol: setup::diffsol_version(shell)?,
        python: workers.versions().to_owned(),
    };
    let text = table::page(&measured, &surroundings);
    println!("\n{text}");
    if keep == Keep::Page {
        let page = shell.read_file(PAGE).with_context(|| format!("read {PAGE}"))?;
        let page = replaced(&page, &text).with_context(|| format!("find the place in {PAGE}"))?;
        shell.write_file(PAGE, page).with_context(|| format!("write {PAGE}"))?;
        println!("written into {PAGE}");
    }
    Ok(())
}

/// The page with everything between the markers replaced.
fn replaced(page: &str, text: &str) -> Result<String> {
    let (before, rest) = page.split_once(BEGIN).with_context(|| format!("find `{BEGIN}`"))?;
    let (_, after) = rest
        .split_once(END)
        .with_context(|| format!("find `{END}` behind it"))?;
    Ok(format!("{before}{BEGIN}\n{}\n{END}{after}", text.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_markers_is_replaced() {
        let page = format!("# Speed\n\n{BEGIN}\nold\n{END}\n\n<!-- other -->\n{END}\n");
        let expected = format!("# Speed\n\n{BEGIN}\nnew\n{END}\n\n<!-- other -->\n{END}\n");
        assert_eq!(replaced(&page, "new\n").unwrap(), expected);
        assert!(replaced("# Speed\n", "new").is_err());
    }

    #[test]
    fn the_page_has_a_place_for_the_tables_and_help_lists_the_command() {
        assert!(replaced(include_str!("../../docs/performance.md"), "new").is_ok());
        assert!(include_str!("help.txt").contains("bench-peers"));
    }
}
