//! Wrong, damaged, locked, full: the right words, the right code, nothing changed.

use crate::support::{Home, PASSPHRASE, done};
use std::fs;

fn used() -> Home {
    let home = Home::new();
    home.ok(&["log", "2.5g green at 8:00 note secret-note-marker"]);
    home
}

#[test]
fn a_wrong_passphrase_is_code_3_and_changes_nothing() {
    let home = used();
    let before = fs::read(home.vault_file()).unwrap();
    fs::write(home.path("passphrase"), "wrong\n").unwrap();
    let said = home.fails(3, &["log", "2g green"]);
    assert!(said.contains("passphrase"), "{said}");
    assert_eq!(fs::read(home.vault_file()).unwrap(), before);
}

#[test]
fn without_a_terminal_or_a_file_the_vault_stays_locked() {
    let home = used();
    let output = home
        .command(&["today"])
        .env_remove("EBB_PASSPHRASE_FILE")
        .output()
        .unwrap();
    assert_eq!(done(output).code, 3);
}

#[test]
fn no_vault_and_a_second_vault_are_told_apart() {
    let home = Home::empty();
    let said = home.fails(1, &["today"]);
    assert!(said.contains("ebb init"), "{said}");
    home.ok(&["init", "--yes"]);
    home.fails(4, &["init", "--yes"]);
}

#[test]
fn a_failed_restore_leaves_a_place_to_try_again() {
    let home = used();
    let file = home.path("backup");
    let file = file.to_str().unwrap();
    home.ok(&["backup", file]);
    let there = Home::empty();
    fs::write(there.path("passphrase"), "wrong\n").unwrap();
    there.fails(3, &["restore", file]);
    there.fails(1, &["today"]);
    fs::write(there.path("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
    there.ok(&["restore", file]);
    assert_eq!(there.json(&["entries"]), home.json(&["entries"]));
    // The same for a first vault, and what is there is never begun anew.
    let third = Home::empty();
    fs::write(third.path("passphrase"), "wrong\n").unwrap();
    third.fails(3, &["restore", file]);
    third.ok(&["init", "--yes"]);
    third.fails(4, &["init", "--yes"]);
}

#[test]
fn a_damaged_record_is_code_6_and_the_rest_is_read() {
    let home = used();
    home.ok(&["log", "3g green at 9:00"]);
    let mut bytes = fs::read(home.vault_file()).unwrap();
    // The newest record lies somewhere in the file: flip bytes until one record no longer opens.
    let mut found = false;
    for at in (0..bytes.len()).rev().step_by(97) {
        bytes[at] ^= 0x40;
        fs::write(home.vault_file(), &bytes).unwrap();
        let verify = home.run(&["verify"]);
        assert!(!verify.err.contains("panicked"), "{}", verify.err);
        if verify.code == 6 && verify.out.contains("damaged") {
            let today = home.run(&["today"]);
            assert!(today.code == 0 || today.code == 6, "{}", today.err);
            found = true;
            break;
        }
        bytes[at] ^= 0x40;
        if at < bytes.len() / 2 {
            break;
        }
    }
    assert!(found, "no flipped byte damaged a record");
}

#[test]
fn nothing_a_person_wrote_is_in_the_file_or_in_an_error() {
    let home = used();
    let folder = home.path("home");
    for file in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for marker in [&b"secret-note-marker"[..], b"green", b"gram", PASSPHRASE.as_bytes()] {
            assert!(
                !bytes.windows(marker.len()).any(|w| w == marker),
                "{} is in the file",
                String::from_utf8_lossy(marker)
            );
        }
    }
    for said in [
        home.fails(2, &["log", "77777 greenest note private-words"]),
        home.fails(2, &["amend", "last", "--amount", "99999g"]),
        home.fails(2, &["history", "--from", "private-words"]),
    ] {
        for marker in ["77777", "99999", "private-words", "greenest", PASSPHRASE] {
            assert!(!said.contains(marker), "{said}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_vault_is_read_and_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let home = used();
    let lock = |mode| {
        fs::set_permissions(home.vault_file(), fs::Permissions::from_mode(mode & 0o666)).unwrap();
        fs::set_permissions(home.path("home"), fs::Permissions::from_mode(mode)).unwrap();
    };
    lock(0o555);
    // The superuser is not stopped by permissions: then there is nothing to show here.
    let is_bound = fs::write(home.path("home").join("probe"), "x").is_err();
    if is_bound {
        home.ok(&["today"]);
        let said = home.fails(1, &["log", "2g green"]);
        assert!(said.contains("not written"), "{said}");
    }
    lock(0o755);
}

#[test]
fn two_at_once_both_get_in() {
    let home = used();
    let children: Vec<_> = (0..4)
        .map(|i| {
            home.command(&["log", &format!("{}g green at 7:0{i}", i + 1)])
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    let codes: Vec<i32> = children
        .into_iter()
        .map(|c| done(c.wait_with_output().unwrap()).code)
        .collect();
    assert!(codes.iter().all(|c| *c == 0 || *c == 4), "{codes:?}");
    let wanted = 1 + codes.iter().filter(|c| **c == 0).count();
    let day = &home.json(&["history", "--from", "2026-06-01", "--to", "2026-06-01"])["days"][0];
    assert_eq!(day["doses"], wanted);
    assert_eq!(home.json(&["verify"])["intact"], true);
}
