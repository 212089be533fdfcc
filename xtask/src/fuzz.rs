//! Fuzzing with cargo-fuzz on the pinned stable compiler.
//!
//! Inputs found on the way go to the target folder; only what somebody chose to keep lies in `fuzz/corpus/`, and the
//! ordinary tests of `fuzz/` run over it (`test.rs`), so a regression shows without a fuzzer.

use anyhow::{Context as _, Result, bail};
use xshell::{Shell, cmd};

use crate::{machine, root};

const MANIFEST: &str = "fuzz/Cargo.toml";
const DEFAULT_SECONDS: u32 = 60;

/// `cargo xtask fuzz NAME [--seconds N]`; without a name, or with `list`, the names.
pub(crate) fn run(shell: &Shell, target: Option<&str>, seconds: Option<u32>) -> Result<()> {
    let manifest = shell.read_file(MANIFEST).with_context(|| format!("read {MANIFEST}"))?;
    let targets = targets(&manifest).with_context(|| format!("understand {MANIFEST}"))?;
    let Some(target) = target.filter(|name| *name != "list") else {
        println!("{}", targets.join("\n"));
        return Ok(());
    };
    if !targets.iter().any(|known| known == target) {
        bail!("there is no fuzz target `{target}`; there are: {}", targets.join(", "));
    }
    machine::require(shell, &machine::CARGO_FUZZ)?;
    machine::require(shell, &machine::CPP_COMPILER)?;

    let found = root::target_dir(shell)?.join("fuzz-found").join(target);
    shell.create_dir(&found).context("make a folder for new inputs")?;
    let kept = format!("fuzz/corpus/{target}");
    shell.create_dir(&kept).context("make the folder of kept inputs")?;
    let seconds = seconds.unwrap_or(DEFAULT_SECONDS).to_string();
    // No sanitizer: the code is safe Rust, panics and hangs are what we look for, and it runs several times faster.
    let command = cmd!(
        shell,
        "cargo fuzz run --sanitizer none --features libfuzzer {target} {found} {kept} -- -max_total_time={seconds}
         -timeout=10 -rss_limit_mb=2048"
    );
    println!("$ {command}");
    command
        .quiet()
        .env("RUSTC_BOOTSTRAP", "1")
        .run()
        .context("keep the input named above as a file in fuzz/corpus/, mend the cause, and see the tests pass with it")
}

/// The names of the binaries in the fuzz manifest.
fn targets(manifest: &str) -> Result<Vec<String>> {
    let manifest: toml::Table = manifest.parse()?;
    let bins = manifest
        .get("bin")
        .and_then(toml::Value::as_array)
        .context("find its [[bin]] entries")?;
    let names = bins
        .iter()
        .map(|bin| bin.get("name").and_then(toml::Value::as_str).map(str::to_owned));
    names.collect::<Option<_>>().context("find the name of each [[bin]]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_the_binaries_of_the_fuzz_manifest() {
        let manifest = "[package]\nname = \"f\"\n[[bin]]\nname = \"one\"\n[[bin]]\nname = \"two\"\n";
        assert_eq!(targets(manifest).unwrap(), ["one", "two"]);
        assert!(targets("[package]\nname = \"f\"\n").is_err());
        assert!(targets("[[bin]]\npath = \"x\"\n").is_err());
    }
}
