//! Opens an address in the browser of whoever sits here, when somebody does.

use std::process::{Command, Stdio};

/// True when a browser was asked for.
pub(super) fn open(address: &str) -> bool {
    let Some((program, args)) = opener(std::env::consts::OS, |name| std::env::var_os(name).is_some()) else {
        return false;
    };
    let mut command = Command::new(program);
    command.args(args).arg(address);
    // It may stay for as long as the browser does: nobody waits for it, and what it says is not ours.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().is_ok()
}

/// The command that opens an address, where there is a desktop to open it on.
fn opener(system: &str, is_set: impl Fn(&str) -> bool) -> Option<(&'static str, &'static [&'static str])> {
    match system {
        "macos" => Some(("open", &[])),
        "windows" => Some(("cmd", &["/c", "start", ""])),
        _ if is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") => Some(("xdg-open", &[])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_without_a_screen_opens_nothing() {
        assert_eq!(opener("linux", |_| false), None);
        assert_eq!(
            opener("linux", |name| name == "WAYLAND_DISPLAY").map(|it| it.0),
            Some("xdg-open")
        );
        assert_eq!(
            opener("linux", |name| name == "DISPLAY").map(|it| it.0),
            Some("xdg-open")
        );
        assert_eq!(opener("macos", |_| false).map(|it| it.0), Some("open"));
        assert_eq!(opener("windows", |_| false).map(|it| it.0), Some("cmd"));
    }
}
